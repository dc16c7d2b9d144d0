// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Go's complaints about JSON.
#include "samples/kube/apiserver/wire/json_text.h"

#include <gtest/gtest.h>

namespace kube::apiserver {
namespace {

TEST(JsonTextTest, ErrorsAreGos) {
  EXPECT_EQ(ReadJson("").error, "unexpected end of JSON input");
  EXPECT_EQ(ReadJson("{\"a\":").error, "unexpected end of JSON input");
  EXPECT_EQ(ReadJson("hello").error, "invalid character 'h' looking for beginning of value");
  EXPECT_EQ(ReadJson("{\"a\" 1}").error, "invalid character '1' after object key");
  EXPECT_EQ(ReadJson("{\"a\":1 2}").error, "invalid character '2' after object key:value pair");
  EXPECT_EQ(ReadJson("[1 2]").error, "invalid character '2' after array element");
  EXPECT_EQ(ReadJson("{} x").error, "invalid character 'x' after top-level value");
  EXPECT_EQ(ReadJson("{\"a\":\"\xff\"}").error, "invalid UTF-8 in string");
}

TEST(JsonTextTest, DuplicatesAreNamed) {
  const JsonText text = ReadJson(R"({"spec": {"a": 1, "a": 2}, "list": [{"b": 1, "b": 1}]})");
  EXPECT_EQ(text.error, "");
  EXPECT_EQ(text.duplicates, (std::vector<std::string>{"spec.a", "list[0].b"}));
  EXPECT_EQ(text.value["spec"]["a"], 2);
}

TEST(JsonTextTest, DepthIsBounded) { EXPECT_EQ(ReadJson(std::string(20000, '[')).error, "exceeded max depth"); }

}  // namespace
}  // namespace kube::apiserver
