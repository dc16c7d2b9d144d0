// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Quantity.ParseQuantity and CanonicalizeBytes.
#include "samples/kube/apiserver/wire/quantity.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace kube::apiserver {
namespace {

constexpr std::array<std::pair<std::string_view, int>, 10> kDecimal = {
    {{"n", -9}, {"u", -6}, {"m", -3}, {"", 0}, {"k", 3}, {"M", 6}, {"G", 9}, {"T", 12}, {"P", 15}, {"E", 18}}};
constexpr std::array<std::string_view, 6> kBinary = {"Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};

constexpr __int128 kOne = 1000000000;
constexpr __int128 kMost = kOne * 1000000000 * 1000000000 * 1000;  // far from the end of 128 bits

// False: too large.
bool Scale(__int128& value, __int128 by) {
  if (value > kMost / by) return false;
  value *= by;
  return true;
}

std::string Digits(__int128 value) {
  std::string out;
  const bool minus = value < 0;
  if (minus) value = -value;
  do {
    out += static_cast<char>('0' + static_cast<int>(value % 10));
    value /= 10;
  } while (value > 0);
  if (minus) out += '-';
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace

std::optional<Quantity> Quantity::Parse(const std::string& text) {
  std::string_view rest = text;
  const bool minus = !rest.empty() && rest[0] == '-';
  if (!rest.empty() && (rest[0] == '-' || rest[0] == '+')) rest.remove_prefix(1);
  __int128 value = 0, part = kOne;
  bool point = false, any = false, more = false;
  std::size_t at = 0;
  for (; at < rest.size(); ++at) {
    const char c = rest[at];
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') break;
    any = true;
    if (!point) {
      if (!Scale(value, 10) || value > kMost / 10) return std::nullopt;
      value += (c - '0') * kOne;
    } else if (part > 1) {
      part /= 10;
      value += (c - '0') * part;
    } else {
      more = more || c != '0';
    }
  }
  if (!any) return std::nullopt;
  const std::string_view suffix = rest.substr(at);
  Format format = Format::kDecimal;
  int exponent = 0;
  if (const auto* binary = std::find(kBinary.begin(), kBinary.end(), suffix); binary != kBinary.end()) {
    format = Format::kBinary;
    for (const auto* step = kBinary.begin(); step <= binary; ++step) {
      if (!Scale(value, 1024)) return std::nullopt;
    }
  } else if (const auto* decimal = std::find_if(kDecimal.begin(), kDecimal.end(),
                                                [&](const auto& entry) { return entry.first == suffix; });
             decimal != kDecimal.end()) {
    exponent = decimal->second;
  } else if (suffix.size() > 1 && suffix.size() < 5 && (suffix[0] == 'e' || suffix[0] == 'E')) {
    char* end = nullptr;
    const std::string number(suffix.substr(1));
    exponent = static_cast<int>(std::strtol(number.c_str(), &end, 10));
    if (*end != '\0') return std::nullopt;
    format = Format::kExponent;
  } else {
    return std::nullopt;
  }
  for (; exponent > 0; --exponent) {
    if (!Scale(value, 10)) return std::nullopt;
  }
  for (; exponent < 0; ++exponent) {
    more = more || value % 10 != 0;
    value /= 10;
  }
  if (more) value += 1;  // away from zero, so that nothing small becomes none
  return Quantity(minus ? -value : value, format);
}

std::string Quantity::Text() const {
  if (nano_ == 0) return "0";
  __int128 value = nano_;
  if (format_ == Format::kBinary && value % kOne == 0 && (value >= 1024 * kOne || value <= -1024 * kOne)) {
    value /= kOne;
    std::string_view suffix;
    for (const std::string_view next : kBinary) {
      if (value % 1024 != 0) break;
      value /= 1024;
      suffix = next;
    }
    return Digits(value) + std::string(suffix);
  }
  int exponent = -9;
  while (value % 1000 == 0 && (format_ == Format::kExponent || exponent < 18)) {
    value /= 1000;
    exponent += 3;
  }
  if (format_ == Format::kExponent) return Digits(value) + (exponent == 0 ? "" : "e" + std::to_string(exponent));
  for (const auto& [suffix, power] : kDecimal) {
    if (power == exponent) return Digits(value) + std::string(suffix);
  }
  return Digits(value);
}

}  // namespace kube::apiserver
