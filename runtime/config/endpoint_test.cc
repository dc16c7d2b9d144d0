// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which URL spans go to.
#include "config/endpoint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace spansmith::config {
namespace {

Endpoint Read(std::map<std::string, std::string> variables, const char* build_default = nullptr,
              Notices* notices = nullptr, const char* in_cluster = nullptr) {
  Notices ignored;
  return ReadEndpoint([&](const char* name) { return variables[name]; }, {nullptr, nullptr, build_default, in_cluster},
                      notices == nullptr ? ignored : *notices);
}

constexpr char kGeneral[] = "OTEL_EXPORTER_OTLP_ENDPOINT";
constexpr char kTraces[] = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";

TEST(Endpoint, TheGeneralOneGetsAPathAndTheTracesOneIsTakenAsItIs) {
  EXPECT_EQ(Read({{kGeneral, "http://h:1"}}).url, "http://h:1/v1/traces");
  EXPECT_EQ(Read({{kGeneral, "https://h/base/"}}).url, "https://h/base/v1/traces");
  EXPECT_EQ(Read({{kTraces, "http://h:1/x"}, {kGeneral, "http://other"}}).url, "http://h:1/x");
  EXPECT_TRUE(Read({{kTraces, "http://h"}}).given);
}

TEST(Endpoint, WithoutASchemeItIsHttp) { EXPECT_EQ(Read({{kGeneral, "h:4318"}}).url, "http://h:4318/v1/traces"); }

constexpr char kProtocol[] = "OTEL_EXPORTER_OTLP_PROTOCOL";
constexpr char kInsecure[] = "OTEL_EXPORTER_OTLP_INSECURE";

TEST(Endpoint, Port4317WithoutAProtocolIsGrpc) {
  const Endpoint endpoint = Read({{kGeneral, "tempo.monitoring.svc:4317"}});
  EXPECT_EQ(endpoint.protocol, OtlpProtocol::kGrpc);
  EXPECT_EQ(endpoint.url, "http://tempo.monitoring.svc:4317");
  EXPECT_EQ(Read({{kTraces, "https://[::1]:4317/ignored?x"}}).url, "https://[::1]:4317");
  EXPECT_EQ(Read({{kGeneral, "h:4318"}}).protocol, OtlpProtocol::kHttpProtobuf);
  EXPECT_EQ(Read({{kGeneral, "h:14317"}}).protocol, OtlpProtocol::kHttpProtobuf);
  EXPECT_EQ(Read({{kGeneral, "http://h/x:4317"}}).protocol, OtlpProtocol::kHttpProtobuf);
}

TEST(Endpoint, AProtocolThatIsSaidWinsOverThePort) {
  EXPECT_EQ(Read({{kGeneral, "h:4317"}, {kProtocol, "http/protobuf"}}).url, "http://h:4317/v1/traces");
  EXPECT_EQ(Read({{kGeneral, "http://h:4318/base"}, {kProtocol, "grpc"}}).url, "http://h:4318");
  EXPECT_EQ(Read({{kProtocol, " GRPC "}}).url, "http://localhost:4317");
  EXPECT_EQ(Read({{kProtocol, "http/protobuf"}, {"OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "grpc"}}).protocol,
            OtlpProtocol::kGrpc);
  Notices notices;
  EXPECT_EQ(Read({{kProtocol, "carrier pigeon"}}, nullptr, &notices).protocol, OtlpProtocol::kHttpProtobuf);
  EXPECT_EQ(notices.size(), 1u);
}

TEST(Endpoint, AUnixDomainSocketInBothSpellings) {
  for (const char* text : {"unix:/run/otel.sock", "unix:///run/otel.sock", " UNIX:///run/otel.sock "}) {
    const Endpoint endpoint = Read({{kGeneral, text}});
    EXPECT_EQ(endpoint.url, "unix:/run/otel.sock") << text;
    EXPECT_EQ(endpoint.protocol, OtlpProtocol::kHttpProtobuf);
    EXPECT_EQ(Read({{kTraces, text}, {kProtocol, "grpc"}}).url, "unix:/run/otel.sock");
  }
  EXPECT_EQ(Read({{kGeneral, "unix:/run/x:4317"}}).protocol, OtlpProtocol::kHttpProtobuf);
  EXPECT_EQ(Read({{kGeneral, "unix:4318"}}).url, "http://unix:4318/v1/traces");  // a host of that name
  for (const std::string& text : {std::string("unix://h/x"), std::string("unix:/"), std::string("unix:////x"),
                                  "unix:/" + std::string(107, 'x')}) {
    Notices notices;
    EXPECT_EQ(Read({{kGeneral, text}}, nullptr, &notices).url, "http://localhost:4318/v1/traces") << text;
    EXPECT_EQ(notices.size(), 1u) << text;
  }
  EXPECT_EQ(Read({{kGeneral, "unix:/" + std::string(106, 'x')}}).url.size(), 5u + 107u);
}

TEST(Endpoint, InsecureIsAboutEndpointsWithoutAScheme) {
  EXPECT_EQ(Read({{kGeneral, "h:4317"}, {kInsecure, "false"}}).url, "https://h:4317");
  EXPECT_EQ(Read({{kGeneral, "h:4317"}, {kInsecure, "true"}}).url, "http://h:4317");
  EXPECT_EQ(Read({{kGeneral, "http://h:4317"}, {kInsecure, "false"}}).url, "http://h:4317");
  EXPECT_EQ(Read({{kGeneral, "h:4317"}, {kInsecure, "false"}, {"OTEL_EXPORTER_OTLP_TRACES_INSECURE", "true"}}).url,
            "http://h:4317");
}

TEST(Endpoint, InAClusterTheBuildsOtherDefaultGoesFirst) {
  const std::map<std::string, std::string> pod = {{"KUBERNETES_SERVICE_HOST", "10.0.0.1"}};
  EXPECT_EQ(Read(pod, "http://built", nullptr, "tempo:4317").url, "http://tempo:4317");
  EXPECT_TRUE(Read(pod, nullptr, nullptr, "tempo:4317").given);
  EXPECT_EQ(Read({}, "http://built", nullptr, "tempo:4317").url, "http://built/v1/traces");
  EXPECT_FALSE(Read({}, nullptr, nullptr, "tempo:4317").given);
  EXPECT_EQ(Read(pod, "http://built", nullptr, "").url, "http://built/v1/traces");
  std::map<std::string, std::string> both = pod;
  both[kGeneral] = "http://env";
  EXPECT_EQ(Read(both, nullptr, nullptr, "tempo:4317").url, "http://env/v1/traces");
  Notices notices;
  EXPECT_EQ(Read(pod, "http://built", &notices, "ftp://x").url, "http://built/v1/traces");
  EXPECT_EQ(notices.size(), 1u);
}

TEST(Endpoint, TheBuildsDefaultIsTheWeakest) {
  EXPECT_EQ(Read({}, "http://built").url, "http://built/v1/traces");
  EXPECT_TRUE(Read({}, "http://built").given);
  EXPECT_EQ(Read({{kGeneral, "http://env"}}, "http://built").url, "http://env/v1/traces");
  EXPECT_EQ(Read({}).url, "http://localhost:4318/v1/traces");
  EXPECT_FALSE(Read({}).given);
}

TEST(Endpoint, ABadOneIsToldWithoutItsPassword) {
  Notices notices;
  EXPECT_EQ(Read({{kGeneral, "ftp://u:p@h"}}, nullptr, &notices).url, "http://localhost:4318/v1/traces");
  ASSERT_EQ(notices.size(), 1u);
  EXPECT_EQ(notices[0],
            "OTEL_EXPORTER_OTLP_ENDPOINT='ftp://***@h': expected an http:// or https:// URL, host:port, or "
            "unix:/path; using "
            "http://localhost:4318");
  EXPECT_EQ(Read({{kGeneral, "http://"}}).url, "http://localhost:4318/v1/traces");
  EXPECT_EQ(Read({{kGeneral, "http://a b"}}).url, "http://localhost:4318/v1/traces");
  EXPECT_EQ(Read({{kGeneral, "http://a\x01"}}).url, "http://localhost:4318/v1/traces");
}

}  // namespace
}  // namespace spansmith::config
