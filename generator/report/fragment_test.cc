// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/report/fragment.h"

#include <gtest/gtest.h>

#include <set>

namespace spansmith::generator {
namespace {

TEST(Fragment, ComesBackAsItWasWritten) {
  SourceReport report;
  report.source = "src/a b.cc";
  report.outcome = kSourceUnparsed;
  report.reason = "SM001";
  report.message = "Clang says \"no\"\nand more";
  report.dropped = {"-fno-such-flag", "--param=x=1"};
  report.usage = "matched\t1\trules.yaml\n";
  report.functions = {
      {"a::F", "src/a b.cc", 3, 7, ReasonCode::kNone, "", Asked::kRule, "a::F", false},
      {"a::G", "inc/g.h", 9, 1, ReasonCode::kHeaderNotCopied, "it uses #include_next", Asked::kAnnotation, "", true},
      {"main", "src/a b.cc", 20, 5, ReasonCode::kNotSelected, "", Asked::kNobody, "", false}};
  report.annotations = {{"a::H", "inc/h.h", 4, 1, false}, {"a::I", "src/a b.cc", 5, 3, true}};
  const std::optional<SourceReport> read = ReadFragment(FragmentText(report));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, report);
}

TEST(Fragment, BytesThatAreNoUtf8DoNotStopIt) {
  SourceReport report;
  report.source = "caf\xe9.cc";
  const std::optional<SourceReport> read = ReadFragment(FragmentText(report));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->source, "caf\xef\xbf\xbd.cc");
}

TEST(Fragment, WhatIsNoneIsNothing) {
  const std::string whole = FragmentText({"a.cc", kSourceUnchanged, "", "", {}, {}, "", {}, {}});
  EXPECT_TRUE(ReadFragment(whole).has_value());
  EXPECT_FALSE(ReadFragment("").has_value());
  EXPECT_FALSE(ReadFragment("[]").has_value());
  EXPECT_FALSE(ReadFragment("{\"source\": \"a.cc\"}").has_value());
  const std::optional<SourceReport> odd =
      ReadFragment(R"({"spansmith_fragment": 1, "annotations": [1, {"defined": 2}], "functions": [{"header": "x"}]})");
  ASSERT_TRUE(odd.has_value());
  EXPECT_FALSE(odd->annotations.back().defined);
  for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
    EXPECT_FALSE(ReadFragment(whole.substr(0, size)).has_value()) << size;
  }
}

TEST(Reason, CodesAreUniqueAndComeBack) {
  std::set<std::string> codes;
  for (const ReasonCode reason : AllReasons()) {
    EXPECT_TRUE(codes.insert(CodeOf(reason)).second) << CodeOf(reason);
    EXPECT_EQ(ReasonOf(CodeOf(reason)), reason);
    EXPECT_STRNE(TextOf(reason), "");
  }
  EXPECT_EQ(ReasonOf("no such code"), ReasonCode::kNone);
}

}  // namespace
}  // namespace spansmith::generator
