// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See filter.h.
#include "config/filter.h"

#include "config/values.h"

namespace spansmith::config {
namespace {

// Tries for each star the shortest run first; patterns are short, and are matched once a function.
bool Matches(std::string_view pattern, std::string_view text) {
  while (!pattern.empty() && pattern.front() != '*') {
    if (text.empty() || (pattern.front() != '?' && pattern.front() != text.front())) return false;
    pattern.remove_prefix(1);
    text.remove_prefix(1);
  }
  if (pattern.empty()) return text.empty();
  const bool any = pattern.starts_with("**");
  pattern.remove_prefix(any ? 2 : 1);
  while (true) {
    if (Matches(pattern, text)) return true;
    if (text.empty() || (!any && (text.front() == '/' || text.front() == ':'))) return false;
    text.remove_prefix(1);
  }
}

}  // namespace

std::string ParseFilter(std::string_view text, Filter& filter) {
  Filter rules;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    const std::string_view rule = Trim(text.substr(0, comma));
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    if (rule.empty()) continue;
    const std::size_t equals = rule.rfind('=');
    const std::string word = equals == std::string_view::npos ? "" : Lower(Trim(rule.substr(equals + 1)));
    const std::string_view pattern = Trim(rule.substr(0, equals));
    if (pattern.empty() || (word != "on" && word != "off")) return std::string(rule);
    rules.push_back({std::string(pattern), word == "on"});
  }
  filter = std::move(rules);
  return "";
}

bool IsOn(const Filter& filter, std::string_view scope, std::string_view function) {
  for (const FilterRule& rule : filter) {
    const bool by_function = rule.pattern.find("::") != std::string::npos;
    if (Matches(rule.pattern, by_function ? function : scope)) return rule.on;
  }
  return true;
}

}  // namespace spansmith::config
