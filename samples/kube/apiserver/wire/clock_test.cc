// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/kube/apiserver/wire/clock.h"

#include <gtest/gtest.h>

namespace kube::apiserver {
namespace {

TEST(ClockTest, DurationsAreShownAsKubectlDoes) {
  const long minute = 60, hour = 3600, day = 86400, year = 365 * day;
  for (const auto& [seconds, text] :
       std::initializer_list<std::pair<long, const char*>>{{-2, "<invalid>"},
                                                           {-1, "0s"},
                                                           {0, "0s"},
                                                           {119, "119s"},
                                                           {2 * minute, "2m"},
                                                           {3 * minute + 7, "3m7s"},
                                                           {179 * minute + 59, "179m"},
                                                           {3 * hour, "3h"},
                                                           {3 * hour + 5 * minute, "3h5m"},
                                                           {47 * hour + 59 * minute, "47h"},
                                                           {2 * day, "2d"},
                                                           {7 * day + 23 * hour, "7d23h"},
                                                           {8 * day + hour, "8d"},
                                                           {2 * year - 1, "729d"},
                                                           {2 * year, "2y"},
                                                           {2 * year + day, "2y1d"},
                                                           {8 * year + day, "8y"}}) {
    EXPECT_EQ(DurationText(seconds), text) << seconds;
  }
}

TEST(ClockTest, TimesOfAnyOffsetAreRead) {
  const auto base = ParseTime("2025-01-02T03:04:05Z");
  ASSERT_TRUE(base.has_value());
  EXPECT_EQ(TimeText(*base), "2025-01-02T03:04:05Z");
  EXPECT_EQ(ParseTime("2025-01-02T03:04:05.678901Z"), base);
  EXPECT_EQ(ParseTime("2025-01-02T05:34:05+02:30"), base);
  EXPECT_EQ(ParseTime("2025-01-01T19:04:05-08:00"), base);
}

TEST(ClockTest, WhatIsNoTimeIsRefused) {
  for (const char* text :
       {"", "2025", "2025-01-02", "2025-01-02T03:04:05", "2025-13-02T03:04:05Z", "2025-02-31T03:04:05Z",
        "2025-01-02 03:04:05Z", "2025-01-02T24:04:05Z", "2025-01-02T03:04:05.Z", "2025-01-02T03:04:05.5",
        "2025-01-02T03:04:05+0200", "2025-01-02T03:04:05Zx"}) {
    EXPECT_FALSE(ParseTime(text).has_value()) << text;
  }
}

TEST(ClockTest, TheClockCanRunAhead) {
  const std::time_t before = Now();
  SetClockAhead(std::chrono::hours(24));
  const std::time_t after = Now();
  SetClockAhead(std::chrono::seconds(0));
  EXPECT_GE(after, before + 86400);
  EXPECT_LT(Now(), after);
}

}  // namespace
}  // namespace kube::apiserver
