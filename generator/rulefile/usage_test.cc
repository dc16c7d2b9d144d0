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
  usage.functions = {{{"multigres", "EtcdReconciler", "Reconcile"}, "src/etcd.cc", {}}, {{"main"}, "src/main.cc", {}}};
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

std::string NearestOf(const std::string& match, const RuleUsage& usage, const SourceWords& words) {
  const std::vector<Rule> rules = LoadRules("rules:\n  - match: " + match + "\n", "r.yaml").rules;
  const std::vector<Diagnostic> found = UnusedRules(rules, {UsageFragment(rules, usage, words)}, "program");
  return found.size() == 1 ? found[0].arguments[1] : "(" + std::to_string(found.size()) + " messages)";
}

TEST(UnusedRules, SayWhichConditionDoesNotHold) {
  RuleUsage usage;
  usage.looked = true;
  usage.matched = {false};
  usage.functions = {{{"shop", "Pay"}, "src/pay.cc", {{0, "file"}}}, {{"shop", "Pya"}, "src/pya.cc", {}}};
  EXPECT_EQ(NearestOf("{function: \"shop::P*y\", file: \"lib/**\"}", usage, {}),
            "; the nearest: `shop::Pay` in `src/pay.cc` (`file` does not hold)");
  EXPECT_EQ(NearestOf("{function: \"shop::Pay\", file: \"lib/**\"}", usage, {}),
            "; the nearest: `shop::Pay` in `src/pay.cc` (`file` does not hold), `shop::Pya` in `src/pya.cc`");
  usage.functions.front().misses = {{0, "exclude"}};
  EXPECT_EQ(NearestOf("{function: \"shop::Pay\"}", usage, {}).substr(0, 62),
            "; the nearest: `shop::Pay` in `src/pay.cc` (`exclude` takes it");
}

TEST(UnusedRules, NameAFileANamespaceAndAWordOfAnotherFile) {
  const SourceWords words = {{"shop", "Pay"}, {"src/pay.cc", "/usr/include/pay.h"}};
  EXPECT_EQ(NearestOf("{function: \"shop::Pay\", file: \"lib/**\"}", NotParsed(), words),
            "; the nearest: `Pay` in `src/pay.cc` or what it includes (`file` does not hold)");
  EXPECT_EQ(NearestOf("{file: \"src/pya.cc\"}", NotParsed(), words), "; the nearest: `src/pay.cc`");
  EXPECT_EQ(NearestOf("{namespace: \"multigers::**\"}", Parsed(), {}), "; the nearest: `multigres`");
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
