// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Ticks as wall time: against made-up clocks, and against the real one.
#include "record/timeline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace spansmith::record {
namespace {

constexpr std::uint64_t kSecond = 1'000'000'000;

// A counter of 2 ticks a nanosecond; wall time that starts at 100 s.
struct FakeClocks {
  std::uint64_t monotonic = 5 * kSecond;
  std::int64_t wall_ahead = 95 * static_cast<std::int64_t>(kSecond);

  ClockReading Read() const { return {monotonic * 2, monotonic, monotonic + static_cast<std::uint64_t>(wall_ahead)}; }
};

TEST(Timeline, InterpolatesAndCountsBeyondBothEnds) {
  FakeClocks clocks;
  Timeline line(clocks.Read(), false);
  clocks.monotonic += kSecond / 100;
  EXPECT_FALSE(line.settled());
  line.Add(clocks.Read());
  EXPECT_TRUE(line.settled());
  EXPECT_EQ(line.ToUnixNanos(5 * kSecond * 2), 100 * kSecond);
  EXPECT_EQ(line.ToUnixNanos(5 * kSecond * 2 + 2'000), 100 * kSecond + 1'000);
  EXPECT_EQ(line.ToUnixNanos(5 * kSecond * 2 - 2'000), 100 * kSecond - 1'000);
  EXPECT_EQ(line.ToUnixNanos(clocks.monotonic * 2 + 2'000), 100 * kSecond + kSecond / 100 + 1'000);
  EXPECT_EQ(line.ToNanos(3'000), 1'500u);
  EXPECT_EQ(line.ToNanos(Ticks{0} - 7), 0u);
}

TEST(Timeline, FollowsADriftOfWallTime) {
  FakeClocks clocks;
  Timeline line(clocks.Read(), false);
  for (int i = 0; i < 200; ++i) {
    clocks.monotonic += kSecond;
    clocks.wall_ahead += 50'000;  // 50 ppm
    line.Add(clocks.Read());
  }
  EXPECT_NEAR(static_cast<double>(line.last_error()), 50'000, 10);
  // A moment between the last two readings, which no reading saw.
  const std::uint64_t moment = clocks.monotonic - kSecond / 2;
  const std::uint64_t wall = moment + static_cast<std::uint64_t>(clocks.wall_ahead) - 25'000;
  EXPECT_NEAR(static_cast<double>(line.ToUnixNanos(moment * 2) - wall), 0, 100);
  // A length is of the counter, not of wall time.
  EXPECT_EQ(line.ToNanos(2 * kSecond), kSecond);
}

TEST(Timeline, WallTimeThatWasSetIsNotBent) {
  FakeClocks clocks;
  Timeline line(clocks.Read(), false);
  clocks.monotonic += kSecond;
  line.Add(clocks.Read());
  const std::uint64_t before = clocks.monotonic + 1'000;
  const std::uint64_t before_wall = before + static_cast<std::uint64_t>(clocks.wall_ahead);
  clocks.monotonic += kSecond;
  clocks.wall_ahead -= 10 * static_cast<std::int64_t>(kSecond);
  line.Add(clocks.Read());
  EXPECT_EQ(line.last_error(), -10 * static_cast<std::int64_t>(kSecond));
  EXPECT_EQ(line.ToUnixNanos(before * 2), before_wall);
  EXPECT_EQ(line.ToUnixNanos(clocks.monotonic * 2), clocks.monotonic + static_cast<std::uint64_t>(clocks.wall_ahead));
}

TEST(Timeline, OldTicksAreCountedBackFromTheOldestReadingKept) {
  FakeClocks clocks;
  Timeline line(clocks.Read(), false);
  const ClockReading first = clocks.Read();
  for (int i = 0; i < 1'000; ++i) {
    clocks.monotonic += kSecond;
    line.Add(clocks.Read());
  }
  EXPECT_NEAR(static_cast<double>(line.ToUnixNanos(first.ticks) - first.unix_nanos), 0, 1'000);
}

TEST(Timeline, TheRealClocksAgree) {
  // A counter of the wrong rate would be off by more than a millisecond each time. So may a thread be that has to wait
  // between two readings, on a busy machine, but not each time.
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (int i = 0; i < 20 && least >= 500'000; ++i) {
    Timeline line(ChooseClock(), !TicksAreTsc());
    const std::uint64_t begin = NanosOf(CLOCK_MONOTONIC);
    while (NanosOf(CLOCK_MONOTONIC) - begin < 20'000'000) line.Add(ReadClocks());
    ASSERT_TRUE(line.settled());
    const ClockReading now = ReadClocks();
    least = std::min(least, std::abs(static_cast<std::int64_t>(line.ToUnixNanos(now.ticks) - now.unix_nanos)));
  }
  EXPECT_LT(least, 500'000) << (TicksAreTsc() ? "TSC" : "CLOCK_MONOTONIC");
}

}  // namespace
}  // namespace spansmith::record
