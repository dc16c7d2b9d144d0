// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A number and what it counts, as people write it.
#ifndef SPANSMITH_NOTICE_COUNTED_H_
#define SPANSMITH_NOTICE_COUNTED_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace spansmith::notice {

// "1 span", "2 spans", "1 of 1 span", "1 of 2 spans"; `nouns` is the plural, and ends with s.
inline std::string Counted(std::uint64_t count, std::string_view nouns) {
  if (count == 1) nouns.remove_suffix(1);
  return std::to_string(count).append(1, ' ').append(nouns);
}
inline std::string CountedOf(std::uint64_t part, std::uint64_t whole, std::string_view nouns) {
  return std::to_string(part) + " of " + Counted(whole, nouns);
}

// The verb behind so many.
inline const char* Were(std::uint64_t count) { return count == 1 ? " was " : " were "; }
inline const char* Are(std::uint64_t count) { return count == 1 ? " is " : " are "; }

}  // namespace spansmith::notice

#endif  // SPANSMITH_NOTICE_COUNTED_H_
