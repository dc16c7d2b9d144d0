// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN through the whole runtime to a receiver on a real socket; each test in a process
// of its own, because the environment is read once.
#include "lifecycle/exception_logs.h"

#include <gtest/gtest.h>
#include <opentelemetry/proto/collector/logs/v1/logs_service.pb.h>
#include <opentelemetry/proto/collector/trace/v1/trace_service.pb.h>
#include <spansmith/injected.h>
#include <spansmith/runtime.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "transport/testing/http_server.h"

namespace spansmith {
namespace {

namespace logs_proto = opentelemetry::proto::logs::v1;
namespace trace_proto = opentelemetry::proto::trace::v1;
using injected::Guard;
using injected::Site;
using std::chrono::seconds;
using transport::TestHttpServer;

#define ENSURE(condition)                             \
  if (!(condition)) {                                 \
    std::fprintf(stderr, "not so: %s\n", #condition); \
    std::_Exit(1);                                    \
  }

void Set(const char* name, const std::string& value) { setenv(name, value.c_str(), 1); }

void Inner() {
  static constinit Site site = Site("Inner").Scope("inner", "1");
  const Guard guard(&site);
  throw std::runtime_error("no hunter2");
}

void Outer() {
  static constinit Site site("Outer");
  const Guard guard(&site);
  Inner();
}

void Work() {
  try {
    Outer();
  } catch (const std::exception&) {
  }
}

struct Arrived {
  std::map<std::string, trace_proto::Span> spans;                  // by name
  std::map<std::string, std::vector<logs_proto::LogRecord>> logs;  // by scope
};

Arrived Receive(const TestHttpServer& server) {
  Arrived arrived;
  for (const auto& received : server.Requests()) {
    if (received.path == "/v1/traces") {
      opentelemetry::proto::collector::trace::v1::ExportTraceServiceRequest request;
      ENSURE(request.ParseFromString(received.body));
      for (const auto& scope : request.resource_spans(0).scope_spans()) {
        for (const auto& span : scope.spans()) arrived.spans[span.name()] = span;
      }
    } else {
      ENSURE(received.path == "/v1/logs");
      opentelemetry::proto::collector::logs::v1::ExportLogsServiceRequest request;
      ENSURE(request.ParseFromString(received.body));
      for (const auto& scope : request.resource_logs(0).scope_logs()) {
        for (const auto& record : scope.log_records()) arrived.logs[scope.scope().name()].push_back(record);
      }
    }
  }
  return arrived;
}

std::string Text(const logs_proto::LogRecord& record, const std::string& key) {
  for (const auto& attribute : record.attributes()) {
    if (attribute.key() == key) return attribute.value().string_value();
  }
  return "";
}

class ExceptionLogsTest : public ::testing::Test {
 protected:
  void SetUp() override { GTEST_FLAG_SET(death_test_style, "threadsafe"); }
};

TEST_F(ExceptionLogsTest, AnExceptionIsARecordOfItsSpanAndNoEvent) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        Set("OTEL_TRACES_EXPORTER", "otlp");
        Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
        Set("OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN", "http, logs");
        Set("SPANSMITH_EXCEPTION_STACKTRACE", "on");
        Work();
        ENSURE(Flush(seconds(30)).complete);
        const Arrived arrived = Receive(server);
        ENSURE(arrived.spans.size() == 2);
        const auto& inner = arrived.spans.at("Inner");
        const auto& outer = arrived.spans.at("Outer");
        ENSURE(inner.events_size() == 0 && outer.events_size() == 0);
        ENSURE(inner.status().code() == trace_proto::Status::STATUS_CODE_ERROR);
        ENSURE(arrived.logs.at("inner").size() == 1 && arrived.logs.at("spansmith").size() == 1);
        const auto& record = arrived.logs.at("inner")[0];
        ENSURE(record.event_name() == "exception");
        ENSURE(record.severity_number() == logs_proto::SEVERITY_NUMBER_ERROR && record.severity_text() == "ERROR");
        ENSURE(record.body().string_value() == "no hunter2");
        ENSURE(record.trace_id() == inner.trace_id() && record.span_id() == inner.span_id());
        ENSURE((record.flags() & 1) == 1);
        ENSURE(record.time_unix_nano() == inner.end_time_unix_nano());
        ENSURE(Text(record, "exception.type") == "std::runtime_error");
        ENSURE(Text(record, "exception.message") == "no hunter2");
        ENSURE(Text(record, "exception.stacktrace").substr(0, 2) == "#0");
        const auto& around = arrived.logs.at("spansmith")[0];
        ENSURE(around.span_id() == outer.span_id());
        ENSURE(Text(around, "error.origin.span_id").size() == 16);
        std::_Exit(0);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(ExceptionLogsTest, OrBothAndAsManyAsThereWouldBeEvents) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        Set("OTEL_TRACES_EXPORTER", "otlp");
        Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
        Set("OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN", "logs/dup");
        Set("SPANSMITH_EXCEPTION_EVENTS", "first");
        Set("SPANSMITH_REDACT", "exception.message");
        Work();
        ENSURE(Flush(seconds(30)).complete);
        const Arrived arrived = Receive(server);
        ENSURE(arrived.spans.at("Inner").events_size() == 1 && arrived.spans.at("Outer").events_size() == 0);
        ENSURE(arrived.logs.size() == 1 && arrived.logs.at("inner").size() == 1);
        const auto& record = arrived.logs.at("inner")[0];
        ENSURE(record.body().string_value() == "std::runtime_error");
        ENSURE(Text(record, "exception.message") == "[redacted]");
        ENSURE(record.SerializeAsString().find("hunter2") == std::string::npos);
        std::_Exit(0);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(ExceptionLogsTest, WhatIsDrainedWhileTheProgramEndsArrivesToo) {
  EXPECT_EXIT(
      {
        static TestHttpServer server;
        Set("OTEL_TRACES_EXPORTER", "otlp");
        Set("OTEL_EXPORTER_OTLP_ENDPOINT", server.url());
        Set("OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN", "logs");
        for (int i = 0; i < 20; ++i) Work();
        ENSURE(Shutdown(seconds(30)).complete);
        const LogStats stats = GetLogStats();
        ENSURE(stats.emitted == 40 && stats.delivered == 40);
        ENSURE(Receive(server).logs.at("inner").size() == 20);
        std::_Exit(0);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(ExceptionLogsTest, WithoutAReceiverOfLogsTheEventsStayAndItIsSaidOnce) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        Set("OTEL_TRACES_EXPORTER", "otlp");
        Set("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", server.url() + "/v1/traces");
        Set("OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN", "logs");
        Work();
        Work();
        ENSURE(Flush(seconds(30)).complete);
        const Arrived arrived = Receive(server);
        ENSURE(arrived.spans.at("Inner").events_size() == 1 && arrived.spans.at("Outer").events_size() == 1);
        ENSURE(arrived.logs.empty());
        std::_Exit(0);
      },
      ::testing::ExitedWithCode(0),
      "^[^\n]*exceptions stay events of their spans, for log records are sent nowhere[^\n]*\n$");
}

}  // namespace
}  // namespace spansmith
