// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rewritten/rewritten.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

TEST(OriginLine, GivesTheOptionsBack) {
  RewriteOptions options;
  options.scope = "my scope/`%\n\xC3\xA9";
  options.ok_on_success = true;
  const std::string line = OriginLine("a b.cc", options);
  EXPECT_EQ(line, "// Made by `spansmith cc --scope my%20scope/%60%25%0A%C3%A9 --ok-on-success` from a%20b.cc\n");
  RewriteOptions read;
  ASSERT_TRUE(ReadOriginLine(line + "#include <x>\n", &read));
  EXPECT_EQ(read.scope, options.scope);
  EXPECT_TRUE(read.ok_on_success);
  EXPECT_FALSE(read.strict);
}

TEST(OriginLine, RuleFilesKeepTheirOrder) {
  RewriteOptions options;
  options.rules = {"b.yaml", "a b.yaml"};
  options.project = "/p";
  options.annotations = false;
  RewriteOptions read;
  ASSERT_TRUE(ReadOriginLine(OriginLine("a.cc", options), &read));
  EXPECT_EQ(read.rules, options.rules);
  EXPECT_EQ(read.project, "/p");
  EXPECT_FALSE(read.annotations);
}

TEST(OriginLine, WithoutOptionsAndWhatIsNone) {
  RewriteOptions read;
  EXPECT_TRUE(ReadOriginLine(OriginLine("a.cc", {}), &read));
  EXPECT_EQ(read.scope, "");
  EXPECT_FALSE(ReadOriginLine("// Made by hand\n", &read));
  EXPECT_FALSE(ReadOriginLine("", &read));
}

}  // namespace
}  // namespace spansmith::generator
