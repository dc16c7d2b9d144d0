// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/applies.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

Rule Of(RuleMatch match) {
  Rule rule;
  rule.matches.push_back(std::move(match));
  return rule;
}

Rule OfName(const std::string& glob) {
  RuleMatch match;
  match.functions = {glob};
  return Of(match);
}

const SourceWords kWords = {{"kube", "Client", "Get", "operator", "Pool"}, {"src/client.cc", "/usr/include/a.h"}};

TEST(MayApply, EveryWordOfTheNameMustBeThere) {
  for (const char* glob : {"**", "kube::Client::Get", "**::G*t", "kube::**", "*", "Pool::~Pool",
                           "**::operator==", "**::operator bool", "::kube::*"})
    EXPECT_TRUE(MayApply(OfName(glob), kWords)) << glob;
  for (const char* glob : {"kube::Client::List", "kub::Client::Get", "**::L*t", "Queue::~Queue"})
    EXPECT_FALSE(MayApply(OfName(glob), kWords)) << glob;
}

TEST(MayApply, OneOfTheAlternativesIsEnough) {
  RuleMatch match;
  match.functions = {"List", "Get"};
  EXPECT_TRUE(MayApply(Of(match), kWords));
  Rule rule = OfName("List");
  EXPECT_FALSE(MayApply(rule, kWords));
  rule.matches.emplace_back();
  rule.matches.back().return_types = {"int"};
  EXPECT_TRUE(MayApply(rule, kWords));
}

TEST(MayApply, NamespaceBaseAndFileToo) {
  RuleMatch match;
  match.namespaces = {"multigres"};
  EXPECT_FALSE(MayApply(Of(match), kWords));
  match.namespaces = {"kube"};
  EXPECT_TRUE(MayApply(Of(match), kWords));
  match.bases = {"kube::Reconciler"};
  EXPECT_FALSE(MayApply(Of(match), kWords));
  match.bases.clear();
  match.files = {"src/*.h"};
  EXPECT_FALSE(MayApply(Of(match), kWords));
  match.files = {"src/*.h", "src/*.cc"};
  EXPECT_TRUE(MayApply(Of(match), kWords));
}

}  // namespace
}  // namespace spansmith::generator
