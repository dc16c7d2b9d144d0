// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/transform/attributes/attributes.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

std::string Replaced(const std::string& text) { return WithResult({{"key", {text, {}}}}, "sm_r_1").front().value.text; }

TEST(WithResult, ReplacesTheIdentifierAlone) {
  EXPECT_EQ(Replaced("result.replicas"), "sm_r_1.replicas");
  EXPECT_EQ(Replaced("*result + result->x"), "*sm_r_1 + sm_r_1->x");
  EXPECT_EQ(Replaced("results + my_result + result2"), "results + my_result + result2");
}

TEST(WithResult, LeavesMembersAndQualifiedNames) {
  EXPECT_EQ(Replaced("outer.result + p->result + ns::result + x . result"),
            "outer.result + p->result + ns::result + x . result");
}

TEST(WithResult, LeavesLiterals) {
  EXPECT_EQ(Replaced(R"(f("result \" result", 'r') + result)"), R"(f("result \" result", 'r') + sm_r_1)");
  EXPECT_EQ(Replaced("R\"x(result \")x\" + result"), "R\"x(result \")x\" + sm_r_1");
  EXPECT_EQ(Replaced("1'000 + result + 2'0"), "1'000 + sm_r_1 + 2'0");
}

TEST(WithResult, LeavesCommentsAndNumbers) {
  EXPECT_EQ(Replaced("0 /* it's result */ + result"), "0 /* it's result */ + sm_r_1");
  EXPECT_EQ(Replaced("0xFF'FF + result"), "0xFF'FF + sm_r_1");
  EXPECT_EQ(Replaced("a // result's\n + result"), "a // result's\n + sm_r_1");
}

TEST(WithResult, AnUnfinishedLiteralEndsWithTheText) { EXPECT_EQ(Replaced("\"result"), "\"result"); }

}  // namespace
}  // namespace spansmith::generator
