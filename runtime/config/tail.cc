// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See tail.h.
#include "config/tail.h"

#include <charconv>

namespace spansmith::config {
namespace {

constexpr char kRatio[] = "SPANSMITH_TAIL_RATIO";
constexpr char kKeep[] = "SPANSMITH_TAIL_KEEP";

template <typename Number>
bool Read(std::string_view text, Number* number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *number);
  return error == std::errc{} && end == text.data() + text.size();
}

// False: not understood.
bool ReadRule(std::string_view rule, TailSampling& tail) {
  if (rule == "error") return tail.errors = true;
  if (rule == "write") return tail.writes = true;
  if (rule == "none") return true;
  const std::size_t equals = rule.find('=');
  if (equals == std::string_view::npos) return false;
  const std::string_view key = Trim(rule.substr(0, equals));
  const std::string_view value = Trim(rule.substr(equals + 1));
  if (key.empty() || value.empty()) return false;
  if (key != "slow") {
    tail.attributes.emplace_back(key, value);
    return true;
  }
  if (value == "p99") return tail.slow_p99 = true;
  constexpr long long kDay = 24ll * 3600 * 1000;
  long long milliseconds = 0;
  if (!Read(value, &milliseconds) || milliseconds <= 0 || milliseconds > kDay) return false;
  tail.slow = std::chrono::milliseconds(milliseconds);
  return true;
}

}  // namespace

std::optional<TailSampling> ReadTail(const Environment& environment, Notices& notices) {
  const std::string ratio = environment(kRatio);
  const std::string keep = environment(kKeep);
  if (ratio.empty()) {
    if (!keep.empty()) {
      notices.push_back(BadValue(kKeep, keep, std::string(kRatio) + " beside it", "no tail sampling"));
    }
    return std::nullopt;
  }
  TailSampling tail;
  if (!Read(Trim(ratio), &tail.ratio) || !(tail.ratio >= 0 && tail.ratio <= 1)) {
    notices.push_back(BadValue(kRatio, ratio, "a number from 0 to 1", "1"));
    tail.ratio = 1;
  }
  if (!keep.empty()) {
    tail.errors = false;
    std::string_view rest = keep;
    while (!rest.empty()) {
      const std::size_t comma = rest.find(',');
      const std::string_view rule = Trim(rest.substr(0, comma));
      rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
      if (rule.empty() || ReadRule(rule, tail)) continue;
      notices.push_back(
          BadValue(kKeep, std::string(rule),
                   "error, write, slow=<milliseconds>, slow=p99, <attribute>=<value>, <attribute>=* or none",
                   "the others only"));
    }
  }
  constexpr long long kMost = 1ll << 40;
  tail.max_bytes = static_cast<std::size_t>(ReadNumber(environment, "SPANSMITH_TAIL_MAX_BYTES", 65'536, kMost,
                                                       static_cast<long long>(tail.max_bytes), notices));
  tail.wait = ReadMilliseconds(environment, "SPANSMITH_TAIL_WAIT", tail.wait, notices);
  return tail;
}

}  // namespace spansmith::config
