// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/branches.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

SourceLines Compiled(const std::string& text) {
  SourceLines out;
  LineReader reader(&out);
  reader.Add(text);
  reader.Finish();
  return out;
}

Branches Of(std::vector<EnteredBranches> enterings) {
  Branches out;
  for (std::size_t i = 0; i < enterings.size(); ++i) out.entered[static_cast<unsigned>(i)] = std::move(enterings[i]);
  return out;
}

TEST(FindUnseen, WhatClangSkipsAndTheCompilerHas) {
  const SourceLines compiled = Compiled("# 1 \"no.cc\"\nint a();\n\n\nint f()\n{ }\n\nint g() {}\n");
  EXPECT_EQ(FindUnseen(compiled, Of({{"no.cc", {2, 6}, {{3, 5}}}})), (std::vector<UnseenCode>{{"no.cc", 4, 5}}));
  EXPECT_TRUE(FindUnseen(compiled, Of({{"no.cc", {2, 3}, {{2, 3}}}})).empty()) << "nothing there";
  EXPECT_TRUE(FindUnseen(compiled, Of({{"no.cc", {1, 3}, {{1, 3}}}})).empty()) << "no function can be there";
}

TEST(FindUnseen, NotWhatAnotherEnteringShows) {
  const SourceLines compiled = Compiled("# 1 \"no.h\"\nint f() {}\n");
  EXPECT_TRUE(FindUnseen(compiled, Of({{"no.h", {0, 2}, {{1, 1}}}, {"no.h", {0, 2}, {}}})).empty());
}

TEST(FindUnseen, AFileThatClangDoesNotEnter) {
  const SourceLines compiled = Compiled("# 1 \"no.cc\"\n# 1 \"no.h\" 1\n\nint f() {}\n# 2 \"no.cc\" 2\nint g() {}\n");
  EXPECT_EQ(FindUnseen(compiled, Of({{"no.cc", {}, {}}})), (std::vector<UnseenCode>{{"no.h", 2, 2}}));
}

TEST(IsCompiled, BetweenTheDirectivesAround) {
  const SourceLines compiled = Compiled("# 1 \"no.cc\"\nint a();\n# 6 \"no.cc\"\nint g() {}\n");
  const Branches branches = Of({{"no.cc", {2, 5}, {}}});
  EXPECT_TRUE(IsCompiled(compiled, branches, 0, 1));
  EXPECT_FALSE(IsCompiled(compiled, branches, 0, 3));
  EXPECT_TRUE(IsCompiled(compiled, branches, 0, 6));
  EXPECT_TRUE(IsCompiled(compiled, Of({{"other.cc", {2, 5}, {}}}), 0, 3)) << "nothing is known of it";
}

}  // namespace
}  // namespace spansmith::generator
