// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A logger's records at a receiver, in a process of their own.
#include <gtest/gtest.h>
#include <opentelemetry/proto/collector/logs/v1/logs_service.pb.h>
#include <spansmith/logs.h>
#include <spansmith/runtime.h>
#include <spansmith/spdlog.h>
#include <spansmith/trace_ids.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <sstream>

#include "transport/testing/http_server.h"

namespace spansmith {
namespace {

using opentelemetry::proto::collector::logs::v1::ExportLogsServiceRequest;

#define ENSURE(condition)                             \
  if (!(condition)) {                                 \
    std::fprintf(stderr, "not so: %s\n", #condition); \
    std::_Exit(1);                                    \
  }

TEST(OtlpSinkTest, RecordsArriveAndOtherSinksStayAsTheyAre) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        transport::TestHttpServer server;
        setenv("OTEL_EXPORTER_OTLP_ENDPOINT", server.url().c_str(), 1);
        std::ostringstream text;
        auto logger = std::make_shared<spdlog::logger>("jobs", std::make_shared<spdlog::sinks::ostream_sink_mt>(text));
        logger->set_pattern("%l %v");
        spdlog::set_default_logger(logger);
        ENSURE(SendSpdlogOverOtlp());
        spdlog::debug("too fine for the logger's level");
        {
          const injected::Attached attached({1, 2, 3, 1});
          SPDLOG_LOGGER_ERROR(logger, "job {} failed", 7);
        }
        spdlog::info("plain");
        ENSURE(Flush(std::chrono::seconds(30)).complete);
        ENSURE(text.str() == "error job 7 failed\ninfo plain\n");
        ExportLogsServiceRequest request;
        ENSURE(request.ParseFromString(server.Requests().at(0).body));
        const auto& scope = request.resource_logs(0).scope_logs(0);
        ENSURE(scope.scope().name() == "jobs" && scope.log_records_size() == 2);
        const auto& failed = scope.log_records(0);
        ENSURE(failed.body().string_value() == "job 7 failed");
        ENSURE(failed.severity_number() == opentelemetry::proto::logs::v1::SEVERITY_NUMBER_ERROR);
        ENSURE(failed.severity_text() == "error");
        ENSURE(failed.span_id() == std::string("\0\0\0\0\0\0\0\3", 8) && failed.flags() == 1);
        ENSURE(failed.attributes(0).key() == "thread.id" && failed.attributes(0).value().int_value() > 0);
        ENSURE(failed.attributes(1).key() == "code.file.path");
        ENSURE(failed.attributes(2).key() == "code.line.number" && failed.attributes(2).value().int_value() > 0);
        ENSURE(scope.log_records(1).span_id().empty() && scope.log_records(1).attributes_size() == 1);
        std::_Exit(0);
      },
      ::testing::ExitedWithCode(0), "");
}

TEST(OtlpSinkTest, WithoutAnEndpointThereIsNoSink) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        const std::size_t before = spdlog::default_logger()->sinks().size();
        ENSURE(!SendSpdlogOverOtlp());
        ENSURE(spdlog::default_logger()->sinks().size() == before);
        std::_Exit(0);
      },
      ::testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace spansmith
