// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/source_lines.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

constexpr char kText[] =
    "# 0 \"no-such.cc\"\n"
    "# 0 \"<built-in>\"\nf() {\n"
    "# 1 \"no-such.cc\"\n"
    "int f() {\n"      // 1
    "\n"               // 2
    "  return g();\n"  // 3
    "# 1 \"/usr/no.h\" 1 3 4\nint h() {}\n"
    "# 9 \"no-such.cc\" 2\n"
    "#pragma GCC f({\n"  // 9
    "struct S {\n"       // 10
    "int x; };";         // 11

TEST(LineReader, KnowsLinesOfUserFilesWhateverThePieces) {
  const std::string text = kText;
  for (std::size_t step = 1; step < text.size(); ++step) {
    SourceLines lines;
    LineReader reader(&lines);
    for (std::size_t at = 0; at < text.size(); at += step) reader.Add(std::string_view(text).substr(at, step));
    reader.Finish();
    EXPECT_EQ(lines.Of("no-such.cc", 1, 1), SourceLines::kParenthesis | SourceLines::kBrace | SourceLines::kBody);
    EXPECT_EQ(lines.Of("./no-such.cc", 2, 3), SourceLines::kParenthesis);
    EXPECT_EQ(lines.Of("no-such.cc", 4, 9), 0);
    EXPECT_EQ(lines.Of("no-such.cc", 9, 100), SourceLines::kBrace);
    EXPECT_TRUE(lines.Has("./no-such.cc"));
    EXPECT_FALSE(lines.Has("/usr/no.h"));
    EXPECT_EQ(lines.Files(), (std::map<std::string, unsigned>{{"no-such.cc", 10}}));
  }
}

TEST(LineReader, AFileWithLinesThatLookLikeMarkersIsNotKnown) {
  SourceLines lines;
  LineReader reader(&lines);
  reader.Add("# 1 \"no.cc\"\nint f() { return R\"(\n# 12 \"nothing\"\n)\"; }\nint g() {}\n# 9 \"no.cc\"\nint h() {}\n");
  reader.Add("# 1 \"no.h\" 1\nint i() {}\n# 3 \"no.h\"\nint j() {}\n# 2 \"no.cc\" 2\nint k() {}\n");
  reader.Finish();
  EXPECT_FALSE(lines.Has("no.cc"));
  EXPECT_FALSE(lines.Has("nothing"));
  EXPECT_EQ(lines.Files(), (std::map<std::string, unsigned>{{"no.h", 3}}));
}

}  // namespace
}  // namespace spansmith::generator
