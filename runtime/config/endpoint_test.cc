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
              Notices* notices = nullptr) {
  Notices ignored;
  return ReadEndpoint([&](const char* name) { return variables[name]; }, build_default,
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
            "OTEL_EXPORTER_OTLP_ENDPOINT='ftp://***@h': expected an http:// or https:// URL; using "
            "http://localhost:4318");
  EXPECT_EQ(Read({{kGeneral, "http://"}}).url, "http://localhost:4318/v1/traces");
  EXPECT_EQ(Read({{kGeneral, "http://a b"}}).url, "http://localhost:4318/v1/traces");
}

}  // namespace
}  // namespace spansmith::config
