// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The watched file's text: taken whole, or not at all.
#include "config/live.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spansmith::config {
namespace {

using ::testing::HasSubstr;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

TEST(ParseFile, LinesOfNameAndValue) {
  Variables variables;
  EXPECT_EQ(ParseFile("# half of them\r\n\r\n OTEL_TRACES_SAMPLER = traceidratio \r\nOTEL_TRACES_SAMPLER_ARG=0.5\n"
                      "\tSPANSMITH_FILTER=a/*=on,**=off",
                      &variables),
            "");
  EXPECT_THAT(variables,
              UnorderedElementsAre(Pair("OTEL_TRACES_SAMPLER", "traceidratio"), Pair("OTEL_TRACES_SAMPLER_ARG", "0.5"),
                                   Pair("SPANSMITH_FILTER", "a/*=on,**=off")));
  EXPECT_EQ(ParseFile("", &variables), "");
  EXPECT_TRUE(variables.empty());
}

TEST(ParseFile, WhatIsWrongIsToldAndNothingIsTaken) {
  Variables variables = {{"SPANSMITH_FILTER", "kept"}};
  const auto wrong = [&](std::string_view text) { return ParseFile(text, &variables); };
  EXPECT_EQ(wrong("\nSPANSMITH_FILTER"), "line 2 is not NAME=VALUE");
  EXPECT_EQ(wrong("=x"), "line 1 is not NAME=VALUE");
  EXPECT_THAT(wrong("SPANSMITH_FIL=x"), HasSubstr("line 1: SPANSMITH_FIL is not a variable that can change"));
  EXPECT_THAT(wrong("OTEL_SERVICE_NAME=x"), HasSubstr("SPANSMITH_TAIL_WAIT and OTEL_LOG_LEVEL"));
  EXPECT_EQ(wrong("SPANSMITH_FILTER=a=on\nSPANSMITH_FILTER=a=off"), "line 2: SPANSMITH_FILTER is there twice");
  EXPECT_EQ(wrong(std::string_view("SPANSMITH_FILTER=a\0b", 20)), "line 1 holds a zero byte");
  EXPECT_THAT(wrong("hunter2\x1b[31m=1"), HasSubstr("line 1 is not a variable that can change"));
  EXPECT_THAT(variables, UnorderedElementsAre(Pair("SPANSMITH_FILTER", "kept")));
}

TEST(ReadLive, TheTextOfTailSamplingChangesWhereItDoes) {
  Variables variables = {{"SPANSMITH_TAIL_RATIO", "0.5"}};
  const auto read = [&] {
    Notices notices;
    return ReadLive([&](const char* name) { return variables[name]; }, notices);
  };
  const Live before = read();
  EXPECT_EQ(before.tail->ratio, 0.5);
  EXPECT_EQ(read().tail_text, before.tail_text);
  variables["SPANSMITH_TAIL_KEEP"] = "write";
  EXPECT_NE(read().tail_text, before.tail_text);
  variables["OTEL_TRACES_SAMPLER"] = "always_off";
  EXPECT_EQ(read().sampler.kind, SamplerKind::kAlwaysOff);
  variables["SPANSMITH_FILTER"] = "broken";
  EXPECT_EQ(read().filter_text, "");
}

}  // namespace
}  // namespace spansmith::config
