// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/report/target_report.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace spansmith::generator {
namespace {

FunctionAccount Function(const std::string& name, const std::string& file, unsigned line, ReasonCode reason) {
  FunctionAccount out{name, file, line, 1, reason, "", Asked::kRule, reason == ReasonCode::kNone ? name : "", false};
  out.header = file.back() == 'h';
  return out;
}

ObjectFragment Object(const std::string& source, std::vector<FunctionAccount> functions) {
  SourceReport report;
  report.source = source;
  report.outcome = functions.empty() ? kSourceNotParsed : kSourceInstrumented;
  report.functions = std::move(functions);
  return {source + ".o", FragmentText(report)};
}

TEST(TargetReport, AHeadersFunctionCountsOnce) {
  const FunctionAccount shared = Function("Shared", "a.h", 3, ReasonCode::kNone);
  const TargetReport report = MergeFragments(
      "t", {Object("a.cc", {shared, Function("A", "a.cc", 1, ReasonCode::kConstexpr)}), Object("b.cc", {shared})});
  EXPECT_EQ(report.functions.size(), 2u);
  EXPECT_EQ(report.Instrumented(), 1u);
  EXPECT_EQ(report.LeftOut(), (std::map<std::string, std::size_t>{{"constexpr", 1}}));
  EXPECT_EQ(report.Outcomes(), (std::map<std::string, std::size_t>{{"instrumented", 2}}));
  for (const TargetFunction& function : report.functions) EXPECT_EQ(function.differs, "");
}

TEST(TargetReport, WhatDiffersBetweenSourcesIsSaid) {
  const FunctionAccount with = Function("Shared", "a.h", 3, ReasonCode::kNone);
  const FunctionAccount without = Function("Shared", "a.h", 3, ReasonCode::kHeaderNotCopied);
  for (const auto& order : {std::vector{with, without}, std::vector{without, with}}) {
    const TargetReport report = MergeFragments("t", {Object("a.cc", {order[0]}), Object("b.cc", {order[1]})});
    ASSERT_EQ(report.functions.size(), 1u);
    EXPECT_EQ(report.functions[0].account, with);
    EXPECT_EQ(report.functions[0].differs, "header_not_copied");
  }
}

TEST(TargetReport, AnAnnotationIsDefinedIfOneSourceDefinesItsFunction) {
  const auto object = [](const std::string& source, std::vector<AnnotationAccount> annotations) {
    SourceReport report;
    report.source = source;
    report.outcome = kSourceUnchanged;
    report.annotations = std::move(annotations);
    return ObjectFragment{source + ".o", FragmentText(report)};
  };
  const std::vector<ObjectFragment> fragments = {
      object("a.cc", {{"Pay", "pay.h", 3, 1, false}, {"Lost", "pay.h", 4, 1, false}}),
      object("b.cc", {{"Pay", "pay.h", 3, 1, true}, {"Lost", "pay.h", 4, 1, false}}),
      object("c.cc", {{"Pay", "pay.h", 3, 1, false}})};
  const std::vector<AnnotationAccount> expected = {{"Pay", "pay.h", 3, 1, true}, {"Lost", "pay.h", 4, 1, false}};
  const TargetReport report = MergeFragments("t", fragments);
  EXPECT_EQ(report.annotations, expected);
  EXPECT_TRUE(report.sources.front().annotations.empty());
  const std::optional<TargetReport> read = ReadReport(ReportText(report));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->annotations, expected);
}

TEST(TargetReport, TwoFunctionsOfOneMacroAreTwo) {
  const TargetReport report = MergeFragments("t", {Object("a.cc", {Function("A", "a.cc", 1, ReasonCode::kMacroBody),
                                                                   Function("B", "a.cc", 1, ReasonCode::kMacroBody)})});
  EXPECT_EQ(report.functions.size(), 2u);
}

TEST(TargetReport, TheOrderOfTheBuildDoesNotShow) {
  std::vector<ObjectFragment> fragments = {Object("a.cc", {Function("A", "a.cc", 9, ReasonCode::kNone)}),
                                           Object("b.cc", {Function("B", "b.cc", 2, ReasonCode::kNone)}),
                                           Object("c.cc", {}),
                                           {"d.c.o", std::nullopt},
                                           {"e.c.o", "garbage"}};
  const std::string text = ReportText(MergeFragments("t", fragments));
  std::reverse(fragments.begin(), fragments.end());
  EXPECT_EQ(ReportText(MergeFragments("t", fragments)), text);
}

TEST(TargetReport, ComesBackAsItWasWritten) {
  TargetReport report =
      MergeFragments("t", {Object("a.cc", {Function("A", "a.cc", 1, ReasonCode::kNone)}), {"x.o", {}}});
  report.sources[0].dropped = {"-fx"};
  report.functions[0].differs = "lambda";
  const std::optional<TargetReport> read = ReadReport(ReportText(report));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->target, "t");
  EXPECT_EQ(read->sources, report.sources);
  EXPECT_EQ(read->without, (std::vector<std::string>{"x.o"}));
  EXPECT_EQ(read->functions, report.functions);
  EXPECT_FALSE(ReadReport(ReportText(report).substr(0, 100)).has_value());
  EXPECT_FALSE(ReadReport("{}").has_value());
}

}  // namespace
}  // namespace spansmith::generator
