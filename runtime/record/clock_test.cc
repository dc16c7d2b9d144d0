// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Ticks become wall time on both sides of the anchor.
#include "record/clock.h"

#include <gtest/gtest.h>

namespace spansmith::record {
namespace {

TEST(Clock, TicksBeforeAndAfterTheAnchor) {
  const ClockAnchor anchor{1'000, 5'000'000};
  EXPECT_EQ(ToUnixNanos(1'000, anchor), 5'000'000u);
  EXPECT_EQ(ToUnixNanos(1'700, anchor), 5'000'700u);
  EXPECT_EQ(ToUnixNanos(400, anchor), 4'999'400u);
}

TEST(Clock, NeverGoesBackAndOneAnchorIsKept) {
  const Ticks first = Now();
  EXPECT_LE(first, Now());
  const ClockAnchor& anchor = ProcessAnchor();
  EXPECT_EQ(&anchor, &ProcessAnchor());
  EXPECT_GT(anchor.unix_nanos, 1'600'000'000'000'000'000u);  // after 2020: wall time, in nanoseconds
}

}  // namespace
}  // namespace spansmith::record
