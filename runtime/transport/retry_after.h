// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Retry-After (RFC 9110, 10.2.3): seconds, or a date. A date is compared with the answer's own Date, so that the two
// clocks need not agree; without one with `now`, and then a clock that is wrong costs five minutes at most. Pure.
#ifndef SPANSMITH_TRANSPORT_RETRY_AFTER_H_
#define SPANSMITH_TRANSPORT_RETRY_AFTER_H_

#include <chrono>
#include <optional>

#include "transport/http.h"

namespace spansmith::transport {

constexpr std::chrono::milliseconds kLongestRetryAfter = std::chrono::hours(1);
constexpr std::chrono::milliseconds kLongestByOurClock = std::chrono::minutes(5);

// 0 to kLongestRetryAfter; nothing if there is none, or it is malformed.
std::optional<std::chrono::milliseconds> RetryAfter(const Headers& headers, std::chrono::system_clock::time_point now);

}  // namespace spansmith::transport

#endif  // SPANSMITH_TRANSPORT_RETRY_AFTER_H_
