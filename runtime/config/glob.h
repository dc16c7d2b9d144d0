// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Patterns: `*` stands for any characters, `?` for one. Pure.
#ifndef SPANSMITH_CONFIG_GLOB_H_
#define SPANSMITH_CONFIG_GLOB_H_

#include <cstddef>
#include <string_view>

namespace spansmith::config {

// Only the last star is ever tried anew, so this is quadratic at worst.
inline bool Matches(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;
  std::size_t resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_GLOB_H_
