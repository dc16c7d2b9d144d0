// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Where logs and metrics go, and whether.
#include "config/signal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace spansmith::config {
namespace {

using std::chrono::milliseconds;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

SignalConfig Read(Signal signal, std::map<std::string, std::string> variables, Notices* notices = nullptr) {
  Notices ignored;
  return ReadSignal([&](const char* name) { return variables[name]; }, signal, notices == nullptr ? ignored : *notices);
}

TEST(SignalTest, NobodyAskedForIt) {
  EXPECT_FALSE(Read(Signal::kLogs, {}).wanted);
  EXPECT_FALSE(Read(Signal::kMetrics, {}).wanted);
  EXPECT_FALSE(Read(Signal::kLogs, {{"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://h:1"}}).wanted);
  EXPECT_FALSE(Read(Signal::kLogs, {{"OTEL_EXPORTER_JAEGER_ENDPOINT", "http://h:1"}}).wanted);
}

TEST(SignalTest, AnEndpointIsEnoughAndNoneIsNone) {
  const SignalConfig logs = Read(Signal::kLogs, {{"OTEL_EXPORTER_OTLP_ENDPOINT", "http://h:1"}});
  EXPECT_TRUE(logs.wanted);
  EXPECT_EQ(logs.otlp.url, "http://h:1/v1/logs");
  const SignalConfig metrics = Read(Signal::kMetrics, {{"OTEL_EXPORTER_OTLP_ENDPOINT", "http://h:1/base/"}});
  EXPECT_TRUE(metrics.wanted);
  EXPECT_EQ(metrics.otlp.url, "http://h:1/base/v1/metrics");
  EXPECT_FALSE(
      Read(Signal::kLogs, {{"OTEL_EXPORTER_OTLP_ENDPOINT", "http://h:1"}, {"OTEL_LOGS_EXPORTER", "none"}}).wanted);
  EXPECT_TRUE(
      Read(Signal::kLogs, {{"OTEL_EXPORTER_OTLP_ENDPOINT", "http://h:1"}, {"OTEL_METRICS_EXPORTER", "none"}}).wanted);
}

TEST(SignalTest, OtlpByNameHasTheSpecificationsEndpoint) {
  const SignalConfig http = Read(Signal::kLogs, {{"OTEL_LOGS_EXPORTER", "otlp"}});
  EXPECT_TRUE(http.wanted);
  EXPECT_EQ(http.otlp.url, "http://localhost:4318/v1/logs");
  const SignalConfig grpc =
      Read(Signal::kMetrics, {{"OTEL_METRICS_EXPORTER", " otlp"}, {"OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"}});
  EXPECT_TRUE(grpc.wanted);
  EXPECT_EQ(grpc.otlp.url, "http://localhost:4317");
  EXPECT_EQ(grpc.otlp.protocol, OtlpProtocol::kGrpc);
}

TEST(SignalTest, TheSignalsOwnVariablesWin) {
  const SignalConfig config = Read(Signal::kMetrics, {
                                                         {"OTEL_EXPORTER_OTLP_ENDPOINT", "http://general"},
                                                         {"OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://own/path"},
                                                         {"OTEL_EXPORTER_OTLP_HEADERS", "a=1,b=1"},
                                                         {"OTEL_EXPORTER_OTLP_METRICS_HEADERS", "b=2"},
                                                         {"OTEL_EXPORTER_OTLP_TRACES_HEADERS", "c=3"},
                                                         {"OTEL_EXPORTER_OTLP_TIMEOUT", "1"},
                                                         {"OTEL_EXPORTER_OTLP_METRICS_TIMEOUT", "2"},
                                                         {"OTEL_EXPORTER_OTLP_METRICS_COMPRESSION", "gzip"},
                                                     });
  EXPECT_EQ(config.otlp.url, "http://own/path");
  EXPECT_THAT(config.otlp.headers, ElementsAre(std::pair("a", "1"), std::pair("b", "2")));
  EXPECT_EQ(config.otlp.timeout, milliseconds(2));
  EXPECT_TRUE(config.otlp.gzip);
}

TEST(SignalTest, Batches) {
  EXPECT_EQ(Read(Signal::kLogs, {}).batch.schedule_delay, milliseconds(1'000));
  EXPECT_EQ(Read(Signal::kLogs, {}).batch.max_queue_size, 2'048u);
  const SignalConfig logs = Read(Signal::kLogs, {{"OTEL_BLRP_SCHEDULE_DELAY", "7"},
                                                 {"OTEL_BLRP_MAX_QUEUE_SIZE", "100"},
                                                 {"OTEL_BLRP_MAX_EXPORT_BATCH_SIZE", "10"},
                                                 {"OTEL_BLRP_EXPORT_TIMEOUT", "9"}});
  EXPECT_EQ(logs.batch.schedule_delay, milliseconds(7));
  EXPECT_EQ(logs.batch.max_queue_size, 100u);
  EXPECT_EQ(logs.batch.max_batch_size, 10u);
  EXPECT_EQ(logs.batch.export_timeout, milliseconds(9));
  EXPECT_EQ(Read(Signal::kMetrics, {}).batch.schedule_delay, milliseconds(60'000));
  EXPECT_EQ(Read(Signal::kMetrics, {{"OTEL_METRIC_EXPORT_INTERVAL", "250"}}).batch.schedule_delay, milliseconds(250));
}

TEST(SignalTest, WhatIsBadIsSaidByTheSignalsName) {
  Notices notices;
  Read(Signal::kLogs,
       {{"OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "ftp://h"},
        {"OTEL_LOGS_EXPORTER", "console"},
        {"OTEL_BLRP_SCHEDULE_DELAY", "soon"}},
       &notices);
  EXPECT_THAT(notices, ElementsAre(HasSubstr("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT"), HasSubstr("OTEL_BLRP_SCHEDULE_DELAY"),
                                   HasSubstr("OTEL_LOGS_EXPORTER")));
  Notices more;
  EXPECT_EQ(Read(Signal::kMetrics, {{"OTEL_METRIC_EXPORT_INTERVAL", "0"}}, &more).batch.schedule_delay,
            milliseconds(60'000));
  EXPECT_THAT(more, ElementsAre(HasSubstr("OTEL_METRIC_EXPORT_INTERVAL")));
  Notices none;
  Read(Signal::kMetrics, {{"OTEL_EXPORTER_OTLP_ENDPOINT", "http://h"}}, &none);
  EXPECT_THAT(none, IsEmpty());
}

TEST(SignalTest, TheTemporalityThatIsPreferred) {
  const char* const kName = "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE";
  EXPECT_EQ(Read(Signal::kMetrics, {}).temporality, Temporality::kCumulative);
  EXPECT_EQ(Read(Signal::kMetrics, {{kName, "CUMULATIVE"}}).temporality, Temporality::kCumulative);
  EXPECT_EQ(Read(Signal::kMetrics, {{kName, "Delta"}}).temporality, Temporality::kDelta);
  EXPECT_EQ(Read(Signal::kMetrics, {{kName, "lowmemory"}}).temporality, Temporality::kLowMemory);
  Notices notices;
  EXPECT_EQ(Read(Signal::kMetrics, {{kName, "diff"}}, &notices).temporality, Temporality::kCumulative);
  EXPECT_THAT(notices,
              ElementsAre(AllOf(HasSubstr(kName), HasSubstr("diff"), HasSubstr("cumulative, delta or lowmemory"))));
  notices.clear();
  Read(Signal::kLogs, {{kName, "diff"}}, &notices);
  EXPECT_THAT(notices, IsEmpty());
}

}  // namespace
}  // namespace spansmith::config
