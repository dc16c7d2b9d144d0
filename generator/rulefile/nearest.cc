// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/nearest.h"

#include <algorithm>
#include <cctype>

namespace spansmith::generator {
namespace {

char Lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

}  // namespace

unsigned EditDistance(std::string_view a, std::string_view b, unsigned limit) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > limit) return limit + 1;
  std::vector<unsigned> before_last(b.size() + 1);
  std::vector<unsigned> last(b.size() + 1);
  std::vector<unsigned> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<unsigned>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = static_cast<unsigned>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const unsigned replaced = last[j - 1] + (Lower(a[i - 1]) == Lower(b[j - 1]) ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && Lower(a[i - 1]) == Lower(b[j - 2]) && Lower(a[i - 2]) == Lower(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return std::min(row[b.size()], limit + 1);
}

unsigned NearLimit(std::string_view word) { return std::max(1U, static_cast<unsigned>(word.size() / 3)); }

std::string Nearest(std::string_view word, const std::vector<std::string_view>& known) {
  unsigned best = NearLimit(word) + 1;
  std::string out;
  for (const std::string_view candidate : known) {
    const unsigned distance = EditDistance(word, candidate, best - 1);
    if (distance >= best) continue;
    best = distance;
    out = candidate;
    if (best == 0) break;
  }
  return out;
}

std::string DidYouMean(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string nearest = Nearest(word, known);
  return nearest.empty() ? "" : "; did you mean `" + nearest + "`?";
}

// `none` is one of them, and is refused for what stands beside it.
std::string NearestAnswer(const std::string& word) {
  if (word.empty() || word == "none") return "";
  return DidYouMean(word, {"not_found", "already_exists", "conflict", "cancelled", "none"});
}

}  // namespace spansmith::generator
