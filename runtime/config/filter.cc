// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See filter.h.
#include "config/filter.h"

#include <vector>

#include "config/values.h"

namespace spansmith::config {
namespace {

// Which ends of `text` the pattern so far can reach, for one piece of the pattern after the other: no text and no
// pattern can make it slow.
bool Matches(std::string_view pattern, std::string_view text) {
  std::vector<bool> reached(text.size() + 1);
  reached[0] = true;
  while (!pattern.empty()) {
    const char c = pattern.front();
    const bool any = pattern.starts_with("**");
    pattern.remove_prefix(any ? 2 : 1);
    if (c == '*') {
      for (std::size_t i = 0; i < text.size(); ++i) {
        if (reached[i] && (any || (text[i] != '/' && text[i] != ':'))) reached[i + 1] = true;
      }
      continue;
    }
    for (std::size_t i = text.size(); i > 0; --i) reached[i] = reached[i - 1] && (c == '?' || c == text[i - 1]);
    reached[0] = false;
  }
  return reached[text.size()];
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
