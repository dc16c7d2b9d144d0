// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rewritten/stored.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

TEST(Stored, ComesBackWithAllThatACompileNeeds) {
  Rewritten made;
  made.outcome = Outcome::kRewritten;
  made.source = "a b.cc";
  made.text = std::string("int a;\0\xff\r\n", 10);
  made.headers = {{"/b/spansmith-headers/x.h", "x.h", "the original", "the copy"}};
  made.renamed = {{"/b/spansmith-headers/x.h", "./x.h"}};
  made.forced = {{"x.h", "/b/spansmith-headers/x.h"}};
  made.compiler_is_clang = true;
  made.diagnostics = {{40, {"a b.cc", 3, 7}, "  caf\xe9", {"one", "two"}, true}};
  made.report.source = "a b.cc";
  made.report.outcome = kSourceInstrumented;
  made.report.functions = {{"F", "a b.cc", 1, 5, ReasonCode::kNone, "", Asked::kRule, "F", false}};
  const std::optional<Rewritten> read = FromStored(Stored(made));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->outcome, made.outcome);
  EXPECT_EQ(read->source, made.source);
  EXPECT_EQ(read->text, made.text);
  ASSERT_EQ(read->headers.size(), 1u);
  EXPECT_EQ(read->headers[0].path, made.headers[0].path);
  EXPECT_EQ(read->headers[0].name, made.headers[0].name);
  EXPECT_EQ(read->headers[0].text, made.headers[0].text);
  ASSERT_EQ(read->renamed.size(), 1u);
  EXPECT_EQ(read->renamed[0].name, made.renamed[0].name);
  EXPECT_EQ(read->forced, made.forced);
  EXPECT_TRUE(read->compiler_is_clang);
  ASSERT_EQ(read->diagnostics.size(), 1u);
  EXPECT_EQ(Render(read->diagnostics[0], false), Render(made.diagnostics[0], false));
  EXPECT_TRUE(read->diagnostics[0].made_error);
  EXPECT_EQ(read->report, made.report);
}

TEST(Stored, WhatIsNoneIsNothing) {
  EXPECT_FALSE(FromStored("").has_value());
  EXPECT_FALSE(FromStored("\xa0").has_value());  // an empty map
  const std::string whole = Stored(Rewritten());
  for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_FALSE(FromStored(whole.substr(0, size)).has_value());
}

}  // namespace
}  // namespace spansmith::generator
