// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Headers of a request that comes in are those of one that goes out, but for the span.
#include <gtest/gtest.h>
#include <spansmith/propagation.h>

namespace spansmith {
namespace {

constexpr char kParent[] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-03";

TEST(Propagation, BothHeadersGoThrough) {
  const Context context = ContextOf(kParent, "rojo=1, congo=t61rcWkgMzE");
  EXPECT_EQ(TraceparentOf(context), kParent);
  EXPECT_EQ(TracestateOf(context), "rojo=1,congo=t61rcWkgMzE");
  const ContextScope scope(context);
  EXPECT_EQ(TracestateOf(CurrentContext()), "rojo=1,congo=t61rcWkgMzE");
  EXPECT_EQ(TraceparentOf(CurrentContext()), kParent);
}

TEST(Propagation, ABadTracestateIsLeftOutAndABadTraceparentLeavesNothing) {
  EXPECT_EQ(TracestateOf(ContextOf(kParent, "not good")), "");
  EXPECT_EQ(TraceparentOf(ContextOf(kParent, "not good")), kParent);
  EXPECT_EQ(TraceparentOf(ContextOf("not good", "a=1")), "");
  EXPECT_EQ(TracestateOf(ContextOf("not good", "a=1")), "");
  EXPECT_EQ(TraceparentOf({}), "");
}

}  // namespace
}  // namespace spansmith
