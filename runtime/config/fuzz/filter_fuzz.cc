// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a filter and a scope, with a line's end between. What must hold: a malformed filter changes nothing;
// short patterns match what the plain definition says they do; none is slow.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "config/filter.h"
#include "config/redaction.h"

namespace {

// By definition; takes time beyond all bounds where there are many stars.
bool Plainly(std::string_view pattern, std::string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern.front() != '*') {
    return !text.empty() && (pattern.front() == '?' || pattern.front() == text.front()) &&
           Plainly(pattern.substr(1), text.substr(1));
  }
  const bool any = pattern.starts_with("**");
  const std::string_view rest = pattern.substr(any ? 2 : 1);
  if (Plainly(rest, text)) return true;
  return !text.empty() && (any || (text.front() != '/' && text.front() != ':')) && Plainly(pattern, text.substr(1));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace spansmith::config;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t end = text.find('\n');
  const std::string_view name = end == std::string_view::npos ? std::string_view("scope/a") : text.substr(end + 1);
  Filter filter = {{"before", false}};
  if (!ParseFilter(text.substr(0, end), filter).empty()) {
    if (filter.size() != 1 || filter[0].pattern != "before") std::abort();
  }
  IsOn(filter, name, name);
  for (const FilterRule& rule : filter) {
    if (rule.pattern.size() > 8 || name.size() > 10) continue;
    if (IsOn({{rule.pattern, false}}, name, name) == Plainly(rule.pattern, name)) std::abort();
  }
  ReadRedaction([&](const char*) { return std::string(text.substr(0, end)); }).Names(name);
  return 0;
}
