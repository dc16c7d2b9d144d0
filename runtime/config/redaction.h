// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// SPANSMITH_REDACT: keys of attributes whose values are not exported, as patterns with commas between:
// `*password*,http.request.header.authorization`. `*` stands for any characters, `?` for one; the case of ASCII letters
// does not matter. Nothing is redacted where it is not set: no list of ours could know a program's secrets, and one
// that seems to is worse than none.
#ifndef SPANSMITH_CONFIG_REDACTION_H_
#define SPANSMITH_CONFIG_REDACTION_H_

#include <string>
#include <string_view>
#include <vector>

#include "config/environment.h"

namespace spansmith::config {

struct Redaction {
  static constexpr char kValue[] = "[redacted]";

  std::vector<std::string> patterns;  // in lower case

  bool empty() const { return patterns.empty(); }
  bool Names(std::string_view key) const;
};

// Trimmed and in lower case, of a list with commas between.
std::vector<std::string> ReadPatterns(const std::string& value);

Redaction ReadRedaction(const Environment& environment);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_REDACTION_H_
