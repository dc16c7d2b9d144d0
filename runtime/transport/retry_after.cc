// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See retry_after.h.
#include "transport/retry_after.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstdint>

namespace spansmith::transport {

using std::chrono::milliseconds;
using std::chrono::seconds;

std::optional<milliseconds> RetryAfter(const Headers& headers, std::chrono::system_clock::time_point now) {
  const std::string* const value = Find(headers, "retry-after");
  if (value == nullptr || value->empty()) return std::nullopt;
  constexpr auto kMost = std::chrono::duration_cast<seconds>(kLongestRetryAfter).count();
  if (value->find_first_not_of("0123456789") == std::string::npos) {
    std::int64_t number = 0;
    for (const char digit : *value) number = std::min<std::int64_t>(number * 10 + (digit - '0'), kMost);
    return seconds(number);
  }
  // All three forms of a date that receivers must take (RFC 9110, 5.6.7), and more.
  const std::time_t then = curl_getdate(value->c_str(), nullptr);
  if (then == -1) return std::nullopt;
  const std::string* const date = Find(headers, "date");
  const std::time_t theirs = date == nullptr ? -1 : curl_getdate(date->c_str(), nullptr);
  const std::time_t start = theirs == -1 ? std::chrono::system_clock::to_time_t(now) : theirs;
  const milliseconds longest = theirs == -1 ? kLongestByOurClock : kLongestRetryAfter;
  if (then <= start) return milliseconds(0);
  // No difference of two times that libcurl can read overflows.
  return std::min(longest, milliseconds(std::min<std::int64_t>(then - start, kMost) * 1'000));
}

}  // namespace spansmith::transport
