// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/report/summary.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

TargetReport Example() {
  TargetReport report;
  report.target = "shop";
  report.sources = {{"a.cc", kSourceInstrumented, "", "", {"-fgcc-only"}, {}, "", {}, {}},
                    {"b.cc", kSourceUnparsed, "SM001", "Clang cannot parse this file", {}, {}, "", {}, {}}};
  report.functions = {
      {{"Buy", "a.cc", 3, 5, ReasonCode::kNone, "", Asked::kAnnotation, "Buy", false}, ""},
      {{"Hash", "a.cc", 9, 15, ReasonCode::kConstexpr, "", Asked::kAnnotation, "", false}, ""},
      {{"Show", "a.h", 2, 6, ReasonCode::kHeaderNotCopied, "it uses #include_next", Asked::kRule, "", true}, ""}};
  return report;
}

TEST(Summary, SaysCountsReasonsAndWhatWasDropped) {
  EXPECT_EQ(Summary({Example()}),
            "shop: 2 sources, 1 instrumented, 1 unparsed\n"
            "  3 functions, 1 instrumented (33.3 %)\n"
            "  1 left out: constexpr, the function is constexpr\n"
            "  1 left out: header_not_copied, its header cannot be compiled as a copy\n"
            "  compiled as it stands: b.cc: SM001: Clang cannot parse this file\n"
            "  arguments that Clang does not know, left out when it parses: -fgcc-only\n");
}

TEST(Summary, OfNothingDividesByNothing) {
  TargetReport report;
  report.target = "empty";
  EXPECT_EQ(Summary({report}), "empty: 0 sources\n  0 functions, 0 instrumented\n");
}

TEST(Listing, HasALineAFunction) {
  EXPECT_EQ(Listing({Example()}, false), "a.cc:3:5: Buy -> Buy [shop]\n");
  EXPECT_EQ(Listing({Example()}, true),
            "a.cc:3:5: Buy -> Buy [shop]\n"
            "a.cc:9:15: Hash (constexpr) [shop]\n"
            "a.h:2:6: Show (header_not_copied) [shop]\n");
}

TEST(WithoutSpan, IsAboutAnnotationsAndUnparsedSources) {
  EXPECT_EQ(WithoutSpan({Example()}),
            "b.cc: warning: compiled as it stands: SM001: Clang cannot parse this file [shop]\n"
            "a.cc:9:15: warning: Hash is annotated and has no span: the function is constexpr [shop]\n");
}

// In a header that both targets include: one is defined in the second, one nowhere; and one of a source of its own.
TEST(WithoutSpan, NamesAnnotationsOfFunctionsThatNobodyDefines) {
  TargetReport program;
  program.target = "program";
  program.annotations = {{"shop::Pay", "pay.h", 3, 1, false}, {"shop::Lost", "pay.h", 5, 1, false}};
  TargetReport library;
  library.target = "library";
  library.annotations = {{"shop::Pay", "pay.h", 3, 1, true}, {"shop::Lost", "pay.h", 5, 1, false}};
  EXPECT_EQ(
      WithoutSpan({program, library}),
      "pay.h:5:1: warning: shop::Lost is annotated and has no span: no instrumented source that sees the annotation "
      "defines it; instrument the target that does, or annotate the definition [program]\n");
  EXPECT_EQ(WithoutSpan({library}).substr(0, 9), "pay.h:5:1");
}

TEST(FindReports, SaysWhatIsMissing) {
  std::string problem;
  EXPECT_TRUE(FindReports("/nowhere/at/all", &problem).empty());
  EXPECT_NE(problem.find("no such file"), std::string::npos) << problem;
}

}  // namespace
}  // namespace spansmith::generator
