// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See trace_state.h. Section numbers are W3C Trace Context Level 2's.
#include "propagate/trace_state.h"

#include <algorithm>
#include <vector>

namespace spansmith::propagate {
namespace {

constexpr std::size_t kLongMember = 128;  // 3.3.1.5
constexpr std::size_t kMaxPart = 256;     // of a key, and of a value
constexpr unsigned kDigits = 14;          // 56 bits

using Members = std::vector<std::string_view>;

std::string_view Trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// 3.3.1.3.1: key = ( lcalpha / DIGIT ) 0*255 ( lcalpha / DIGIT / "_" / "-"/ "*" / "/" / "@" )
bool IsKey(std::string_view key) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  if (key.empty() || key.size() > kMaxPart || !plain(key.front())) return false;
  return std::all_of(key.begin(), key.end(),
                     [&](char c) { return plain(c) || std::string_view("_-*/@").find(c) != std::string_view::npos; });
}

// 3.3.1.3.2: printable ASCII but for , and =; the blank not at the end, which was trimmed.
bool IsValue(std::string_view value) {
  if (value.empty() || value.size() > kMaxPart) return false;
  return std::all_of(value.begin(), value.end(), [](char c) { return c >= 0x20 && c <= 0x7e && c != ',' && c != '='; });
}

std::string_view KeyOf(std::string_view member) { return member.substr(0, member.find('=')); }
std::string_view ValueOf(std::string_view member) { return member.substr(member.find('=') + 1); }

template <typename Take>
bool ForEachMember(std::string_view text, char separator, Take&& take) {
  while (true) {
    const std::size_t end = text.find(separator);
    const std::string_view member = Trimmed(text.substr(0, end));
    if (!member.empty() && !take(member)) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 1);
  }
}

std::string Joined(Members members) {
  const auto size = [&] {
    std::size_t sum = members.empty() ? 0 : members.size() - 1;
    for (const std::string_view member : members) sum += member.size();
    return sum;
  };
  for (std::size_t i = members.size(); i > 0 && size() > kMaxTraceStateSize; --i) {
    if (members[i - 1].size() > kLongMember) members.erase(members.begin() + static_cast<std::ptrdiff_t>(i - 1));
  }
  while (members.size() > kMaxTraceStateMembers || size() > kMaxTraceStateSize) members.pop_back();
  std::string text;
  for (const std::string_view member : members) {
    if (!text.empty()) text += ',';
    text += member;
  }
  return text;
}

std::string_view OtValue(std::string_view state) {
  std::string_view found;
  ForEachMember(state, ',', [&](std::string_view member) {
    if (KeyOf(member) != "ot") return true;
    found = ValueOf(member);
    return false;
  });
  return found;
}

std::string_view OtPart(std::string_view state, std::string_view name) {
  std::string_view found;
  ForEachMember(OtValue(state), ';', [&](std::string_view part) {
    const std::size_t colon = part.find(':');
    if (colon == std::string_view::npos || part.substr(0, colon) != name) return true;
    found = part.substr(colon + 1);
    return false;
  });
  return found;
}

std::optional<std::uint64_t> Hex(std::string_view text) {
  std::uint64_t number = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      number = number << 4 | static_cast<std::uint64_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      number = number << 4 | static_cast<std::uint64_t>(c - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return number;
}

// `threshold`: the text of th, or "" for none.
std::string Changed(std::string_view state, std::string_view threshold) {
  std::string ot;
  if (!threshold.empty()) ot.append("th:").append(threshold);
  ForEachMember(OtValue(state), ';', [&](std::string_view part) {
    if (part.substr(0, part.find(':')) == "th") return true;
    if (ot.size() + 1 + part.size() > kMaxPart) return false;
    if (!ot.empty()) ot += ';';
    ot += part;
    return true;
  });
  Members members;
  const std::string changed = "ot=" + ot;
  if (!ot.empty()) members.push_back(changed);
  ForEachMember(state, ',', [&](std::string_view member) {
    if (KeyOf(member) != "ot") members.push_back(member);
    return true;
  });
  return Joined(std::move(members));
}

}  // namespace

std::string NormalTraceState(std::string_view text) {
  Members members;
  const bool good = ForEachMember(text, ',', [&](std::string_view member) {
    const std::size_t equals = member.find('=');
    if (equals == std::string_view::npos || members.size() == kMaxTraceStateMembers) return false;
    const std::string_view key = KeyOf(member);
    if (!IsKey(key) || !IsValue(ValueOf(member))) return false;
    if (std::any_of(members.begin(), members.end(), [&](std::string_view other) { return KeyOf(other) == key; })) {
      return false;
    }
    members.push_back(member);
    return true;
  });
  return good ? Joined(std::move(members)) : std::string();
}

std::optional<std::uint64_t> RandomnessOf(std::string_view state) {
  const std::string_view rv = OtPart(state, "rv");
  return rv.size() == kDigits ? Hex(rv) : std::nullopt;
}

std::optional<std::uint64_t> ThresholdOf(std::string_view state) {
  const std::string_view th = OtPart(state, "th");
  if (th.empty() || th.size() > kDigits) return std::nullopt;
  const std::optional<std::uint64_t> digits = Hex(th);
  if (!digits) return std::nullopt;
  return *digits << 4 * (kDigits - th.size());
}

std::string WithThreshold(std::string_view state, std::uint64_t threshold) {
  return Changed(state, ThresholdText(threshold));
}

std::string WithoutThreshold(std::string_view state) {
  return OtPart(state, "th").empty() ? std::string(state) : Changed(state, "");
}

std::string ThresholdText(std::uint64_t threshold) {
  std::string text;
  for (unsigned i = kDigits; i-- > 0;) text += "0123456789abcdef"[threshold >> 4 * i & 15];
  const std::size_t last = text.find_last_not_of('0');
  return last == std::string::npos ? "0" : text.substr(0, last + 1);
}

}  // namespace spansmith::propagate
