// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/kube/apiserver/wire/yaml_scalar.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>
#include <regex>
#include <set>

namespace kube::apiserver {
namespace {

// strconv.ParseInt and ParseUint with base 0: prefixes 0x, 0o, 0b and 0, no underscores left.
std::optional<Json> Integer(const std::string& text) {
  const bool minus = text[0] == '-';
  std::string digits = text.substr(minus || text[0] == '+' ? 1 : 0);
  int base = 10;
  if (digits.size() > 1 && digits[0] == '0') {
    const char kind = static_cast<char>(digits[1] | 0x20);
    base = kind == 'x' ? 16 : kind == 'b' ? 2 : 8;
    digits.erase(0, kind == 'x' || kind == 'b' || kind == 'o' ? 2 : 1);
  }
  if (digits.empty()) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : digits) {
    const int digit = c >= '0' && c <= '9'                     ? c - '0'
                      : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                               : 99;
    if (digit >= base) return std::nullopt;
    if (value > (std::numeric_limits<std::uint64_t>::max() - static_cast<std::uint64_t>(digit)) /
                    static_cast<std::uint64_t>(base)) {
      return std::nullopt;
    }
    value = value * static_cast<std::uint64_t>(base) + static_cast<std::uint64_t>(digit);
  }
  constexpr std::uint64_t kMost = 9223372036854775807ULL;
  if (minus) return value <= kMost + 1 ? std::optional<Json>(static_cast<std::int64_t>(0 - value)) : std::nullopt;
  if (value <= kMost) return Json(static_cast<std::int64_t>(value));
  return text[0] == '+' ? std::nullopt : std::optional<Json>(value);
}

// A number of the form that JSON gives it: whole ones without a point.
Json Number(double value) {
  if (std::isfinite(value) && value == std::floor(value) && std::fabs(value) < 9e15) {
    return static_cast<std::int64_t>(value);
  }
  return value;
}

// yyyy-mm-dd, alone or with a time: go-yaml sees a timestamp there, and keeps the text.
bool IsTimestamp(const std::string& text) {
  static const std::regex form(
      R"(\d{4}-\d{1,2}-\d{1,2}([Tt]\d{1,2}:\d{1,2}:\d{1,2}(\.\d+)?(Z|[-+]\d\d:\d\d)| \d{1,2}:\d{1,2}:\d{1,2}(\.\d+)?)?)");
  return text.size() > 7 && text.size() < 64 && std::regex_match(text, form);
}

struct Resolved {
  Json value;
  bool text = true;  // it is a string
};

Resolved Resolve(const std::string& text) {
  static const std::set<std::string> yes = {"y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"};
  static const std::set<std::string> no = {"n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"};
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") return {nullptr, false};
  if (text.size() < 6 && (yes.contains(text) || no.contains(text))) return {yes.contains(text), false};
  const char first = text[0];
  const bool digit = first >= '0' && first <= '9';
  if (!digit && first != '+' && first != '-' && first != '.') return {text, true};
  static const std::set<std::string> odd = {".nan",  ".NaN",  ".NAN",  ".inf",  ".Inf",  ".INF",
                                            "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF"};
  if (odd.contains(text)) return {text, false};  // JSON has no word for it
  std::string plain = text;
  if (first != '.') {
    if (IsTimestamp(text)) return {text, false};
    std::erase(plain, '_');
    if (plain.empty()) return {text, true};
    if (const auto whole = Integer(plain)) return {*whole, false};
  }
  if (plain.size() > 320) return {text, true};
  static const std::regex real(R"([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)");
  if (!std::regex_match(plain, real)) return {text, true};
  const double value = std::strtod(plain.c_str(), nullptr);
  if (!std::isfinite(value)) return {text, true};
  return {Number(value), false};
}

}  // namespace

Json ResolveScalar(const std::string& text) { return Resolve(text).value; }

bool NeedsQuotes(const std::string& text) {
  if (text == "<<" || !Resolve(text).text) return true;
  static const std::regex base60(R"([-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?)");
  return text.size() < 64 && text.find(':') != std::string::npos && std::regex_match(text, base60);
}

}  // namespace kube::apiserver
