// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/usage.h"

#include <gtest/gtest.h>

#include "generator/rulefile/load.h"

namespace spansmith::generator {
namespace {

const std::vector<Rule> kRules = LoadRules(R"(rules:
  - match: {function: "multigres::EtcdReconciler::Recocnile"}
  - match: {function: "**::Get"}
  - match: {namespace: nowhere}
)",
                                           "r.yaml")
                                     .rules;

RuleUsage Parsed() {
  RuleUsage usage;
  usage.looked = true;
  usage.matched = {false, true, false};
  usage.functions = {{{"multigres", "EtcdReconciler", "Reconcile"}, "src/etcd.cc"}, {{"main"}, "src/main.cc"}};
  return usage;
}

RuleUsage NotParsed() {
  RuleUsage usage;
  usage.looked = true;
  return usage;
}

TEST(UnusedRules, NamesTheNearest) {
  const std::vector<Diagnostic> found = UnusedRules(kRules, {UsageFragment(kRules, Parsed(), {})}, "program");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(Message(found[0]),
            "this rule matches no function of the target program: nothing has a span for it; the nearest: "
            "`multigres::EtcdReconciler::Reconcile` in `src/etcd.cc`");
  EXPECT_EQ(found[0].place.line, 2u);
  EXPECT_EQ(found[1].arguments[1], "");
}

TEST(UnusedRules, AWordOfASourceThatWasNotParsedIsNearToo) {
  const SourceWords words = {{"Reconcile", "main", "GetAll"}, {}};
  const std::vector<Diagnostic> found = UnusedRules(kRules, {UsageFragment(kRules, NotParsed(), words)}, "program");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].arguments[1], "; the nearest: `Reconcile`");
}

TEST(UnusedRules, OneSourceThatMatchesIsEnough) {
  EXPECT_EQ(
      UnusedRules(kRules, {UsageFragment(kRules, NotParsed(), {}), UsageFragment(kRules, Parsed(), {})}, "p").size(),
      2u);
}

TEST(UnusedRules, NothingIsSaidWhereASourceCouldNotBeParsed) {
  EXPECT_TRUE(UnusedRules(kRules, {UsageFragment(kRules, RuleUsage{}, {})}, "p").empty());
}

TEST(UnusedRules, AFragmentMayBeAnything) {
  EXPECT_EQ(UnusedRules(kRules, {"", "\t\t\n\0", "near\t2\tr.yaml\tx\n", "matched\n"}, "p").size(), 3u);
}

}  // namespace
}  // namespace spansmith::generator
