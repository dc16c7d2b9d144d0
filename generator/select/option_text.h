// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The text of one option of an annotation, as it was written: what mistakes of spelling are in it.
#ifndef SPANSMITH_GENERATOR_SELECT_OPTION_TEXT_H_
#define SPANSMITH_GENERATOR_SELECT_OPTION_TEXT_H_

#include <string>
#include <string_view>

#include "generator/select/annotation_names.h"

namespace spansmith::generator {

// What stands between two top-level commas, taken apart: `SPANSMITH_ATTR(k, v) SPANSMITH_ROOT`.
struct OptionText {
  std::string name;  // "SPANSMITH_ATTR"; of string literals: all of them
  bool has_parentheses = false;
  std::string next;  // the identifier that follows: a comma is missing; empty: none
};
OptionText ReadOptionText(std::string_view text);

// "; did you mean `SPANSMITH_ATTR`?" for SPANSMITH_ATTRIBUTE; a kind alone is one of SPANSMITH_KIND. Empty: none is
// near.
std::string NearestOption(const std::string& word, const AnnotationName& outer);

// The same for a kind of spans.
std::string NearestKind(const std::string& word);
// Whether there is such a kind.
bool IsKind(std::string_view word);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_OPTION_TEXT_H_
