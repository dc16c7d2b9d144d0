// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/diagnostics/diagnostic.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

TEST(Catalog, NumbersAscendAndEveryTextSaysWhatToDo) {
  unsigned last = 0;
  for (const CatalogRow& row : Catalog()) {
    EXPECT_GT(row.number, last);
    last = row.number;
    EXPECT_GT(std::string(row.text).size(), 30u) << Code(row.number);
  }
}

TEST(Diagnostic, FillsInItsArguments) {
  EXPECT_EQ(
      Message({14, {}, "", {"cleint", "; did you mean `client`?"}}),
      "unknown span kind `cleint`: expected internal, server, client, producer or consumer; did you mean `client`?");
}

TEST(Diagnostic, AnArgumentThatLooksLikeAPlaceholderStaysText) {
  EXPECT_NE(Message({21, {}, "", {"{1}", "x", "y"}}).find("the span name `{1}` has"), std::string::npos);
}

TEST(Diagnostic, RendersAsCompilersDoWithTheCaretUnderItsColumn) {
  const Diagnostic diagnostic{14, {"a.cc", 7, 3}, "\tx SPANSMITH", {"y", ""}};
  EXPECT_EQ(Render(diagnostic, false),
            "a.cc:7:3: error: SM014: unknown span kind `y`: expected internal, server, client, producer or consumer\n"
            "    7 | \tx SPANSMITH\n      | \t ^\n");
}

TEST(Diagnostic, OneAboutAWholeFileHasNoLine) {
  EXPECT_EQ(Render({2, {"a.cc", 0, 0}, "", {"x", "y"}}, false).rfind("a.cc: error: SM002: cannot write x: y", 0), 0u);
}

TEST(Diagnostic, AWarningBecomesAnErrorWhereStrictSaysSo) {
  Diagnostic warning{1, {"a.cc", 0, 0}, "", {"1", "why"}};
  EXPECT_FALSE(HasError({warning}));
  warning.made_error = true;
  EXPECT_TRUE(HasError({warning}));
  EXPECT_EQ(Render(warning, false).rfind("a.cc: error: SM001", 0), 0u);
}

}  // namespace
}  // namespace spansmith::generator
