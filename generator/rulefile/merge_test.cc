// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/merge.h"

#include <gtest/gtest.h>

#include "generator/rulefile/load.h"

namespace spansmith::generator {
namespace {

MergedRules Merged(const std::string& text) {
  const RuleFile file = LoadRules(text, "r.yaml");
  EXPECT_TRUE(file.diagnostics.empty()) << Message(file.diagnostics.front());
  std::vector<const Rule*> all;
  for (const Rule& rule : file.rules) all.push_back(&rule);
  return Merge(all);
}

TEST(Merge, LaterRulesChangeWhatTheySay) {
  const MergedRules merged = Merged(R"(
rules:
  - match: {function: "**"}
    span: "first"
    kind: client
    attributes: {a: x, b: y}
    links: [l1]
  - match: {function: "**"}
    span: "second"
    attributes: {b: z, c: w}
    links: l2
    error_text: bad
)");
  EXPECT_TRUE(merged.selected);
  EXPECT_EQ(merged.place.line, 8u);
  EXPECT_EQ(merged.effect.span->text, "second");
  EXPECT_EQ(merged.effect.kind, SpanKind::kClient);
  EXPECT_EQ(merged.effect.error_text, "bad");
  ASSERT_EQ(merged.effect.attributes.size(), 3u);
  EXPECT_EQ(merged.effect.attributes[1].value.text, "z");
  EXPECT_EQ(merged.effect.attributes[1].value.place.line, 10u);
  EXPECT_EQ(merged.effect.links.size(), 2u);
}

TEST(Merge, TheNameIsOneThing) {
  const MergedRules merged = Merged(R"(
rules:
  - match: {function: "**"}
    span: "first"
  - match: {function: "**"}
    role: reconcile
    object: Etcd
)");
  EXPECT_FALSE(merged.effect.span.has_value());
  EXPECT_EQ(merged.effect.role, Role::kReconcile);
}

TEST(Merge, RootAndParentAreOneThing) {
  const MergedRules merged = Merged("rules: [{match: {function: f}, root: true}, {match: {function: f}, parent: p}]");
  EXPECT_FALSE(merged.effect.root.has_value());
  EXPECT_TRUE(merged.effect.parent.has_value());
}

TEST(Merge, IgnoreWins) {
  const MergedRules merged = Merged("rules: [{match: {function: f}, ignore: true}, {match: {function: f}, carry: x}]");
  EXPECT_FALSE(merged.selected);
  EXPECT_TRUE(merged.effect.carry.empty());
}

TEST(Merge, RefiningAndCarryingSelectNothing) {
  EXPECT_FALSE(Merged("rules: [{match: {function: f}, refine: true, span: x}]").selected);
  const MergedRules carried = Merged("rules: [{match: {function: f}, carry: [a, b]}]");
  EXPECT_FALSE(carried.selected);
  EXPECT_EQ(carried.effect.carry.size(), 2u);
  const MergedRules linked =
      Merged("rules: [{match: {function: f}, carry: a}, {match: {function: f}, carry_linked: true}]");
  EXPECT_FALSE(linked.selected);
  EXPECT_EQ(linked.effect.carry_linked, true);
  EXPECT_TRUE(Merged("rules: [{match: {function: f}}]").selected);
}

}  // namespace
}  // namespace spansmith::generator
