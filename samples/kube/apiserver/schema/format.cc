// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Formats by regular expression.
#include "samples/kube/apiserver/schema/format.h"

#include <arpa/inet.h>

#include <map>
#include <memory>
#include <mutex>
#include <regex>

#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {
namespace {

// Compiling one costs far more than a match. A null entry: not a pattern std::regex takes.
std::shared_ptr<const std::regex> Compiled(const std::string& pattern) {
  static std::mutex mutex;
  static std::map<std::string, std::shared_ptr<const std::regex>> cache;
  const std::lock_guard<std::mutex> lock(mutex);
  const auto [found, fresh] = cache.try_emplace(pattern);
  if (fresh) {
    try {
      found->second = std::make_shared<const std::regex>(pattern, std::regex::ECMAScript | std::regex::optimize);
    } catch (const std::regex_error&) {
      found->second = nullptr;
    }
  }
  return found->second;
}

bool IsAddress(const std::string& text, int family) {
  unsigned char bytes[sizeof(in6_addr)];
  return inet_pton(family, text.c_str(), bytes) == 1;
}

bool IsNetwork(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) return false;
  const std::string address = text.substr(0, slash), bits = text.substr(slash + 1);
  if (bits.empty() || bits.size() > 3 || bits.find_first_not_of("0123456789") != std::string::npos) return false;
  const int most = IsAddress(address, AF_INET) ? 32 : IsAddress(address, AF_INET6) ? 128 : -1;
  return std::stoi(bits) <= most;
}

}  // namespace

bool MatchesPattern(const std::string& text, const std::string& pattern) {
  const auto compiled = Compiled(pattern);
  return compiled == nullptr || std::regex_search(text, *compiled);
}

bool HasFormat(const std::string& text, const std::string& format) {
  static const std::map<std::string, std::string> patterns = {
      {"date-time",
       R"(^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d([.,]\d+)?([Zz]|[+-]\d\d:?\d\d)$)"},
      {"date", R"(^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$)"},
      {"uuid", R"(^[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}$)"},
      {"ipv4", R"(^((25[0-5]|2[0-4]\d|1?\d?\d)(\.|$)){4}$)"},
      {"email", R"(^(("[^"]*"|[^\s<>"]+)\s*<)?[^\s@<>(),:;]+@[^\s@<>(),:;]+>?$)"},
      {"uri", R"(^(/|[a-zA-Z][a-zA-Z0-9+.-]*:(//[^\s/?#]*)?([/?#]|$|[^\s/]))[^\x00-\x1f\x7f]*$)"},
      {"hostname",
       R"(^([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)*[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.?$)"},
      {"mac", R"(^([0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}$)"},
      {"hexcolor", R"(^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$)"},
      {"duration", R"(^([-+]?(\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)\s*)+$)"},
  };
  if (format == "byte") return Base64Error(text).empty();
  if (format == "ipv6") return IsAddress(text, AF_INET6);
  if (format == "cidr") return IsNetwork(text);
  const auto found = patterns.find(format);
  return found == patterns.end() || MatchesPattern(text, found->second);
}

}  // namespace kube::apiserver
