// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A number and what it counts, as people write it.
#ifndef SPANSMITH_GENERATOR_SITE_COUNTED_H_
#define SPANSMITH_GENERATOR_SITE_COUNTED_H_

#include <cstddef>
#include <string>

namespace spansmith::generator {

// "1 function", "2 functions".
inline std::string Counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SITE_COUNTED_H_
