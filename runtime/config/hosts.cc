// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See hosts.h.
#include "config/hosts.h"

#include <algorithm>

#include "config/glob.h"

namespace spansmith::config {
namespace {

// An address of IPv6 without its brackets has several colons; a host with a port has one.
bool CouldBeHost(std::string_view text) {
  if (text.find_first_of("/@ \t?#") != std::string_view::npos) return false;
  return text.front() == '[' ? text.back() == ']' : std::count(text.begin(), text.end(), ':') != 1;
}

std::string Normal(std::string_view host) {
  if (host.size() > 1 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  if (!host.empty() && host.back() == '.') host.remove_suffix(1);
  return Lower(host);
}

std::vector<std::string> ReadPatterns(const char* name, std::string_view rest, Notices& notices) {
  std::vector<std::string> patterns;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    const std::string_view one = Trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (one.empty()) continue;
    if (CouldBeHost(one)) {
      patterns.push_back(Normal(one));
    } else {
      notices.push_back(
          BadValue(name, std::string(one),
                   "host names or addresses, with * for any characters, without scheme and port, separated "
                   "by commas",
                   "the others only"));
    }
  }
  return patterns;
}

bool MatchesOne(const std::vector<std::string>& patterns, std::string_view host) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) { return Matches(pattern, host); });
}

std::string Joined(const std::vector<std::string>& patterns) {
  std::string text;
  for (const std::string& pattern : patterns) text.append(text.empty() ? "" : ",").append(pattern);
  return text;
}

}  // namespace

bool HostRules::May(std::string_view host) const {
  if (all && not_to.empty()) return true;
  const std::string normal = Normal(host);
  return (all || MatchesOne(to, normal)) && !MatchesOne(not_to, normal);
}

HostRules ReadHostRules(const Environment& environment, Notices& notices) {
  HostRules rules;
  constexpr char kTo[] = "SPANSMITH_PROPAGATE_TO";
  constexpr char kNotTo[] = "SPANSMITH_NO_PROPAGATE_TO";
  const std::string to = environment(kTo);
  rules.all = Trim(to).empty();
  rules.to = ReadPatterns(kTo, to, notices);
  rules.not_to = ReadPatterns(kNotTo, environment(kNotTo), notices);
  return rules;
}

std::string ToText(const HostRules& rules) { return rules.all ? "*" : Joined(rules.to); }
std::string NotToText(const HostRules& rules) { return Joined(rules.not_to); }

}  // namespace spansmith::config
