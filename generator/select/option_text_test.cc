// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/option_text.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

TEST(OptionText, IsTakenApart) {
  const OptionText missing = ReadOptionText("SPANSMITH_ATTR(a, f(\")\", ')')) /* , */ SPANSMITH_ROOT");
  EXPECT_EQ(missing.name, "SPANSMITH_ATTR");
  EXPECT_TRUE(missing.has_parentheses);
  EXPECT_EQ(missing.next, "SPANSMITH_ROOT");

  const OptionText name = ReadOptionText("\"Get\" \" it\"\n  SPANSMITH_KIND(client)");
  EXPECT_EQ(name.name, "\"Get\" \" it\"");
  EXPECT_FALSE(name.has_parentheses);
  EXPECT_EQ(name.next, "SPANSMITH_KIND");

  const OptionText whole = ReadOptionText("SPANSMITH_ROOT // , SPANSMITH_KIND");
  EXPECT_EQ(whole.name, "SPANSMITH_ROOT");
  EXPECT_EQ(whole.next, "");
}

TEST(OptionText, MayBeAnything) {
  for (const char* text :
       {"", "(", "\"", "\"\\", "'", "/*", "//", ")", "SPANSMITH_ATTR(a", "SPANSMITH_ATTR(\"(", "1 + 2"})
    EXPECT_EQ(ReadOptionText(text).next, "") << text;
}

TEST(NearestOption, IsNamed) {
  const AnnotationName& span = *FindMacro("SPANSMITH_SPAN");
  EXPECT_EQ(NearestOption("SPANSMITH_ATRT", span), "; did you mean `SPANSMITH_ATTR`?");
  EXPECT_EQ(NearestOption("SPANSMITH_RETURN_ATTRIBUTE", span), "; did you mean `SPANSMITH_RETURN_ATTR`?");
  EXPECT_EQ(NearestOption("root", span), "; did you mean `SPANSMITH_ROOT`?");
  EXPECT_EQ(NearestOption("server", span), "; did you mean `SPANSMITH_KIND(server)`?");
  EXPECT_EQ(NearestOption("server", *FindMacro("SPANSMITH_EVENT")), "");
  EXPECT_EQ(NearestOption("SPANSMITH_COLOUR", span), "");
  EXPECT_EQ(NearestOption("x", span), "");
}

}  // namespace
}  // namespace spansmith::generator
