// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// By hand, as strptime knows no fractions and the compilers of Debian 12 no std::chrono::parse.
#include "samples/kube/api/time_text.h"

#include <cstdio>
#include <ctime>

namespace kube {
namespace {

using std::chrono::microseconds;
using std::chrono::system_clock;

std::string Format(system_clock::time_point time, bool micro) {
  const auto since = std::chrono::floor<microseconds>(time.time_since_epoch());
  const auto whole = std::chrono::floor<std::chrono::seconds>(since);
  const std::time_t seconds = static_cast<std::time_t>(whole.count());
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[40];
  std::size_t size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts);
  std::string out(text, size);
  if (micro) {
    std::snprintf(text, sizeof text, ".%06d", static_cast<int>((since - whole).count()));
    out += text;
  }
  return out + "Z";
}

}  // namespace

std::string FormatTime(system_clock::time_point time) { return Format(time, false); }
std::string FormatMicroTime(system_clock::time_point time) { return Format(time, true); }

std::optional<system_clock::time_point> ParseTime(const std::string& text) {
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int used = 0;
  if (text.size() < 20 ||
      std::sscanf(text.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d%n", &year, &month, &day, &hour, &minute, &second, &used) !=
          6 ||
      used != 19) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60)
    return std::nullopt;
  std::size_t at = 19;
  std::int64_t micros = 0;
  if (text[at] == '.') {
    std::int64_t unit = 100000;
    const std::size_t begin = ++at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, unit /= 10) micros += (text[at] - '0') * unit;
    if (at == begin) return std::nullopt;
  }
  int offset = 0;  // minutes
  if (text.compare(at, std::string::npos, "Z") != 0) {
    int offset_hours = 0;
    int offset_minutes = 0;
    char sign = 0;
    used = 0;
    if (std::sscanf(text.c_str() + at, "%c%2d:%2d%n", &sign, &offset_hours, &offset_minutes, &used) != 3 || used != 6 ||
        at + 6 != text.size() || (sign != '+' && sign != '-') || offset_hours > 23 || offset_minutes > 59) {
      return std::nullopt;
    }
    offset = (sign == '-' ? -1 : 1) * (offset_hours * 60 + offset_minutes);
  }
  return std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute - offset) +
         std::chrono::seconds(second) + microseconds(micros);
}

}  // namespace kube
