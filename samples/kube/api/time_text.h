// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Times on the wire: RFC 3339 in UTC, with seconds (metav1.Time) or six digits below (metav1.MicroTime).
#ifndef SAMPLES_KUBE_API_TIME_TEXT_H_
#define SAMPLES_KUBE_API_TIME_TEXT_H_

#include <chrono>
#include <optional>
#include <string>

namespace kube {

std::string FormatTime(std::chrono::system_clock::time_point time);       // 2026-03-04T05:06:07Z
std::string FormatMicroTime(std::chrono::system_clock::time_point time);  // 2026-03-04T05:06:07.000008Z

// Empty if it is no such time; any number of digits below the second is read, microseconds are kept; an offset instead
// of Z is taken into account.
std::optional<std::chrono::system_clock::time_point> ParseTime(const std::string& text);

}  // namespace kube

#endif  // SAMPLES_KUBE_API_TIME_TEXT_H_
