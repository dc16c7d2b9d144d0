// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Retry-After as receivers write it, and as they should not.
#include "transport/retry_after.h"

#include <gtest/gtest.h>

#include <string>

namespace spansmith::transport {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::system_clock;

// Sun, 06 Nov 1994 08:49:37 GMT
const system_clock::time_point kNow = system_clock::from_time_t(784111777);

std::optional<milliseconds> Of(const std::string& value) { return RetryAfter({{"retry-after", value}}, kNow); }

TEST(RetryAfter, Seconds) {
  EXPECT_EQ(Of("0"), milliseconds(0));
  EXPECT_EQ(Of("120"), seconds(120));
  EXPECT_EQ(Of("3601"), kLongestRetryAfter);
  EXPECT_EQ(Of("99999999999999999999999999999999999999"), kLongestRetryAfter);
}

TEST(RetryAfter, ADateInEachOfItsForms) {
  EXPECT_EQ(Of("Sun, 06 Nov 1994 08:49:47 GMT"), seconds(10));
  EXPECT_EQ(Of("Sunday, 06-Nov-94 08:49:47 GMT"), seconds(10));
  EXPECT_EQ(Of("Sun Nov  6 08:49:47 1994"), seconds(10));
  EXPECT_EQ(Of("Sun, 06 Nov 1994 08:49:27 GMT"), milliseconds(0));  // over
}

TEST(RetryAfter, AClockSetBackMakesItFiveMinutesAtMost) {
  EXPECT_EQ(Of("Sun, 06 Nov 2044 08:49:47 GMT"), minutes(5));
  EXPECT_EQ(Of("Sun, 06 Nov 1994 08:59:37 GMT"), minutes(5));
}

TEST(RetryAfter, TheAnswersOwnDateMakesOurClockUnimportant) {
  const Headers headers = {{"date", "Sun, 06 Nov 2044 08:49:37 GMT"}, {"retry-after", "Sun, 06 Nov 2044 08:59:37 GMT"}};
  EXPECT_EQ(RetryAfter(headers, kNow), minutes(10));
  EXPECT_EQ(RetryAfter({{"date", "today"}, headers[1]}, kNow), minutes(5));
  EXPECT_EQ(RetryAfter({headers[0], {"retry-after", "Sun, 06 Nov 2045 08:59:37 GMT"}}, kNow), kLongestRetryAfter);
}

TEST(RetryAfter, WhatIsMalformedIsNone) {
  for (const char* value : {"", "-5", "soon", "1.5", "0x10", "1,2", "Sun, 99 Nov 1994 08:49:47 GMT"}) {
    EXPECT_EQ(Of(value), std::nullopt) << value;
  }
  EXPECT_EQ(RetryAfter({}, kNow), std::nullopt);
}

}  // namespace
}  // namespace spansmith::transport
