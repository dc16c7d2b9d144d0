// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "config/errors.h"

#include <gtest/gtest.h>

#include <map>

namespace spansmith::config {
namespace {

Errors Read(const std::map<std::string, std::string>& variables) {
  Notices notices;
  return ReadErrors(
      [&](const char* name) {
        const auto found = variables.find(name);
        return found == variables.end() ? "" : found->second;
      },
      notices);
}

TEST(Errors, WhatIsReadAndWhatIsUsual) {
  const Errors usual = Read({});
  EXPECT_EQ(usual.events, Errors::Events::kAll);
  EXPECT_FALSE(usual.stack_traces);
  EXPECT_EQ(usual.text_limit, Errors::kMostText);
  EXPECT_TRUE(usual.redactions.empty());
  const Errors read = Read({{"SPANSMITH_EXCEPTION_EVENTS", " First"},
                            {"SPANSMITH_EXCEPTION_STACKTRACE", "ON"},
                            {"SPANSMITH_ERROR_TEXT_LIMIT", "100"},
                            {"SPANSMITH_REDACT_ERROR_TEXT", "Password=*, bearer *"}});
  EXPECT_EQ(read.events, Errors::Events::kFirst);
  EXPECT_TRUE(read.stack_traces);
  EXPECT_EQ(read.text_limit, 100u);
  ASSERT_EQ(read.redactions.size(), 2u);
  EXPECT_EQ(read.redactions[0], "password=*");
}

TEST(RedactText, AStarEndsWithTheWord) {
  EXPECT_EQ(RedactText({"password=*"}, "no: Password=hunter2, retry"), "no: [redacted], retry");
  EXPECT_EQ(RedactText({"bearer *"}, "Authorization: Bearer abc.def; 401"), "Authorization: [redacted]; 401");
  EXPECT_EQ(RedactText({"password=*"}, "password="), "[redacted]");
  EXPECT_EQ(RedactText({"://*@"}, "postgres://admin:secret@db:5432/x refused"), "postgres[redacted]db:5432/x refused");
  EXPECT_EQ(RedactText({"://*@"}, "http://db/x: user@host"), "http://db/x: user@host");
  EXPECT_EQ(RedactText({"hunter2"}, "hunter2 and HUNTER2"), "[redacted] and [redacted]");
  EXPECT_EQ(RedactText({"token=*&user=*"}, "GET /?token=a&user=b failed"), "GET /?[redacted] failed");
  EXPECT_EQ(RedactText({"a", "b"}, "cab"), "c[redacted][redacted]");
  EXPECT_EQ(RedactText({}, "text"), "text");
}

TEST(RedactText, LongTextsTakeNoTime) {
  const std::string text(4'096, 'a');
  EXPECT_EQ(RedactText({"a*b*c"}, text), text);
}

}  // namespace
}  // namespace spansmith::config
