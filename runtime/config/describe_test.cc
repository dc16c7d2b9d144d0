// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What is in force is shown; no secret is.
#include "config/describe.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace spansmith::config {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string Of(std::map<std::string, std::string> variables) {
  return Describe(
      Load([&](const char* name) { return variables[name]; }, {nullptr, nullptr, nullptr, nullptr}, "prog"));
}

TEST(Describe, WhatIsInForce) {
  const std::string text = Of({{"OTEL_TRACES_EXPORTER", "otlp,console,file"},
                               {"OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318"},
                               {"OTEL_TRACES_SAMPLER", "parentbased_traceidratio"},
                               {"OTEL_TRACES_SAMPLER_ARG", "0.25"},
                               {"SPANSMITH_TAIL_RATIO", "0.5"},
                               {"OTEL_BSP_SCHEDULE_DELAY", "bad"}});
  EXPECT_THAT(text, HasSubstr("OTEL_TRACES_EXPORTER: otlp,console,file\n"));
  EXPECT_THAT(text, HasSubstr("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: http://collector:4318/v1/traces\n"));
  EXPECT_THAT(text, HasSubstr("OTEL_EXPORTER_OTLP_TRACES_HEADERS: none\n"));
  EXPECT_THAT(text, HasSubstr("OTEL_TRACES_SAMPLER: parentbased_traceidratio 0.25\n"));
  EXPECT_THAT(text, HasSubstr("SPANSMITH_TAIL_RATIO: ratio 0.5, keeps error, 16777216 bytes, 60000 ms\n"));
  EXPECT_THAT(text, HasSubstr("OTEL_BSP_SCHEDULE_DELAY: 5000 ms\n"));
  EXPECT_THAT(text, HasSubstr("resource service.name: unknown_service:prog\n"));
}

TEST(Describe, HowSpansAreSent) {
  const std::string text = Of({{"OTEL_TRACES_EXPORTER", "otlp,file"},
                               {"OTEL_EXPORTER_OTLP_COMPRESSION", "gzip"},
                               {"OTEL_EXPORTER_OTLP_CERTIFICATE", "/ca.pem"},
                               {"SPANSMITH_SPILL_DIRECTORY", "/spill"},
                               {"SPANSMITH_TRACES_FILE_SIZE", "7"}});
  EXPECT_THAT(text, HasSubstr("OTEL_EXPORTER_OTLP_TRACES_COMPRESSION: gzip\n"));
  EXPECT_THAT(text, HasSubstr("OTEL_EXPORTER_OTLP_TRACES_CERTIFICATE: /ca.pem\n"));
  EXPECT_THAT(text, HasSubstr("OTEL_EXPORTER_OTLP_TRACES_CLIENT_KEY: none\n"));
  EXPECT_THAT(text, HasSubstr("SPANSMITH_QUEUE_SIZE: 16 MiB\n"));
  EXPECT_THAT(text, HasSubstr("SPANSMITH_QUEUE_DROP: newest\n"));
  EXPECT_THAT(text, HasSubstr("SPANSMITH_RETRY_DELAY: 1000 ms\nSPANSMITH_RETRY_TIME: 300000 ms\n"));
  EXPECT_THAT(text, HasSubstr("SPANSMITH_SPILL_DIRECTORY: /spill\nSPANSMITH_SPILL_SIZE: 64 MiB\n"));
  EXPECT_THAT(text, HasSubstr("SPANSMITH_TRACES_FILE_SIZE: 7 MiB\nSPANSMITH_TRACES_FILES: 3\n"));
  EXPECT_THAT(text, HasSubstr("SPANSMITH_SIGNALS: none\n"));
}

TEST(Describe, LogsAndMetrics) {
  const auto of = [](Signal signal, std::map<std::string, std::string> variables) {
    Notices notices;
    return Describe(ReadSignal([&](const char* name) { return variables[name]; }, signal, notices), signal);
  };
  EXPECT_EQ(of(Signal::kLogs, {}), "OTEL_LOGS_EXPORTER: none\n");
  EXPECT_EQ(of(Signal::kMetrics, {}), "OTEL_METRICS_EXPORTER: none\n");
  const std::map<std::string, std::string> set = {{"OTEL_EXPORTER_OTLP_ENDPOINT", "http://me:hunter2@collector:4318"},
                                                  {"OTEL_EXPORTER_OTLP_METRICS_HEADERS", "key=hunter2"},
                                                  {"OTEL_BLRP_MAX_QUEUE_SIZE", "99"},
                                                  {"OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", "Delta"}};
  EXPECT_THAT(of(Signal::kLogs, set),
              AllOf(HasSubstr("OTEL_LOGS_EXPORTER: otlp\n"), HasSubstr("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: http://"),
                    HasSubstr("@collector:4318/v1/logs\n"), HasSubstr("OTEL_EXPORTER_OTLP_LOGS_HEADERS: none\n"),
                    HasSubstr("OTEL_BLRP_MAX_QUEUE_SIZE: 99\n"), Not(HasSubstr("hunter2"))));
  EXPECT_THAT(of(Signal::kMetrics, set), AllOf(HasSubstr("OTEL_EXPORTER_OTLP_METRICS_HEADERS: key=***\n"),
                                               HasSubstr("OTEL_METRIC_EXPORT_INTERVAL: 60000 ms\n"),
                                               HasSubstr("OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: delta\n"),
                                               Not(HasSubstr("hunter2"))));
}

TEST(Describe, NothingConfigured) {
  EXPECT_THAT(Of({}), HasSubstr("OTEL_TRACES_EXPORTER: none\n"));
  EXPECT_THAT(Of({}), Not(HasSubstr("ENDPOINT")));
  EXPECT_THAT(Of({{"OTEL_SDK_DISABLED", "true"}}), HasSubstr("OTEL_SDK_DISABLED: true\n"));
}

TEST(Describe, SecretsAreMasked) {
  const std::string text = Of({{"OTEL_EXPORTER_OTLP_ENDPOINT", "https://user:hunter2@collector:4318"},
                               {"OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer%20hunter2,x-key=hunter2"},
                               {"OTEL_RESOURCE_ATTRIBUTES", "team=a,db.Password=hunter2"}});
  EXPECT_THAT(text, Not(HasSubstr("hunter2")));
  EXPECT_THAT(text, Not(HasSubstr("user:")));
  EXPECT_THAT(text, HasSubstr("https://***@collector:4318/v1/traces"));
  EXPECT_THAT(text, HasSubstr("OTEL_EXPORTER_OTLP_TRACES_HEADERS: authorization=***,x-key=***\n"));
  EXPECT_THAT(text, HasSubstr("resource db.Password: ***\n"));
  EXPECT_THAT(text, HasSubstr("resource team: a\n"));
  EXPECT_THAT(Of({{"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "https://collector/?token=hunter2"}}),
              Not(HasSubstr("hunter2")));
  EXPECT_THAT(Of({{"OTEL_EXPORTER_JAEGER_ENDPOINT", "http://jaeger:14268/api/traces"},
                  {"OTEL_EXPORTER_JAEGER_USER", "hunter2"},
                  {"OTEL_EXPORTER_JAEGER_PASSWORD", "hunter2"}}),
              AllOf(Not(HasSubstr("hunter2")), HasSubstr("HEADERS: authorization=***\n")));
}

TEST(Describe, ALineStaysALine) {
  EXPECT_THAT(Of({{"OTEL_SERVICE_NAME", "a\nOTEL_TRACES_EXPORTER: otlp\x1b[2J"}}),
              HasSubstr("resource service.name: a?OTEL_TRACES_EXPORTER: otlp?[2J\n"));
}

TEST(Describe, LimitsFilterAndTheRest) {
  const std::string text = Of({{"OTEL_ATTRIBUTE_COUNT_LIMIT", "7"},
                               {"OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", "100"},
                               {"SPANSMITH_FILTER", "a/*=off"},
                               {"SPANSMITH_BUFFER_SIZE", "2"},
                               {"OTEL_PROPAGATORS", "none"},
                               {"OTEL_LOG_LEVEL", "WARN"},
                               {"SPANSMITH_CLOCK", "monotonic"}});
  for (const char* line :
       {"OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT: 7\n", "OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT: 7\n",
        "OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT: 100\n", "OTEL_SPAN_LINK_COUNT_LIMIT: 128\n",
        "SPANSMITH_FILTER: a/*=off\n", "SPANSMITH_BUFFER_SIZE: 2 MiB\n", "OTEL_PROPAGATORS: none\n",
        "OTEL_LOG_LEVEL: warn\n", "SPANSMITH_CLOCK: monotonic\n", "SPANSMITH_PRINT_CONFIG: false\n"}) {
    EXPECT_THAT(text, HasSubstr(line));
  }
}

}  // namespace
}  // namespace spansmith::config
