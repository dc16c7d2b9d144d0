// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which exporters run, and what each variable does.
#include "config/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "config/describe.h"

namespace spansmith::config {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
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

TEST(Config, ExportersThatAreAllUnknownAreSaidToRecordNothing) {
  const Config bad = Read({{"OTEL_TRACES_EXPORTER", "oltp"}, {"OTEL_EXPORTER_OTLP_ENDPOINT", "http://h"}});
  EXPECT_THAT(bad.exporters, IsEmpty());
  EXPECT_EQ(bad.notices.size(), 1u);
  EXPECT_THAT(bad.why_no_exporters, HasSubstr("names no exporter that is known"));
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

TEST(Config, OtlpCompressionAndCertificates) {
  const Config config = Read({{"OTEL_EXPORTER_OTLP_COMPRESSION", "none"},
                              {"OTEL_EXPORTER_OTLP_TRACES_COMPRESSION", " GZIP"},
                              {"OTEL_EXPORTER_OTLP_CERTIFICATE", "/ca.pem"},
                              {"OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", "/general.pem"},
                              {"OTEL_EXPORTER_OTLP_TRACES_CLIENT_CERTIFICATE", "/own.pem"},
                              {"OTEL_EXPORTER_OTLP_CLIENT_KEY", "/own.key"}});
  EXPECT_TRUE(config.otlp.gzip);
  EXPECT_EQ(config.otlp.certificate, "/ca.pem");
  EXPECT_EQ(config.otlp.client_certificate, "/own.pem");
  EXPECT_EQ(config.otlp.client_key, "/own.key");
  EXPECT_THAT(config.notices, IsEmpty());
  EXPECT_FALSE(Read({}).otlp.gzip);
  EXPECT_THAT(Read({{"OTEL_EXPORTER_OTLP_COMPRESSION", "zstd"}}).notices,
              ElementsAre("OTEL_EXPORTER_OTLP_COMPRESSION='zstd': expected gzip or none; using none"));
  const Config keyless = Read({{"OTEL_EXPORTER_OTLP_CLIENT_KEY", "/own.key"}});
  EXPECT_EQ(keyless.otlp.client_key, "");
  EXPECT_THAT(keyless.notices, ElementsAre(HasSubstr("expected OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE beside it")));
}

TEST(Config, TheTextOfAKeyInPlaceOfItsPathIsNotRepeated) {
  constexpr char kPem[] = "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----\n";
  for (const char* name : {"OTEL_EXPORTER_OTLP_CERTIFICATE", "OTEL_EXPORTER_OTLP_TRACES_CLIENT_CERTIFICATE",
                           "OTEL_EXPORTER_OTLP_CLIENT_KEY"}) {
    const Config config = Read({{name, kPem}, {"OTEL_EXPORTER_OTLP_ENDPOINT", "https://h"}});
    ASSERT_FALSE(config.notices.empty());
    EXPECT_THAT(config.notices[0], HasSubstr(std::string(name) + ": expected the path of a PEM file"));
    for (const std::string& notice : config.notices) EXPECT_THAT(notice, Not(HasSubstr("hunter2")));
    EXPECT_THAT(Describe(config), Not(HasSubstr("hunter2")));
  }
  EXPECT_EQ(Read({{"OTEL_EXPORTER_OTLP_CERTIFICATE", kPem}}).otlp.certificate, "(PEM text)");  // no such file
}

TEST(Config, ATimeoutOfZeroIsNoLimit) {
  const Config config = Read({{"OTEL_EXPORTER_OTLP_TIMEOUT", "0"}, {"OTEL_BSP_EXPORT_TIMEOUT", "0"}});
  EXPECT_EQ(config.otlp.timeout, std::chrono::hours(24));
  EXPECT_EQ(config.batch.export_timeout, std::chrono::hours(24));
  EXPECT_EQ(Read({{"OTEL_BSP_SCHEDULE_DELAY", "0"}}).batch.schedule_delay.count(), 0);  // no timeout, a duration
}

TEST(Config, AHeaderCannotBecomeTwo) {
  const Config config =
      Read({{"OTEL_EXPORTER_OTLP_HEADERS", "a=1%0d%0aEvil: hunter2,b c=2,d=3,e=%00,f=tab%09ok,g:=1"}});
  EXPECT_THAT(config.otlp.headers, ElementsAre(Pair("d", "3"), Pair("f", "tab\tok")));
  EXPECT_EQ(config.notices.size(), 4u);
  for (const std::string& notice : config.notices) EXPECT_THAT(notice, Not(HasSubstr("hunter2")));
}

TEST(Config, QueueRetrySpillAndFiles) {
  const Config usual = Read({});
  EXPECT_EQ(usual.batch.max_queue_bytes, 16u << 20);
  EXPECT_FALSE(usual.batch.drop_oldest);
  EXPECT_EQ(usual.retry.first_delay.count(), 1'000);
  EXPECT_EQ(usual.retry.most_delay.count(), 30'000);
  EXPECT_EQ(usual.retry.total.count(), 300'000);
  EXPECT_EQ(usual.spill.folder, "");
  EXPECT_EQ(usual.spill.max_bytes, 64u << 20);
  EXPECT_EQ(usual.file_max_bytes, 0u);
  EXPECT_EQ(usual.file_keep, 3u);
  EXPECT_FALSE(usual.drain_on_signals);
  const Config set = Read({{"SPANSMITH_QUEUE_SIZE", "2"},
                           {"SPANSMITH_QUEUE_DROP", "Oldest"},
                           {"SPANSMITH_RETRY_DELAY", "60000"},
                           {"SPANSMITH_RETRY_TIME", "0"},
                           {"SPANSMITH_SPILL_DIRECTORY", "/spill"},
                           {"SPANSMITH_SPILL_SIZE", "1"},
                           {"SPANSMITH_TRACES_FILE_SIZE", "5"},
                           {"SPANSMITH_TRACES_FILES", "1"},
                           {"SPANSMITH_SIGNALS", "drain"}});
  EXPECT_THAT(set.notices, IsEmpty());
  EXPECT_EQ(set.batch.max_queue_bytes, 2u << 20);
  EXPECT_TRUE(set.batch.drop_oldest);
  EXPECT_EQ(set.retry.first_delay.count(), 60'000);
  EXPECT_EQ(set.retry.most_delay.count(), 60'000);
  EXPECT_EQ(set.retry.total.count(), 0);
  EXPECT_EQ(set.spill.folder, "/spill");
  EXPECT_EQ(set.spill.max_bytes, 1u << 20);
  EXPECT_EQ(set.file_max_bytes, 5u << 20);
  EXPECT_EQ(set.file_keep, 1u);
  EXPECT_TRUE(set.drain_on_signals);
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
