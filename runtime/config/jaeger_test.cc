// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What programs that spoke to Jaeger were told goes to Jaeger, as OTLP.
#include "config/jaeger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "config/config.h"

namespace spansmith::config {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

constexpr char kEndpoint[] = "OTEL_EXPORTER_JAEGER_ENDPOINT";

Config Read(std::map<std::string, std::string> variables) {
  return Load([&](const char* name) { return variables[name]; }, {nullptr, nullptr, "http://built", nullptr}, "prog");
}

TEST(Jaeger, ItsEndpointTakesOtlp) {
  const Config thrift = Read({{kEndpoint, "http://jaeger:14268/api/traces"}});
  EXPECT_EQ(thrift.otlp.url, "http://jaeger:4318/v1/traces");
  EXPECT_THAT(thrift.exporters, ElementsAre(ExporterKind::kOtlp));
  EXPECT_THAT(thrift.notices, ElementsAre("OTEL_EXPORTER_JAEGER_ENDPOINT: Jaeger takes OTLP; spans are sent so, to "
                                          "'http://jaeger:4318'; say OTEL_EXPORTER_OTLP_ENDPOINT instead"));
  const Config grpc = Read({{kEndpoint, "jaeger:14250"}});
  EXPECT_EQ(grpc.otlp.url, "http://jaeger:4317");
  EXPECT_EQ(grpc.otlp.protocol, OtlpProtocol::kGrpc);
  EXPECT_EQ(Read({{kEndpoint, "https://jaeger.example/api/traces?format=jaeger.thrift"}}).otlp.url,
            "https://jaeger.example/v1/traces");
  EXPECT_EQ(Read({{kEndpoint, "http://[::1]:14268"}}).otlp.url, "http://[::1]:4318/v1/traces");
  EXPECT_EQ(Read({{kEndpoint, "http://h:114268"}}).otlp.url, "http://h:114268/v1/traces");
}

TEST(Jaeger, OtlpsVariableGoesBeforeAndTheBuildsDefaultAfter) {
  const Config both = Read({{kEndpoint, "http://jaeger:14268"}, {"OTEL_EXPORTER_OTLP_ENDPOINT", "http://other"}});
  EXPECT_EQ(both.otlp.url, "http://other/v1/traces");
  EXPECT_THAT(both.notices, IsEmpty());
  EXPECT_EQ(Read({{kEndpoint, "http:\x0f/jaeger"}}).otlp.url, "http://built/v1/traces");
  const Config bad = Read({{kEndpoint, "udp://jaeger:6831"}});
  EXPECT_EQ(bad.otlp.url, "http://built/v1/traces");
  EXPECT_THAT(bad.notices, ElementsAre(HasSubstr("expected an http:// or https:// URL; using no such endpoint")));
}

// RFC 7617, 2: its own example.
TEST(Jaeger, CredentialsAreForItsEndpointAlone) {
  const std::map<std::string, std::string> credentials = {{"OTEL_EXPORTER_JAEGER_USER", "Aladdin"},
                                                          {"OTEL_EXPORTER_JAEGER_PASSWORD", "open sesame"}};
  std::map<std::string, std::string> variables = credentials;
  variables[kEndpoint] = "http://jaeger:14268";
  EXPECT_THAT(Read(variables).otlp.headers, ElementsAre(Pair("authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")));
  variables["OTEL_EXPORTER_OTLP_HEADERS"] = "Authorization=Bearer%20x";
  EXPECT_THAT(Read(variables).otlp.headers, ElementsAre(Pair("Authorization", "Bearer x")));
  variables = credentials;
  variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://other";
  const Config other = Read(variables);
  EXPECT_THAT(other.otlp.headers, IsEmpty());
  EXPECT_THAT(other.notices, ElementsAre(HasSubstr("OTEL_EXPORTER_JAEGER_USER: is for OTEL_EXPORTER_JAEGER_ENDPOINT")));
}

TEST(Jaeger, Base64) {  // RFC 4648, 10
  for (const auto& [user, password, encoded] :
       {std::tuple{"f", "", "Zjo="}, std::tuple{"f", "o", "Zjpv"}, std::tuple{"f", "oo", "Zjpvbw=="}}) {
    const auto read = Read(
        {{kEndpoint, "http://j"}, {"OTEL_EXPORTER_JAEGER_USER", user}, {"OTEL_EXPORTER_JAEGER_PASSWORD", password}});
    EXPECT_THAT(read.otlp.headers, ElementsAre(Pair("authorization", std::string("Basic ") + encoded)));
  }
}

TEST(Jaeger, AnAgentIsExplained) {
  const Config config =
      Read({{"OTEL_EXPORTER_JAEGER_AGENT_HOST", "localhost"}, {"OTEL_EXPORTER_JAEGER_AGENT_PORT", "6831"}});
  EXPECT_EQ(config.otlp.url, "http://built/v1/traces");
  EXPECT_THAT(config.notices,
              ElementsAre(HasSubstr("nothing is sent to a Jaeger agent"), HasSubstr("_PORT: nothing is sent")));
  EXPECT_THAT(Read({{"OTEL_EXPORTER_JAEGER_TIMEOUT", "10"}, {"OTEL_EXPORTER_JAEGER_PROTOCOL", "udp"}}).notices,
              ElementsAre("OTEL_EXPORTER_JAEGER_PROTOCOL: is not used; say OTEL_EXPORTER_OTLP_PROTOCOL",
                          "OTEL_EXPORTER_JAEGER_TIMEOUT: is not used; say OTEL_EXPORTER_OTLP_TIMEOUT"));
}

TEST(Jaeger, TheExporterOfThatNameIsOtlp) {
  const Config config = Read({{"OTEL_TRACES_EXPORTER", "jaeger"}});
  EXPECT_THAT(config.exporters, ElementsAre(ExporterKind::kOtlp));
  EXPECT_THAT(config.notices,
              ElementsAre("OTEL_TRACES_EXPORTER='jaeger': expected otlp, which Jaeger takes; using otlp"));
}

}  // namespace
}  // namespace spansmith::config
