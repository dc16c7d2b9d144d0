// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/prefilter.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

TEST(TargetOf, IsWhatTheCompilerSays) {
  EXPECT_EQ(TargetOf("Using built-in specs.\nTarget: aarch64-linux-gnu\nThread model: posix\n"), "aarch64-linux-gnu");
  EXPECT_EQ(TargetOf("Target: x86_64-pc-linux-gnu\n"), "x86_64-pc-linux-gnu");
  EXPECT_EQ(TargetOf("Debian clang version 19\nTarget: arm"), "arm");
  EXPECT_EQ(TargetOf("no such line; My Target: x\n"), "");
}

TEST(MarkCounter, CountsAcrossPieces) {
  const std::string text =
      "[[clang::annotate(\"spansmith:span\", \"x\", \"spansmith:attr\")]] \"spansmit\" \"spansmith:note\"";
  for (std::size_t cut = 1; cut < text.size(); ++cut) {
    MarkCounter counter;
    for (std::size_t at = 0; at < text.size(); at += cut) counter.Add(std::string_view(text).substr(at, cut));
    EXPECT_EQ(counter.count(), 3u) << cut;
  }
}

TEST(WordCollector, FindsWordsAndFilesAcrossPieces) {
  const std::string text = "# 1 \"a \\\"b\\\".cc\"\n# 2 \"/usr/x.h\" 1 3 4\nint f_1(x2 0xff){}\n#pragma once\nlast";
  for (std::size_t step = 1; step < text.size(); ++step) {
    SourceWords words;
    WordCollector collector(&words);
    for (std::size_t at = 0; at < text.size(); at += step) collector.Add(std::string_view(text).substr(at, step));
    collector.Finish();
    EXPECT_EQ(words.files, (std::vector<std::string>{"a \"b\".cc", "/usr/x.h"})) << step;
    EXPECT_EQ(words.identifiers, (std::unordered_set<std::string>{"int", "f_1", "x2", "pragma", "once", "last"}));
  }
}

std::string Edges(std::initializer_list<const char*> pieces) {
  EdgeReader reader;
  for (const char* piece : pieces) reader.Add(piece);
  std::string out;
  for (const IncludeEdge& edge : reader.TakeEdges()) out += edge.includer + ">" + edge.included + " ";
  return out;
}

TEST(EdgeReader, FollowsTheMarkersThatEnterAndLeave) {
  EXPECT_EQ(Edges({"# 0 \"a.cc\"\n# 1 \"b.h\" 1\nint x;\n# 1 \"/c d.h\" 1 3 4\n# 2 \"b.h\" 2\n# 1 \"e.h\" 1\n"
                   "# 3 \"b.h\" 2\n# 2 \"a.cc\" 2\n# 1 \"f.h\" 1\n"}),
            "a.cc>b.h a.cc>f.h b.h>/c d.h b.h>e.h ");
}

TEST(EdgeReader, MarkersMayComeInPiecesAndNamesBeEscaped) {
  EXPECT_EQ(Edges({"# 0 \"a.cc\"", "\nint x", " = 1; # 1 \"n", "o.h\" 1\n#", " 1 \"q\\\"", "\\\\.h\" ", "1\n"}),
            "a.cc>q\"\\.h ");
}

TEST(EdgeReader, ARenamedFileIsTheSame) {
  EXPECT_EQ(Edges({"# 0 \"a.cc\"\n# 1 \"b.h\" 1\n# 7 \"generated.y\"\n#pragma once\n# 1 \"c.h\" 1\n"}),
            "a.cc>b.h b.h>c.h ");
}

TEST(SearchDirectories, AreThoseForAngleBrackets) {
  EXPECT_EQ(SearchDirectories("#include \"...\" search starts here:\n quoted\n#include <...> search starts here:\n"
                              " /usr/include/c++/12\n /with blank\nEnd of search list.\n trailing\n"),
            (Arguments{"/usr/include/c++/12", "/with blank"}));
}

}  // namespace
}  // namespace spansmith::generator
