// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "config/filter.h"

#include <gtest/gtest.h>

namespace spansmith::config {
namespace {

bool On(const char* filter, const char* scope, const char* function = "f") {
  Filter rules;
  EXPECT_EQ(ParseFilter(filter, rules), "");
  return IsOn(rules, scope, function);
}

TEST(Filter, TheFirstRuleThatMatchesDecides) {
  constexpr char kText[] = "multigres.io/*=on,**=off";
  EXPECT_TRUE(On(kText, "multigres.io/etcd-controller"));
  EXPECT_FALSE(On(kText, "multigres.io/a/b"));
  EXPECT_FALSE(On(kText, "kube"));
  EXPECT_FALSE(On(kText, ""));
  EXPECT_FALSE(On("**=off,multigres.io/*=on", "multigres.io/x"));
  EXPECT_TRUE(On("", "any"));
  EXPECT_TRUE(On("other=off", "any"));
}

TEST(Filter, ManyStarsTakeNoTime) {
  std::string pattern;
  for (int i = 0; i < 300; ++i) pattern += "**a";
  EXPECT_TRUE(On((pattern + "b=off").c_str(), std::string(3'000, 'a').c_str()));
}

TEST(Filter, StarsAndQuestionMarks) {
  EXPECT_FALSE(On("a*c=off", "abbc"));
  EXPECT_TRUE(On("a*c=off", "ab/c"));
  EXPECT_FALSE(On("a**c=off", "ab/c"));
  EXPECT_FALSE(On("*b*b=off", "abab"));
  EXPECT_FALSE(On("a?c=off", "abc"));
  EXPECT_TRUE(On("a?c=off", "ac"));
  EXPECT_FALSE(On("*=off", ""));
}

TEST(Filter, APatternWithColonsIsForTheFunction) {
  EXPECT_FALSE(On("kube::Client::*=off", "scope", "kube::Client::Get"));
  EXPECT_TRUE(On("kube::*=off", "scope", "kube::Client::Get"));
  EXPECT_FALSE(On("kube::**=off", "scope", "kube::Client::Get"));
  EXPECT_TRUE(On("kube::**=off", "kube::x", "f"));
}

TEST(Filter, AMalformedRuleIsNamedAndNothingChanges) {
  Filter rules;
  EXPECT_EQ(ParseFilter("a = off , ,b=ON", rules), "");
  ASSERT_EQ(rules.size(), 2u);
  EXPECT_EQ(rules[0].pattern, "a");
  EXPECT_TRUE(rules[1].on);
  EXPECT_EQ(ParseFilter("c=off,d=maybe", rules), "d=maybe");
  EXPECT_EQ(ParseFilter("c", rules), "c");
  EXPECT_EQ(ParseFilter("=on", rules), "=on");
  EXPECT_EQ(rules.size(), 2u);
}

}  // namespace
}  // namespace spansmith::config
