// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/overlay/plan.h"

#include <gtest/gtest.h>

#include "generator/overlay/copy_name.h"

namespace spansmith::generator {
namespace {

// main.cc (key 1) and headers from key 2 on; each file is as long as it must be.
class PlanOverlayTest : public testing::Test {
 protected:
  PlanOverlayTest() { graph.files.push_back({1, 1, "main.cc", "/none/main.cc", true, false}); }

  void Enter(unsigned key, unsigned identity, const std::string& name) {
    graph.files.push_back({key, identity, name, "/none/" + name, false, false});
  }
  // `#include` number `line` of the includer.
  Inclusion& Include(unsigned includer, std::size_t line, unsigned identity, const std::string& name) {
    Inclusion inclusion;
    inclusion.includer = includer;
    inclusion.begin = 10 * line;
    inclusion.end = 10 * line + 5;
    inclusion.identity = identity;
    inclusion.name = name;
    inclusion.path = "/none/" + name;
    return graph.inclusions.emplace_back(inclusion);
  }
  Overlay Plan(const std::set<unsigned>& wanted) {
    return PlanOverlay(graph, wanted, [&](unsigned key) { return EnteredText{std::to_string(key), {}, key == next}; },
                       {edges, {"forced.h"}, ""});
  }
  static std::string Names(const Overlay& overlay) {
    std::string out;
    for (const Copy& copy : overlay.copies) {
      out += copy.name + "(";
      for (const Pin& pin : copy.pins) {
        out += std::to_string(pin.begin / 10) + ":" + (pin.copy == 0 ? pin.path : overlay.copies[pin.copy].name) + " ";
      }
      if (out.back() == ' ') out.pop_back();
      out += ") ";
    }
    return out;
  }

  IncludeGraph graph;
  std::set<IncludeEdge> edges;
  unsigned next = 0;  // the key of the file that has an #include_next
};

TEST_F(PlanOverlayTest, TheSourceAloneNamesWhatWasFoundBesideIt) {
  Enter(2, 2, "a.h");
  Include(1, 1, 2, "a.h").beside = true;
  Enter(3, 3, "b.h");
  Include(1, 2, 3, "b.h");
  EXPECT_EQ(Names(Plan({1})), "main.cc(1:/none/a.h) ");
}

TEST_F(PlanOverlayTest, TheWholeChainIsCopiedAndAlsoDirectivesThatWereSkipped) {
  Enter(2, 2, "outer.h");
  Include(1, 1, 2, "outer.h");
  Enter(3, 3, "inner.h");
  Include(2, 1, 3, "inner.h");
  Enter(4, 4, "other.h");
  Include(1, 2, 4, "other.h");
  Include(4, 1, 3, "inner.h");  // empty by its guard
  EXPECT_EQ(Names(Plan({3})), "main.cc(1:outer.h 2:other.h) outer.h(1:inner.h) inner.h() other.h(1:inner.h) ");
  EXPECT_EQ(Names(Plan({4})), "main.cc(2:other.h) other.h() ");
}

TEST_F(PlanOverlayTest, HeadersThatIncludeEachOther) {
  Enter(2, 2, "a.h");
  Include(1, 1, 2, "a.h");
  Enter(3, 3, "b.h");
  Include(2, 1, 3, "b.h");
  Include(3, 1, 2, "a.h");
  EXPECT_EQ(Names(Plan({2})), "main.cc(1:a.h) a.h(1:b.h) b.h(1:a.h) ");
}

TEST_F(PlanOverlayTest, ASecondNameOfAFileThatIsEnteredOnceIsTheSameCopy) {
  Enter(2, 2, "real/a.h");
  Include(1, 1, 2, "real/a.h");
  Include(1, 2, 2, "link/a.h");
  EXPECT_EQ(Names(Plan({2})), "main.cc(1:real/a.h 2:real/a.h) real/a.h() ");
}

TEST_F(PlanOverlayTest, ASecondNameOfAFileThatIsEnteredTwiceIsItsOwnCopy) {
  Enter(2, 2, "real/a.h");
  Include(1, 1, 2, "real/a.h");
  Enter(3, 2, "link/a.h");
  Include(1, 2, 2, "link/a.h");
  EXPECT_EQ(Names(Plan({2, 3})), "main.cc(1:real/a.h 2:link/a.h) real/a.h() link/a.h() ");
}

TEST_F(PlanOverlayTest, WhatTheCommandLineIncludes) {
  Enter(2, 2, "dir/forced.h");
  Include(0, 0, 2, "dir/forced.h").forced = "forced.h";
  Enter(3, 3, "a.h");
  Include(2, 1, 3, "a.h");
  Include(1, 1, 3, "a.h");
  edges = {{"/none/main.cc", "/none/dir/forced.h"}, {"/none/dir/forced.h", "/none/a.h"}};
  for (const char* line : {"/none/main.cc", "<command line>", "<built-in>"}) {
    edges.insert({line, "/none/dir/forced.h"});
    const Overlay overlay = Plan({1, 3});
    EXPECT_EQ(Names(overlay), "main.cc(1:a.h) dir/forced.h(1:a.h) a.h() ");
    EXPECT_EQ(overlay.forced, (std::map<std::string, std::size_t>{{"forced.h", 1}}));
    EXPECT_TRUE(overlay.copies[1].forced);
    EXPECT_FALSE(overlay.copies[2].forced);
  }
  EXPECT_TRUE(Plan({1}).forced.empty());
  edges.insert({"/none/a.h", "/none/dir/forced.h"});
  EXPECT_EQ(Plan({3}).reason.at(3), "/none/a.h includes it, as the compiler sees it, and does not as Clang sees it");
}

TEST_F(PlanOverlayTest, WhatTheCommandLineIncludesInAnotherWayStays) {
  Enter(2, 2, "pch.h");
  Include(0, 0, 2, "pch.h");
  Enter(3, 3, "a.h");
  Include(2, 1, 3, "a.h");
  Include(1, 1, 3, "a.h");
  const Overlay overlay = Plan({1, 3});
  EXPECT_EQ(Names(overlay), "main.cc() ");
  EXPECT_EQ(overlay.reason.at(3), "pch.h is included from the command line, by another option than -include FILE");
}

TEST_F(PlanOverlayTest, IncludeNextInTheChainOrBesideIt) {
  Enter(2, 2, "a.h");
  Include(1, 1, 2, "a.h");
  Enter(3, 3, "b.h");
  Include(2, 1, 3, "b.h");
  next = 2;
  EXPECT_EQ(Plan({3}).reason.at(3), "a.h uses #include_next, which depends on where a file stands");
  next = 3;
  EXPECT_TRUE(Plan({2}).reason.empty());
  graph.inclusions.back().beside = true;
  EXPECT_EQ(Plan({2}).reason.at(2), "b.h uses #include_next, which depends on where a file stands");
}

TEST_F(PlanOverlayTest, ADirectiveThatNamesSeveralFiles) {
  Enter(2, 2, "list.h");
  Include(1, 1, 2, "list.h");
  Enter(3, 3, "a.h");
  Include(2, 1, 3, "a.h");
  Enter(4, 2, "list.h");
  Include(1, 2, 2, "list.h");
  Enter(5, 5, "b.h");
  Include(4, 1, 5, "b.h");
  EXPECT_EQ(Plan({3}).reason.at(3), "one #include of list.h names several files, a.h among them");
  // Where macros of the source name them, they are named there; where one name is of two files, they are not.
  graph.inclusions[1].spelled = {1, 1, 70, 75};
  graph.inclusions[3].spelled = {1, 1, 80, 85};
  EXPECT_EQ(Names(Plan({3, 5})), "main.cc(7:a.h 8:b.h) a.h() b.h() ");
  EXPECT_EQ(Names(Plan({2, 3, 4})), "main.cc(1:list.h 2:list.h 7:a.h) list.h() a.h() ");
  graph.inclusions[3].spelled = {1, 1, 70, 75};
  EXPECT_FALSE(Plan({3}).reason.empty());
  // The file that names them is copied for that.
  Enter(6, 6, "names.h");
  Include(1, 3, 6, "names.h");
  graph.inclusions[1].spelled = {6, 6, 70, 75};
  graph.inclusions[3].spelled = {6, 6, 80, 85};
  EXPECT_EQ(Names(Plan({3})), "main.cc(3:names.h) a.h() names.h(7:a.h) ");
  EXPECT_TRUE(Plan({2, 4}).reason.empty());
  EXPECT_EQ(Plan({2, 4}).copies[1].keys, (std::vector<unsigned>{2, 4}));
}

TEST_F(PlanOverlayTest, TheSourceThatIncludesItself) {
  Enter(2, 1, "main.cc");
  Include(1, 1, 1, "main.cc").beside = true;
  const Overlay overlay = Plan({1, 2});
  EXPECT_EQ(Names(overlay), "main.cc(1:/none/main.cc) ");
  EXPECT_EQ(overlay.reason.at(2), "it is the source that includes itself");
}

TEST_F(PlanOverlayTest, WhatTheCompilerIncludesWhereClangDoesNot) {
  Enter(2, 2, "other.h");
  Include(1, 1, 2, "other.h");
  Enter(3, 3, "a.h");
  Include(1, 2, 3, "a.h");
  edges = {{"/none/main.cc", "/none/other.h"}, {"/none/main.cc", "/none/x/../a.h"}};
  EXPECT_TRUE(Plan({3}).reason.empty());
  edges.insert({"/none/other.h", "/none/a.h"});
  EXPECT_EQ(Plan({3}).reason.at(3),
            "/none/other.h includes it, as the compiler sees it, and does not as Clang sees it");
}

TEST(CopyName, ChangesWithTheContentAlone) {
  EXPECT_EQ(CopyName("/x/service.h", ""), "service.e3b0c44298fc1c14.h");
  EXPECT_EQ(CopyName("/y/service.h", ""), "service.e3b0c44298fc1c14.h");
  EXPECT_EQ(CopyName("/y/vector", "a"), "vector.ca978112ca1bbdca");
}

}  // namespace
}  // namespace spansmith::generator
