// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "record/clock.h"

#include <gtest/gtest.h>

namespace spansmith::record {
namespace {

TEST(Clock, NeverGoesBackAndTheFirstReadingIsKept) {
  const ClockReading& reading = ChooseClock();
  EXPECT_EQ(&reading, &ChooseClock());
  EXPECT_LE(reading.ticks, Now());
  const Ticks first = Now();
  EXPECT_LE(first, Now());
  EXPECT_GT(reading.unix_nanos, 1'600'000'000'000'000'000u);  // after 2020: wall time, in nanoseconds
}

}  // namespace
}  // namespace spansmith::record
