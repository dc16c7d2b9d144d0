// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See redaction.h.
#include "config/redaction.h"

#include "config/glob.h"
#include "config/values.h"

namespace spansmith::config {

bool Redaction::Names(std::string_view key) const {
  const std::string lower = Lower(key);
  for (const std::string& pattern : patterns) {
    if (Matches(pattern, lower)) return true;
  }
  return false;
}

std::vector<std::string> ReadPatterns(const std::string& value) {
  std::vector<std::string> patterns;
  std::string_view rest = value;
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    const std::string_view pattern = Trim(rest.substr(0, comma));
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
    if (!pattern.empty()) patterns.push_back(Lower(pattern));
  }
  return patterns;
}

Redaction ReadRedaction(const Environment& environment) { return {ReadPatterns(environment("SPANSMITH_REDACT"))}; }

}  // namespace spansmith::config
