// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The words of SPANSMITH_ANSWERS and of a rule's `answers`.
#ifndef SPANSMITH_GENERATOR_SITE_ANSWERS_H_
#define SPANSMITH_GENERATOR_SITE_ANSWERS_H_

#include <optional>
#include <string>
#include <vector>

namespace spansmith::generator {

inline constexpr char kAnswerWords[] = "not_found, already_exists, conflict and cancelled, or none alone";

// Site::answers; nothing: one is no such word, or `none` stands beside others. Then `*wrong` is it.
inline std::optional<unsigned> ReadAnswers(const std::vector<std::string>& words, std::string* wrong) {
  unsigned answers = 0;
  for (const std::string& word : words) {
    // Bits by ErrorKind of annotations' errors.h.
    const unsigned bit = word == "not_found"        ? 1u << 1
                         : word == "already_exists" ? 1u << 2
                         : word == "conflict"       ? 1u << 3
                         : word == "cancelled"      ? 1u << 4
                                                    : 0u;
    if (bit == 0 && (word != "none" || words.size() > 1)) {
      *wrong = word;
      return std::nullopt;
    }
    answers |= bit;
  }
  return answers;
}

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SITE_ANSWERS_H_
