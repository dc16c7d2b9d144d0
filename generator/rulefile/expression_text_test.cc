// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/expression_text.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

TEST(WrongExpression, WholeOnesAreTaken) {
  for (const char* text : {"req.ns", "f(a, b)[0]{1}", "\"a ) // ; \\\" b\"", "'('", "R\"x( ) \" ; )x\"", "1'000 + 2",
                           "a /* ) */ + b", "[&] { int x = 1; return x; }()", "u8\"x\"", "L'c'", "a\n  + b"})
    EXPECT_EQ(WrongExpression(text), "") << text;
}

TEST(WrongExpression, OthersAreNot) {
  for (const char* text : {"f(", "f)", "(]", "\"a", "'a", "R\"x( )y\"", "R\"x", "a // b", "a /* b", "a; b", "#if 1",
                           "\"a\nb\"", "f(a)) + (b", "\"\\"})
    EXPECT_NE(WrongExpression(text), "") << text;
}

TEST(IsAttributeKey, IsDottedWords) {
  for (const char* key : {"a", "k8s.object.name", "a-b/c.d_1"}) EXPECT_TRUE(IsAttributeKey(key)) << key;
  for (const char* key : {"", ".a", "a.", "a..b", "a b", "\"a\"", "a:b"}) EXPECT_FALSE(IsAttributeKey(key)) << key;
}

}  // namespace
}  // namespace spansmith::generator
