// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Log records through the whole runtime to receivers on real sockets; each test in a process of its own, because the
// environment is read once.
#include "logs/log_reporter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opentelemetry/proto/collector/logs/v1/logs_service.pb.h>
#include <spansmith/runtime.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <thread>

#include "transport/testing/grpc_server.h"
#include "transport/testing/http_server.h"

namespace spansmith {
namespace {

using opentelemetry::proto::collector::logs::v1::ExportLogsServiceRequest;
using std::chrono::seconds;
using transport::TestGrpcServer;
using transport::TestHttpServer;

void Set(const char* name, const std::string& value) { setenv(name, value.c_str(), 1); }

LogRecord Record(const std::string& body) {
  LogRecord record;
  record.severity = Severity::kWarn;
  record.severity_text = "warning";
  record.body = body;
  record.scope = "main";
  record.attributes = {{"number", std::int64_t{7}}, {"flag", true}, {"ratio", 0.5}, {"text", std::string("t")}};
  return record;
}

// The test's own process stays clean: what happens happens in a child, whose exit code says whether it was as expected.
class LogsTest : public ::testing::Test {
 protected:
  void SetUp() override { GTEST_FLAG_SET(death_test_style, "threadsafe"); }
};
#define EXPECT_IN_PROCESS(statement, exit_code, said) EXPECT_EXIT(statement, ::testing::ExitedWithCode(exit_code), said)
#define ENSURE(condition)                             \
  if (!(condition)) {                                 \
    std::fprintf(stderr, "not so: %s\n", #condition); \
    std::_Exit(1);                                    \
  }

TEST_F(LogsTest, ARecordArrivesWithAllThatItSays) {
  EXPECT_IN_PROCESS(
      {
        TestHttpServer server;
        Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
        Set("OTEL_SERVICE_NAME", "writer");
        ENSURE(LogsWanted());
        {
          const injected::Attached attached({0x4bf92f3577b34da6, 0xa3ce929d0e0e4736, 0x00f067aa0ba902b7, 1});
          ENSURE(EmitLog(Record("within")));
        }
        LogRecord bare;
        bare.body = "bad \xff byte";
        bare.time_unix_nano = 5;
        ENSURE(EmitLog(bare));
        ENSURE(Flush(seconds(30)).complete);
        const auto requests = server.Requests();
        ENSURE(requests.size() == 1);
        ENSURE(requests[0].path == "/v1/logs");
        ExportLogsServiceRequest request;
        ENSURE(request.ParseFromString(requests[0].body));
        ENSURE(request.resource_logs_size() == 1);
        const auto& resource = request.resource_logs(0);
        bool named = false;
        for (const auto& attribute : resource.resource().attributes()) {
          named = named || (attribute.key() == "service.name" && attribute.value().string_value() == "writer");
        }
        ENSURE(named);
        ENSURE(resource.scope_logs_size() == 2);
        ENSURE(resource.scope_logs(0).scope().name() == "main");
        const auto& record = resource.scope_logs(0).log_records(0);
        ENSURE(record.severity_number() == opentelemetry::proto::logs::v1::SEVERITY_NUMBER_WARN);
        ENSURE(record.severity_text() == "warning");
        ENSURE(record.body().string_value() == "within");
        ENSURE(record.attributes_size() == 4);
        ENSURE(record.attributes(0).value().int_value() == 7);
        ENSURE(record.attributes(1).value().bool_value());
        ENSURE(record.attributes(2).value().double_value() == 0.5);
        ENSURE(record.attributes(3).value().string_value() == "t");
        ENSURE(record.flags() == 1);
        ENSURE(record.trace_id() == std::string("\x4b\xf9\x2f\x35\x77\xb3\x4d\xa6\xa3\xce\x92\x9d\x0e\x0e\x47\x36"));
        ENSURE(record.span_id() == std::string("\x00\xf0\x67\xaa\x0b\xa9\x02\xb7", 8));
        ENSURE(record.time_unix_nano() == record.observed_time_unix_nano());
        const auto& other = resource.scope_logs(1).log_records(0);
        ENSURE(other.body().string_value() == "bad \xEF\xBF\xBD byte");
        ENSURE(other.time_unix_nano() == 5 && other.observed_time_unix_nano() > 5);
        ENSURE(other.trace_id().empty() && other.span_id().empty());
        ENSURE(GetLogStats().emitted == 2 && GetLogStats().delivered == 2 && GetLogStats().pending == 0);
        std::_Exit(0);
      },
      0, "");
}

TEST_F(LogsTest, OverGrpcAndAtExitByItself) {
  EXPECT_IN_PROCESS(
      {
        static TestGrpcServer server;  // goes after the exit handler of the runtime
        Set("OTEL_LOGS_EXPORTER", "otlp");
        Set("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", server.url());
        Set("OTEL_EXPORTER_OTLP_LOGS_PROTOCOL", "grpc");
        std::atexit([] {
          const auto calls = server.Calls();
          ENSURE(calls.size() == 1);
          ENSURE(calls[0].method == "/opentelemetry.proto.collector.logs.v1.LogsService/Export");
          ExportLogsServiceRequest request;
          ENSURE(request.ParseFromString(calls[0].message));
          ENSURE(request.resource_logs(0).scope_logs(0).log_records(0).body().string_value() == "last words");
          std::fprintf(stderr, "heard\n");
        });
        ENSURE(EmitLog(Record("last words")));
        std::exit(0);
      },
      0, "heard");
}

TEST_F(LogsTest, WithoutAnEndpointNothingIsKept) {
  EXPECT_IN_PROCESS(
      {
        ENSURE(!LogsWanted());
        ENSURE(!EmitLog(Record("x")));
        ENSURE(GetLogStats().emitted == 0);
        std::_Exit(0);
      },
      0, "^$");
}

TEST_F(LogsTest, AFullQueueDropsAndCounts) {
  EXPECT_IN_PROCESS(
      {
        TestHttpServer server;
        server.NeverAnswer();
        Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
        Set("OTEL_BLRP_MAX_QUEUE_SIZE", "10");
        Set("OTEL_BLRP_MAX_EXPORT_BATCH_SIZE", "5");
        for (int i = 0; i < 1'000; ++i) EmitLog(Record("x"));
        const LogStats stats = GetLogStats();
        ENSURE(stats.emitted == 1'000);
        ENSURE(stats.dropped_queue_full >= 900);
        ENSURE(stats.emitted == stats.delivered + stats.Dropped() + stats.pending);
        ENSURE(!Shutdown(std::chrono::milliseconds(200)).complete);
        const LogStats after = GetLogStats();
        ENSURE(after.pending == 0);
        ENSURE(after.emitted == after.delivered + after.Dropped());
        ENSURE(!EmitLog(Record("too late")));
        ENSURE(GetLogStats().dropped_after_shutdown == 1);
        std::_Exit(0);
      },
      0, "log records");
}

TEST_F(LogsTest, WhatIsRefusedForNowIsTriedAgain) {
  EXPECT_IN_PROCESS(
      {
        TestHttpServer server;
        server.Answer(503, "");
        Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
        Set("SPANSMITH_RETRY_DELAY", "1");
        ENSURE(EmitLog(Record("patience")));
        std::thread healer([&] {
          server.WaitForRequest();
          server.Answer(200, "");
        });
        while (GetLogStats().delivered == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        healer.join();
        ENSURE(server.Requests().size() >= 2);
        ENSURE(server.Requests()[0].body == server.Requests().back().body);
        std::_Exit(0);
      },
      0, "log records cannot be sent to .*kept and tried again");
}

TEST_F(LogsTest, WhatIsLostIsSaidByItsName) {
  EXPECT_IN_PROCESS(
      {
        TestHttpServer server;
        server.Answer(400, "no");
        Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
        ENSURE(EmitLog(Record("x")));
        Flush(seconds(30));
        ENSURE(GetLogStats().dropped_export_failed == 1);
        std::_Exit(0);
      },
      0, "log records are lost");
}

TEST_F(LogsTest, AForkedChildBeginsAnew) {
  EXPECT_IN_PROCESS(
      {
        TestHttpServer server;
        Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
        Set("OTEL_BLRP_SCHEDULE_DELAY", "60000");
        ENSURE(EmitLog(Record("the parent's")));
        const pid_t child = fork();
        if (child == 0) {
          ENSURE(GetLogStats().emitted == 0);
          ENSURE(EmitLog(Record("the child's")));
          std::_Exit(Flush(seconds(30)).complete && GetLogStats().delivered == 1 ? 0 : 1);
        }
        int status = 1;
        waitpid(child, &status, 0);
        ENSURE(status == 0);
        ENSURE(Flush(seconds(30)).complete);
        ENSURE(GetLogStats().delivered == 1);
        ENSURE(server.Requests().size() == 2);
        std::_Exit(0);
      },
      0, "");
}

TEST_F(LogsTest, ManyThreadsAndEveryRecordIsAccountedFor) {
  EXPECT_IN_PROCESS(
      {
        TestHttpServer server;
        Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
          threads.emplace_back([] {
            for (int n = 0; n < 500; ++n) EmitLog(Record("x"));
          });
        }
        for (std::thread& thread : threads) thread.join();
        ENSURE(Flush(seconds(30)));
        const LogStats stats = GetLogStats();
        ENSURE(stats.emitted == 2'000 && stats.emitted == stats.delivered + stats.Dropped());
        std::size_t arrived = 0;
        for (const auto& request : server.Requests()) {
          ExportLogsServiceRequest decoded;
          ENSURE(decoded.ParseFromString(request.body));
          arrived += static_cast<std::size_t>(decoded.resource_logs(0).scope_logs(0).log_records_size());
        }
        ENSURE(arrived == stats.delivered);
        std::_Exit(0);
      },
      0, "");
}

}  // namespace
}  // namespace spansmith
