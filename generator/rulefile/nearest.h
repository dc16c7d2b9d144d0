// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a person may have meant: the known words nearest to a misspelt one.
#ifndef SPANSMITH_GENERATOR_RULEFILE_NEAREST_H_
#define SPANSMITH_GENERATOR_RULEFILE_NEAREST_H_

#include <string>
#include <string_view>
#include <vector>

namespace spansmith::generator {

// Insertions, deletions, replacements and swaps of neighbours, upper and lower case alike, that make `b` of `a`; more
// than `limit` is `limit + 1`. O(size of a * size of b), in bytes.
unsigned EditDistance(std::string_view a, std::string_view b, unsigned limit);

// How many edits two words may be apart to be near: a third of the length, at least one.
unsigned NearLimit(std::string_view word);

// The nearest of `known` within NearLimit, the first of equals; empty: none.
std::string Nearest(std::string_view word, const std::vector<std::string_view>& known);

// "; did you mean `x`?", or nothing.
std::string DidYouMean(std::string_view word, const std::vector<std::string_view>& known);

// The same among the words of SPANSMITH_ANSWERS and `answers` (site/answers.h).
std::string NearestAnswer(const std::string& word);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_RULEFILE_NEAREST_H_
