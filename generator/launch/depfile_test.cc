// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/launch/depfile.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

TEST(PatchDepfile, NamesTheSourceAndTheTool) {
  EXPECT_EQ(PatchDepfile("x.o: x.o.spansmith.cc a.h \\\n b.h\n", {{"x.o.spansmith.cc", "/src/x.cc"}},
                         {"bin/spansmith", "r ules.yaml"}),
            "x.o: /src/x.cc a.h \\\n b.h \\\n  bin/spansmith \\\n  r\\ ules.yaml\n");
}

TEST(PatchDepfile, ReplacesWholePathsOnly) {
  EXPECT_EQ(PatchDepfile("x.o: /b/a.h /b/a.hh c/b/a.h\n/b/a.h:\n", {{"/b/a.h", "a.h"}}, {"t"}),
            "x.o: a.h /b/a.hh c/b/a.h \\\n  t\na.h:\n");
}

TEST(PatchDepfile, KeepsPhonyRulesBehindTheFirst) {
  EXPECT_EQ(PatchDepfile("x.o: x.cc a.h\n\na.h:\n", {}, {"tool"}), "x.o: x.cc a.h \\\n  tool\n\na.h:\n");
}

TEST(PatchDepfile, EscapesBlanks) {
  EXPECT_EQ(PatchDepfile("a\\ b.o: a\\ b.o.spansmith.cc\n", {{"a b.o.spansmith.cc", "s c/a b.cc"}}, {"t l"}),
            "a\\ b.o: s\\ c/a\\ b.cc \\\n  t\\ l\n");
}

TEST(PatchDepfile, WhatIsNoRuleStays) {
  EXPECT_EQ(PatchDepfile("", {}, {"tool"}), "");
  EXPECT_EQ(PatchDepfile("x\\", {{"x", "y"}}, {"tool"}), "x\\");
}

TEST(AsSpelledFrom, IsRelativeInsideTheBuildFolder) {
  EXPECT_EQ(AsSpelledFrom("/b", "/b/generator/spansmith"), "generator/spansmith");
  EXPECT_EQ(AsSpelledFrom("/b/sub", "/b/generator/spansmith"), "/b/generator/spansmith");
  EXPECT_EQ(AsSpelledFrom("/b", "/bin/spansmith"), "/bin/spansmith");
}

}  // namespace
}  // namespace spansmith::generator
