// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Times and ids are those of the fakes, while they live.
#include <gtest/gtest.h>
#include <spansmith/testing/fakes.h>
#include <spansmith/testing/recorder.h>

namespace spansmith::testing {
namespace {

using injected::Guard;
using injected::Site;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;

void Work(FakeClock* clock) {
  static Site outer("Outer");
  static Site inner("Inner");
  const Guard a(&outer);
  if (clock != nullptr) clock->Advance(milliseconds(5));
  const Guard b(&inner);
}

TEST(Fakes, TimesAndIdsAreTheSameEachTime) {
  for (int round = 0; round < 2; ++round) {
    FakeClock clock(1'000'000'000, nanoseconds(0));
    const FakeIds ids;
    const Recorder recorder;
    Work(&clock);
    const auto spans = recorder.Spans();
    ASSERT_EQ(spans.size(), 2u);
    EXPECT_EQ(spans[1].start_unix_nano, 1'000'000'000u);
    EXPECT_EQ(spans[0].start_unix_nano, 1'005'000'000u);
    EXPECT_EQ(spans[1].end_unix_nano, 1'005'000'000u);
    EXPECT_EQ(spans[1].trace_id.Hex(), "00000000000000000000000000000001");
    EXPECT_EQ(spans[1].span_id.value, 1u);
    EXPECT_EQ(spans[0].span_id.value, 2u);
    EXPECT_EQ(spans[0].parent_span_id.value, 1u);
    EXPECT_EQ(clock.UnixNanos(), 1'005'000'000u);
  }
}

TEST(Fakes, TheClockMovesByItself) {
  FakeClock clock;
  const Recorder recorder;
  Work(nullptr);
  const auto spans = recorder.Spans();
  EXPECT_EQ(spans[1].start_unix_nano, FakeClock::kStart);
  EXPECT_EQ(spans[0].start_unix_nano, FakeClock::kStart + 1'000);
  EXPECT_EQ(spans[1].end_unix_nano, FakeClock::kStart + 3'000);
}

TEST(Fakes, AfterThemTheRealOnesAreBack) {
  const Recorder recorder;
  {
    const FakeClock clock(1);
    const FakeIds ids;
    Work(nullptr);
  }
  Work(nullptr);
  const auto spans = recorder.Spans();
  EXPECT_LT(spans[0].start_unix_nano, 1'000'000u);
  EXPECT_GT(spans[2].start_unix_nano, 1'600'000'000'000'000'000u);
  EXPECT_GT(spans[2].trace_id.high, 0u);
}

}  // namespace
}  // namespace spansmith::testing
