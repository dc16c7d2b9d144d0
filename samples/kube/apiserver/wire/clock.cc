// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/kube/apiserver/wire/clock.h"

#include <atomic>

namespace kube::apiserver {
namespace {

std::atomic<long> clock_ahead{0};  // seconds

// Two decimal digits at `at`, within low..high; -1 otherwise.
int TwoDigits(const std::string& text, std::size_t at, int low, int high) {
  if (text.size() < at + 2 || text[at] < '0' || text[at] > '9' || text[at + 1] < '0' || text[at + 1] > '9') return -1;
  const int value = (text[at] - '0') * 10 + (text[at + 1] - '0');
  return value < low || value > high ? -1 : value;
}

}  // namespace

std::time_t Now() { return std::time(nullptr) + clock_ahead.load(std::memory_order_relaxed); }

void SetClockAhead(std::chrono::seconds ahead) {
  clock_ahead.store(static_cast<long>(ahead.count()), std::memory_order_relaxed);
}

std::string TimeText(std::time_t when) {
  std::tm parts{};
  gmtime_r(&when, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::optional<std::time_t> ParseTime(const std::string& text) {
  const int century = TwoDigits(text, 0, 0, 99), year = TwoDigits(text, 2, 0, 99), month = TwoDigits(text, 5, 1, 12),
            day = TwoDigits(text, 8, 1, 31), hour = TwoDigits(text, 11, 0, 23), minute = TwoDigits(text, 14, 0, 59),
            second = TwoDigits(text, 17, 0, 59);
  for (const int part : {century, year, month, day, hour, minute, second}) {
    if (part < 0) return std::nullopt;
  }
  if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':') return std::nullopt;
  std::tm parts{};
  parts.tm_year = century * 100 + year - 1900;
  parts.tm_mon = month - 1;
  parts.tm_mday = day;
  parts.tm_hour = hour;
  parts.tm_min = minute;
  parts.tm_sec = second;
  const std::time_t utc = timegm(&parts);
  if (parts.tm_mday != day) return std::nullopt;  // 31 February
  std::size_t at = 19;
  if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
    const std::size_t end = text.find_first_not_of("0123456789", at + 1);
    if (end == at + 1 || end == std::string::npos) return std::nullopt;
    at = end;
  }
  if (text.substr(at) == "Z") return utc;
  const int offset_hours = TwoDigits(text, at + 1, 0, 24), offset_minutes = TwoDigits(text, at + 4, 0, 60);
  if (text.size() != at + 6 || offset_hours < 0 || offset_minutes < 0 || text[at + 3] != ':' ||
      (text[at] != '+' && text[at] != '-')) {
    return std::nullopt;
  }
  return utc - (text[at] == '+' ? 1 : -1) * (offset_hours * 3600L + offset_minutes * 60L);
}

std::string DurationText(long seconds) {
  const auto text = [](long big, const char* unit, long small, const char* small_unit) {
    return std::to_string(big) + unit + (small > 0 ? std::to_string(small) + small_unit : "");
  };
  if (seconds < -1) return "<invalid>";
  if (seconds < 0) return "0s";
  if (seconds < 120) return std::to_string(seconds) + "s";
  if (seconds < 600) return text(seconds / 60, "m", seconds % 60, "s");
  if (seconds < 3 * 3600) return std::to_string(seconds / 60) + "m";
  if (seconds < 8 * 3600) return text(seconds / 3600, "h", seconds / 60 % 60, "m");
  if (seconds < 48 * 3600) return std::to_string(seconds / 3600) + "h";
  if (seconds < 8 * 86400) return text(seconds / 86400, "d", seconds / 3600 % 24, "h");
  if (seconds < 2 * 365 * 86400L) return std::to_string(seconds / 86400) + "d";
  if (seconds < 8 * 365 * 86400L) return text(seconds / 86400 / 365, "y", seconds / 86400 % 365, "d");
  return std::to_string(seconds / 86400 / 365) + "y";
}

}  // namespace kube::apiserver
