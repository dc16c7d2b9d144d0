// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Who wins when several name the service, and what is always there.
#include "config/resource.h"

#include <gtest/gtest.h>

#include <map>

namespace spansmith::config {
namespace {

std::string Get(std::map<std::string, std::string> variables, const injected::Defaults& defaults, const char* key) {
  Notices notices;
  const Attributes resource =
      ReadResource([&](const char* name) { return variables[name]; }, defaults, "prog", {}, notices);
  const AttributeValue* value = FindAttribute(resource, key);
  return value == nullptr ? "" : std::get<std::string>(*value);
}

TEST(Resource, ServiceName) {
  const injected::Defaults none{nullptr, nullptr, nullptr, nullptr};
  const injected::Defaults built{"built", "1.2", nullptr, nullptr};
  EXPECT_EQ(Get({}, none, "service.name"), "unknown_service:prog");
  EXPECT_EQ(Get({}, built, "service.name"), "built");
  EXPECT_EQ(Get({{"OTEL_RESOURCE_ATTRIBUTES", "service.name=attr"}}, built, "service.name"), "attr");
  EXPECT_EQ(
      Get({{"OTEL_RESOURCE_ATTRIBUTES", "service.name=attr"}, {"OTEL_SERVICE_NAME", "env"}}, built, "service.name"),
      "env");
  EXPECT_EQ(Get({}, built, "service.version"), "1.2");
}

TEST(Resource, AttributesAreDecodedAndTheSdkNamesItself) {
  const injected::Defaults none{nullptr, nullptr, nullptr, nullptr};
  EXPECT_EQ(Get({{"OTEL_RESOURCE_ATTRIBUTES", "team=a%20b"}}, none, "team"), "a b");
  EXPECT_EQ(Get({{"OTEL_RESOURCE_ATTRIBUTES", "a%3db%2cc=d"}}, none, "a=b,c"), "d");
  EXPECT_EQ(Get({{"OTEL_RESOURCE_ATTRIBUTES", "telemetry.sdk.name=x"}}, none, "telemetry.sdk.name"), "spansmith");
  EXPECT_EQ(Get({}, none, "telemetry.sdk.language"), "cpp");
}

TEST(Resource, WhatIsFoundIsThereAndMayBeSaidOtherwise) {
  const injected::Defaults none{nullptr, nullptr, nullptr, nullptr};
  EXPECT_EQ(Get({}, none, "process.executable.name"), "prog");
  EXPECT_NE(Get({}, none, "service.instance.id"), "");
  EXPECT_EQ(
      Get({{"OTEL_RESOURCE_ATTRIBUTES", "service.instance.id=mine,host.name=other"}}, none, "service.instance.id"),
      "mine");
}

}  // namespace
}  // namespace spansmith::config
