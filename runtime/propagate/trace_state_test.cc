// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The tracestate of others goes through as it came, within W3C's limits; only our part of it changes.
#include "propagate/trace_state.h"

#include <gtest/gtest.h>

namespace spansmith::propagate {
namespace {

TEST(NormalTraceState, KeepsOrderAndDropsBlanks) {
  EXPECT_EQ(NormalTraceState("rojo=00f067aa0ba902b7,congo=t61rcWkgMzE"), "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE");
  EXPECT_EQ(NormalTraceState(" a=1 ,\t, b=x y ,"), "a=1,b=x y");
  EXPECT_EQ(NormalTraceState("tenant@vendor=1,2a_-*/=~!\"#"), "tenant@vendor=1,2a_-*/=~!\"#");
  EXPECT_EQ(NormalTraceState(""), "");
}

TEST(NormalTraceState, OneBadMemberDiscardsAll) {
  for (const char* text :
       {"a", "a=1,b", "A=1", "_a=1", "a =1", "a=", "=1", "a=1,a=2", "a=b=c", "a=\x01", "a=\xc3\xa4"}) {
    EXPECT_EQ(NormalTraceState(text), "") << text;
  }
  EXPECT_EQ(NormalTraceState(std::string(257, 'k') + "=1"), "");
  EXPECT_EQ(NormalTraceState("k=" + std::string(257, 'v')), "");
  EXPECT_EQ(NormalTraceState(std::string("k=\0", 3)), "");
}

TEST(NormalTraceState, ThirtyTwoMembersAtMost) {
  std::string text;
  for (int i = 0; i < 32; ++i) text += (i == 0 ? "" : ",") + ("k" + std::to_string(i)) + "=1";
  EXPECT_EQ(NormalTraceState(text), text);
  EXPECT_EQ(NormalTraceState(text + ",more=1"), "");
}

TEST(NormalTraceState, BeyondTheSizeLongMembersGoFirstThenThoseAtTheEnd) {
  const std::string large = "large=" + std::string(200, 'x');
  std::string small;
  for (int i = 0; i < 4; ++i) small += ",k" + std::to_string(i) + '=' + std::string(90, 'y');
  EXPECT_EQ(NormalTraceState(large + small), small.substr(1));
  const std::string more = small.substr(1) + ",k4=" + std::string(120, 'z') + ",k5=1";
  EXPECT_EQ(NormalTraceState(more), small.substr(1) + ",k4=" + std::string(120, 'z') + ",k5=1");
  const std::string most = more + ",k6=" + std::string(100, 'z');
  EXPECT_EQ(NormalTraceState(most), more);
}

TEST(OtMember, RandomnessAndThreshold) {
  EXPECT_EQ(RandomnessOf("a=1,ot=th:c;rv:d29d6a7215ced0"), 0xd29d6a7215ced0u);
  EXPECT_EQ(ThresholdOf("a=1,ot=th:c;rv:d29d6a7215ced0"), 0xc0000000000000u);
  EXPECT_EQ(ThresholdOf("ot=th:0"), 0u);
  for (const char* text :
       {"", "a=th:c", "ot=x:1", "ot=rv:d29d6a7215ced", "ot=rv:d29d6a7215ced0a", "ot=rv:D29d6a7215ced0"}) {
    EXPECT_EQ(RandomnessOf(text), std::nullopt) << text;
  }
  for (const char* text : {"", "ot=th:", "ot=th:g", "ot=th:123456789abcdef", "ot=th", "b=1,c=th:1"}) {
    EXPECT_EQ(ThresholdOf(text), std::nullopt) << text;
  }
}

TEST(OtMember, TheThresholdChangesAndOthersStay) {
  EXPECT_EQ(WithThreshold("", 0xc0000000000000), "ot=th:c");
  EXPECT_EQ(WithThreshold("a=1,ot=rv:d29d6a7215ced0;x:y;th:8,b=2", 0x123),
            "ot=th:00000000000123;rv:d29d6a7215ced0;x:y,a=1,b=2");
  EXPECT_EQ(WithoutThreshold("a=1,ot=th:8;x:y"), "ot=x:y,a=1");
  EXPECT_EQ(WithoutThreshold("a=1,ot=th:8"), "a=1");
  EXPECT_EQ(WithoutThreshold("a=1,ot=x:y"), "a=1,ot=x:y");  // nothing to change: nothing moves
  EXPECT_EQ(ThresholdText(0), "0");
}

TEST(OtMember, AFullStateLosesItsLastMember) {
  std::string text = "k0=1";
  for (int i = 1; i < 32; ++i) text += ",k" + std::to_string(i) + "=1";
  const std::string changed = WithThreshold(text, 0x80000000000000);
  EXPECT_EQ(changed.substr(0, 13), "ot=th:8,k0=1,");
  EXPECT_EQ(changed.find("k31"), std::string::npos);
}

}  // namespace
}  // namespace spansmith::propagate
