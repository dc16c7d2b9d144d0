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
}

TEST(WithoutCredentials, OnlyTheUserInfoGoes) {
  EXPECT_EQ(WithoutCredentials("http://host/a@b"), "http://host/a@b");
  EXPECT_EQ(WithoutCredentials("http://u:p@q@host/a@b"), "http://***@host/a@b");
  EXPECT_EQ(WithoutCredentials("u:p@host:1"), "***@host:1");
  EXPECT_EQ(WithoutCredentials(""), "");
}

}  // namespace
}  // namespace spansmith::config
