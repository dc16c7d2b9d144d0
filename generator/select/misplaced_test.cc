// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/misplaced.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

// `@` is the annotation.
std::string Where(const std::string& text) {
  const std::size_t at = text.find('@');
  return WhereToWrite("SPANSMITH_SPAN", text, at, at + 1);
}

TEST(WhereToWrite, LooksAtWhatStandsAround) {
  EXPECT_NE(Where("int x; class A { friend @ void F(); };").find("a friend declaration"), std::string::npos);
  EXPECT_NE(Where("class A { @\n friend void F(int); };").find("a friend declaration"), std::string::npos);
  EXPECT_NE(Where("int befriend; @ template <typename T> T F();").find("behind `template <...>`"), std::string::npos);
  EXPECT_NE(Where("int F() @;").find("not behind its parameters"), std::string::npos);
  EXPECT_NE(Where("struct A { int F() const @ { return 1; } };").find("not behind its parameters"), std::string::npos);
  EXPECT_NE(Where("auto f = [](int) @ { return 1; };").find("in front of the parameters"), std::string::npos);
  EXPECT_NE(Where("static @ int F();").find("in front of `static`"), std::string::npos);
  EXPECT_NE(Where("int F() { @; }").find("nothing stands behind it"), std::string::npos);
  EXPECT_NE(Where("int @ x").find("in front of the function's return type, behind"), std::string::npos);
  EXPECT_NE(WhereToWrite("SPANSMITH_SCOPE", "", 9, 9).find("`namespace`"), std::string::npos);
  EXPECT_NE(WhereToWrite("SPANSMITH_SPAN", "", 9, 20).find("directly behind its"), std::string::npos);
}

}  // namespace
}  // namespace spansmith::generator
