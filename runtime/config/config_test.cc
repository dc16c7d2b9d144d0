// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which exporters run, and what each variable does.
#include "config/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace spansmith::config {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

Config Read(std::map<std::string, std::string> variables) {
  return Load([&](const char* name) { return variables[name]; }, {nullptr, nullptr, nullptr, nullptr}, "prog");
}

TEST(Config, NothingSetRecordsNothingAndSaysWhy) {
  const Config config = Read({});
  EXPECT_THAT(config.exporters, IsEmpty());
  EXPECT_THAT(config.why_no_exporters, HasSubstr("OTEL_EXPORTER_OTLP_ENDPOINT"));
  EXPECT_THAT(config.notices, IsEmpty());
}

TEST(Config, AnEndpointAloneMeansOtlp) {
  EXPECT_THAT(Read({{"OTEL_EXPORTER_OTLP_ENDPOINT", "http://h"}}).exporters, ElementsAre(ExporterKind::kOtlp));
}

TEST(Config, TheListOfExporters) {
  EXPECT_THAT(Read({{"OTEL_TRACES_EXPORTER", " console , otlp,console"}}).exporters,
              ElementsAre(ExporterKind::kConsole, ExporterKind::kOtlp));
  EXPECT_EQ(Read({{"OTEL_TRACES_EXPORTER", "otlp"}}).otlp.url, "http://localhost:4318/v1/traces");
  const Config none = Read({{"OTEL_TRACES_EXPORTER", "none"}, {"OTEL_EXPORTER_OTLP_ENDPOINT", "http://h"}});
  EXPECT_THAT(none.exporters, IsEmpty());
  EXPECT_THAT(none.why_no_exporters, IsEmpty());
  const Config bad = Read({{"OTEL_TRACES_EXPORTER", "zipkin,console"}});
  EXPECT_THAT(bad.exporters, ElementsAre(ExporterKind::kConsole));
  EXPECT_THAT(bad.notices, ElementsAre("OTEL_TRACES_EXPORTER='zipkin': expected otlp, console, file or none, separated "
                                       "by commas; using the others only"));
}

TEST(Config, TheFile) {
  const Config config = Read({{"OTEL_TRACES_EXPORTER", "console,file"}});
  EXPECT_THAT(config.exporters, ElementsAre(ExporterKind::kConsole, ExporterKind::kFile));
  EXPECT_EQ(config.traces_file, "traces.jsonl");
  EXPECT_EQ(Read({{"SPANSMITH_TRACES_FILE", "/tmp/t"}}).traces_file, "/tmp/t");
}

TEST(Config, Disabled) {
  const Config config = Read({{"OTEL_SDK_DISABLED", "true"}, {"OTEL_TRACES_EXPORTER", "console"}});
  EXPECT_THAT(config.exporters, IsEmpty());
  EXPECT_THAT(config.why_no_exporters, IsEmpty());
}

TEST(Config, OtlpHeadersTimeoutAndProtocol) {
  const Config config = Read({{"OTEL_EXPORTER_OTLP_HEADERS", "api-key=a,x=1"},
                              {"OTEL_EXPORTER_OTLP_TRACES_HEADERS", "Api-Key=b"},
                              {"OTEL_EXPORTER_OTLP_TIMEOUT", "100"},
                              {"OTEL_EXPORTER_OTLP_PROTOCOL", "http/json"}});
  EXPECT_THAT(config.otlp.headers, ElementsAre(Pair("x", "1"), Pair("Api-Key", "b")));
  EXPECT_EQ(config.otlp.timeout.count(), 100);
  EXPECT_EQ(config.otlp.protocol, OtlpProtocol::kHttpProtobuf);
  EXPECT_THAT(config.notices,
              ElementsAre("OTEL_EXPORTER_OTLP_PROTOCOL='http/json': expected grpc or http/protobuf; using "
                          "http/protobuf"));
}

TEST(Config, BatchVariables) {
  const Config config = Read({{"OTEL_BSP_SCHEDULE_DELAY", "20"},
                              {"OTEL_BSP_MAX_QUEUE_SIZE", "100"},
                              {"OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "200"}});
  EXPECT_EQ(config.batch.schedule_delay.count(), 20);
  EXPECT_EQ(config.batch.max_queue_size, 100u);
  EXPECT_EQ(config.batch.max_batch_size, 100u);
  EXPECT_THAT(config.notices, ElementsAre(HasSubstr("OTEL_BSP_MAX_EXPORT_BATCH_SIZE='200'")));
}

TEST(Config, OurOwnSwitches) {
  const Config config = Read({{"SPANSMITH_CONSOLE", "full"}, {"SPANSMITH_THROW_HOOK", "off"}});
  EXPECT_TRUE(config.console_full);
  EXPECT_FALSE(config.throw_hook);
  EXPECT_THAT(Read({{"SPANSMITH_THROW_HOOK", "no"}}).notices, ElementsAre(HasSubstr("expected on or off; using on")));
}

TEST(Config, RegisteredDefaultsAreTheLatest) {
  injected::RegisterDefaults({"first", nullptr, nullptr, nullptr});
  injected::RegisterDefaults({"second", "2", "http://d", "c:4317"});
  EXPECT_STREQ(RegisteredDefaults().service_name, "second");
  EXPECT_STREQ(RegisteredDefaults().endpoint, "http://d");
  EXPECT_STREQ(RegisteredDefaults().endpoint_in_cluster, "c:4317");
}

}  // namespace
}  // namespace spansmith::config
