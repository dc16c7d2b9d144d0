// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/transform/attributes/attributes.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

// What becomes of a return attribute's expression.
std::string Replaced(const std::string& text) {
  Site site;
  site.number = 1;
  site.return_attributes = {{"key", {text, {}}}};
  std::vector<Segment> segments;
  AppendReturn(site, "sm_r_1", &segments);
  return segments.at(2).text;
}

TEST(AppendReturn, ReplacesTheIdentifierAlone) {
  EXPECT_EQ(Replaced("result.replicas"), "sm_r_1.replicas");
  EXPECT_EQ(Replaced("*result + result->x"), "*sm_r_1 + sm_r_1->x");
  EXPECT_EQ(Replaced("results + my_result + result2"), "results + my_result + result2");
}

TEST(AppendReturn, LeavesMembersAndQualifiedNames) {
  EXPECT_EQ(Replaced("outer.result + p->result + ns::result + x . result"),
            "outer.result + p->result + ns::result + x . result");
}

TEST(AppendReturn, LeavesLiterals) {
  EXPECT_EQ(Replaced(R"(f("result \" result", 'r') + result)"), R"(f("result \" result", 'r') + sm_r_1)");
  EXPECT_EQ(Replaced("R\"x(result \")x\" + result"), "R\"x(result \")x\" + sm_r_1");
  EXPECT_EQ(Replaced("1'000 + result + 2'0"), "1'000 + sm_r_1 + 2'0");
}

TEST(AppendReturn, LeavesCommentsAndNumbers) {
  EXPECT_EQ(Replaced("0 /* it's result */ + result"), "0 /* it's result */ + sm_r_1");
  EXPECT_EQ(Replaced("0xFF'FF + result"), "0xFF'FF + sm_r_1");
  EXPECT_EQ(Replaced("a // result's\n + result"), "a // result's\n + sm_r_1");
}

TEST(AppendReturn, TheConditionOfAnErrorIsOneLineOfTextAndComesFirst) {
  Site site;
  site.number = 1;
  site.error_when = Expression{"result.code\n      !=  0", {}};
  site.return_attributes = {{"key", {"result", {}}}};
  std::vector<Segment> segments;
  AppendReturn(site, "sm_r_1", &segments);
  std::string text;
  for (const Segment& segment : segments) text += segment.text;
  EXPECT_EQ(text,
            " if (sm_guard_1.sm_Recording()) { try { sm_guard_1.sm_ErrorWhen(\"result.code != 0\", (sm_r_1.code\n"
            "      !=  0)); } catch (...) { sm_guard_1.sm_AttributeFailed(\"SPANSMITH_ERROR_WHEN\"); } try { "
            "sm_guard_1.sm_Attribute(\"key\", (sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed(\"key\"); } }");
}

TEST(AppendReturn, AnUnfinishedLiteralEndsWithTheText) { EXPECT_EQ(Replaced("\"result"), "\"result"); }

}  // namespace
}  // namespace spansmith::generator
