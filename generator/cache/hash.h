// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A hash of several texts (BLAKE3, 256 bits): two lists of texts have the same only if they are the same.
#ifndef SPANSMITH_GENERATOR_CACHE_HASH_H_
#define SPANSMITH_GENERATOR_CACHE_HASH_H_

#include <string>
#include <string_view>
#include <vector>

namespace spansmith::generator {

// 64 hexadecimal digits.
std::string HashOf(const std::vector<std::string_view>& texts);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_CACHE_HASH_H_
