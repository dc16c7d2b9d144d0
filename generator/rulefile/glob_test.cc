// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/glob.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

bool Name(const std::string& pattern, const std::string& name) { return MatchesName(pattern, NameComponents(name)); }

TEST(MatchesName, AStarStaysInItsComponent) {
  EXPECT_TRUE(Name("kube::*::Get*", "kube::Client::GetAll"));
  EXPECT_TRUE(Name("kube::*::Get*", "kube::Client::Get"));
  EXPECT_FALSE(Name("kube::*::Get*", "kube::rest::Client::Get"));
  EXPECT_FALSE(Name("kube::*", "kube"));
  EXPECT_TRUE(Name("*Reconcil*r", "EtcdReconciler"));
  EXPECT_FALSE(Name("Get", "Getter"));
}

TEST(MatchesName, TwoStarsAreAnyNumberOfComponents) {
  for (const char* name : {"Reconcile", "a::Reconcile", "a::b::c::Reconcile"})
    EXPECT_TRUE(Name("**::Reconcile", name)) << name;
  EXPECT_TRUE(Name("a::**::c", "a::c"));
  EXPECT_TRUE(Name("a::**", "a"));
  EXPECT_TRUE(Name("**", "anything::at::all"));
  EXPECT_FALSE(Name("a::**::c", "a::b::d"));
  EXPECT_TRUE(Name("**::b::**::d", "a::b::b::c::d"));
}

TEST(MatchesName, LeadingColonsAreTheGlobalNamespace) {
  EXPECT_TRUE(Name("::main", "main"));
  EXPECT_FALSE(Name("::main", "a::main"));
}

TEST(MatchesName, OperatorsAreOneComponent) {
  EXPECT_TRUE(Name("**::operator*", "a::B::operator=="));
  EXPECT_TRUE(Name("**::operator*", "a::B::operator std::string"));
  EXPECT_FALSE(Name("**::operator*", "a::operators"));
  EXPECT_TRUE(Name("**::operators", "a::operators"));
  EXPECT_TRUE(Name("B::operator<", "B::operator<"));
}

TEST(MatchesName, ManyStarsDoNotTakeForEver) {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "**::*a*a*a*a*::";
  EXPECT_FALSE(Name(pattern + "b", std::string(2000, 'a') + "::" + std::string(2000, 'a') + "::c"));
}

TEST(MatchesPath, IsOfTheWholePath) {
  EXPECT_TRUE(MatchesPath("src/**/*.cc", "src/a/b/c.cc"));
  EXPECT_TRUE(MatchesPath("src/**/*.cc", "src/c.cc"));
  EXPECT_FALSE(MatchesPath("src/*.cc", "src/a/c.cc"));
  EXPECT_FALSE(MatchesPath("c.cc", "src/c.cc"));
  EXPECT_TRUE(MatchesPath("**/c.cc", "c.cc"));
  EXPECT_TRUE(MatchesPath("/usr/**", "/usr/include/a.h"));
}

TEST(WithoutBlanks, KeepsWordsApart) {
  EXPECT_EQ(WithoutBlanks("const std::vector< unsigned  long > &"), "const std::vector<unsigned long>&");
  EXPECT_EQ(WithoutBlanks("char *"), "char*");
}

TEST(WrongPatterns, SayWhy) {
  EXPECT_EQ(WrongNameGlob("a::**::B*::~B"), "");
  EXPECT_EQ(WrongNameGlob("operator<"), "");
  EXPECT_EQ(WrongNameGlob("a::operator()"), "");
  EXPECT_NE(WrongNameGlob("a::"), "");
  EXPECT_NE(WrongNameGlob("a::::b"), "");
  EXPECT_NE(WrongNameGlob("a**"), "");
  EXPECT_NE(WrongNameGlob("a.b"), "");
  EXPECT_NE(WrongNameGlob("a:b"), "");
  EXPECT_NE(WrongNameGlob("vector<int>::size"), "");
  EXPECT_NE(WrongNameGlob("f(int)"), "");
  EXPECT_EQ(WrongPathGlob("/usr/**/a-b.h"), "");
  EXPECT_NE(WrongPathGlob("a//b"), "");
  EXPECT_NE(WrongPathGlob("a/**.cc"), "");
  EXPECT_NE(WrongPathGlob("../a.cc"), "");
  EXPECT_NE(WrongPathGlob("a\\b.cc"), "");
  EXPECT_EQ(WrongTypePattern("const char *"), "");
  EXPECT_NE(WrongTypePattern("kube:Request"), "");
}

}  // namespace
}  // namespace spansmith::generator
