// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Times as the API writes them (RFC 3339, UTC, whole seconds), and how long ago one was.
#ifndef SAMPLES_KUBE_APISERVER_WIRE_CLOCK_H_
#define SAMPLES_KUBE_APISERVER_WIRE_CLOCK_H_

#include <chrono>
#include <ctime>
#include <optional>
#include <string>

namespace kube::apiserver {

// Seconds since 1970 on the servers' clock.
std::time_t Now();
// The clock of every server in this process runs this far ahead of the system's from now on. Thread-safe. For tests of
// what depends on the date.
void SetClockAhead(std::chrono::seconds ahead);

std::string TimeText(std::time_t when);
inline std::string NowText(long later = 0) { return TimeText(Now() + later); }  // later: seconds

// RFC 3339 with any offset; fractions of a second are dropped. nullopt: it is no such time.
std::optional<std::time_t> ParseTime(const std::string& text);

// duration.HumanDuration, as kubectl shows ages: 90s, 5m3s, 3h, 7d2h, 688d, 2y1d. `seconds` below -1: <invalid>.
std::string DurationText(long seconds);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_WIRE_CLOCK_H_
