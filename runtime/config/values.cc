// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See values.h.
#include "config/values.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <memory>

namespace spansmith::config {
namespace {

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// RFC 9110, 5.6.2: a token.
bool IsHeaderName(std::string_view name) {
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter && std::string_view("!#$%&'*+-.^_`|~").find(c) == std::string_view::npos) return false;
  }
  return !name.empty();
}

bool IsHeaderValue(std::string_view value) {
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\t') || byte == 0x7f) return false;
  }
  return true;
}

}  // namespace

std::string Quoted(std::string_view value) {
  constexpr std::size_t kMost = 100;
  std::string shown = "'";
  for (std::size_t at = 0; at < value.size(); ++at) {
    const auto byte = static_cast<unsigned char>(value[at]);
    // Not within a character of UTF-8, if this is one.
    if (shown.size() > kMost && ((byte & 0xc0u) != 0x80u || shown.size() > kMost + 3)) {
      return shown + "...' (" + std::to_string(value.size()) + " bytes)";
    }
    if (byte == '\n') {
      shown += "\\n";
    } else if (byte < 0x20 || byte == 0x7f) {
      constexpr char kDigits[] = "0123456789abcdef";
      shown.append("\\x").append(1, kDigits[byte >> 4]).append(1, kDigits[byte & 15]);
    } else {
      shown += value[at];
    }
  }
  return shown + '\'';
}

Environment ProcessEnvironment() {
  return [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
}

Environment RememberedEnvironment() {
  return [read = std::make_shared<std::map<std::string, std::string>>()](const char* name) {
    const auto [found, is_new] = read->try_emplace(name);
    if (is_new) found->second = ProcessEnvironment()(name);
    return found->second;
  };
}

std::string BadValue(const std::string& name, const std::string& value, const std::string& expected,
                     const std::string& used) {
  return name + '=' + Quoted(value) + ": expected " + expected + "; using " + used;
}

long long ReadNumber(const Environment& environment, const char* name, long long least, long long most,
                     long long fallback, Notices& notices) {
  const std::string value = environment(name);
  if (value.empty()) return fallback;
  const std::string_view text = Trim(value);
  long long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size() && number >= least && number <= most) return number;
  notices.push_back(BadValue(name, value,
                             "a whole number from " + std::to_string(least) + " to " + std::to_string(most),
                             std::to_string(fallback)));
  return fallback;
}

std::chrono::milliseconds ReadMilliseconds(const Environment& environment, const char* name,
                                           std::chrono::milliseconds fallback, Notices& notices) {
  constexpr long long kDay = 86'400'000;
  return std::chrono::milliseconds(ReadNumber(environment, name, 0, kDay, fallback.count(), notices));
}

std::size_t ReadMebibytes(const Environment& environment, const char* name, long long least, long long most,
                          long long fallback, Notices& notices) {
  return static_cast<std::size_t>(ReadNumber(environment, name, least, most, fallback, notices)) << 20;
}

bool ReadBool(const Environment& environment, const char* name, bool fallback, Notices& notices) {
  const std::string value = environment(name);
  const std::string text = Lower(Trim(value));
  if (text.empty()) return fallback;
  if (text == "true") return true;
  if (text == "false") return false;
  notices.push_back(BadValue(name, value, "true or false", fallback ? "true" : "false"));
  return fallback;
}

bool CouldBeUrl(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7f;
  });
}

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool PercentDecode(std::string_view text, std::string* decoded) {
  decoded->clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      *decoded += text[i];
      continue;
    }
    if (i + 2 >= text.size()) return false;
    const int high = HexDigit(text[i + 1]);
    const int low = HexDigit(text[i + 2]);
    if (high < 0 || low < 0) return false;
    *decoded += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return true;
}

std::vector<std::pair<std::string, std::string>> ReadPairs(const Environment& environment, const char* name,
                                                           Notices& notices, bool keys_too) {
  std::vector<std::pair<std::string, std::string>> pairs;
  const std::string value = environment(name);
  std::string_view rest = value;
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t comma = rest.find(',');
    const std::string_view entry = Trim(rest.substr(0, comma));
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
    if (entry.empty()) continue;
    const std::size_t equals = entry.find('=');
    std::string key(Trim(entry.substr(0, equals)));
    std::string decoded;
    if (equals == std::string_view::npos || key.empty() || !PercentDecode(Trim(entry.substr(equals + 1)), &decoded) ||
        (keys_too && !PercentDecode(std::string(key), &key))) {
      notices.push_back(std::string(name) + ": entry " + std::to_string(number) +
                        " is not key=value with a percent-encoded value; it is left out");
      continue;
    }
    pairs.emplace_back(std::move(key), std::move(decoded));
  }
  return pairs;
}

std::vector<std::pair<std::string, std::string>> ReadHeaders(const Environment& environment, const char* name,
                                                             Notices& notices) {
  auto headers = ReadPairs(environment, name, notices);
  const auto bad = [&](const auto& header) {
    if (IsHeaderName(header.first) && IsHeaderValue(header.second)) return false;
    notices.push_back(std::string(name) + ": a header whose name is " + std::to_string(header.first.size()) +
                      " bytes long has characters that HTTP does not allow, in its name or value; it is left out");
    return true;
  };
  headers.erase(std::remove_if(headers.begin(), headers.end(), bad), headers.end());
  return headers;
}

}  // namespace spansmith::config
