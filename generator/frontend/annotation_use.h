// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Every expansion of a SPANSMITH_ macro, as the preprocessor saw it: where it stands and what its arguments are as
// written. The syntax tree has an annotation's strings but not their places (a stringised argument has none), so the
// two are joined by location. No Clang types.
#ifndef SPANSMITH_GENERATOR_FRONTEND_ANNOTATION_USE_H_
#define SPANSMITH_GENERATOR_FRONTEND_ANNOTATION_USE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/site/site.h"

namespace spansmith::generator {

// How every string of annotations.h that the tree shows begins, its quote included.
inline constexpr std::string_view kAnnotationMark = "\"spansmith:";

// One argument of the macro; for the variadic span macros, one piece between top-level commas.
struct UseArgument {
  Expression written;
  std::string source_line;        // the text of written.place.line
  std::string first_token;        // spelling; empty: no tokens
  std::string macro_with_result;  // a macro in it whose text holds the identifier `result`; empty: none
  bool first_is_string = false;
  bool first_is_macro = false;
};

struct AnnotationUse {
  std::string macro;             // "SPANSMITH_ATTR"
  unsigned location = 0;         // raw encoding of the macro name's location: the key
  Place place;                   // of the macro's name, or of the outermost macro it came from
  std::string source_line;       // the text of place.line
  bool written_directly = true;  // in a file; false: by another macro's expansion
  // Where it was written; if not directly, of the invocation in a file that it came out of.
  unsigned file = 0;                  // a key of the file it stands in
  std::size_t begin = 0;              // offset in that file of the macro's name
  std::size_t end = 0;                // one past its last character
  std::optional<std::size_t> parent;  // index of the span annotation whose arguments it stands in
  std::vector<UseArgument> arguments;
  UseArgument all;  // of a macro with `...` alone: its arguments as one, commas included
};

// SPANSMITH_CARRY or SPANSMITH_CARRY_LINKED.
inline bool IsCarry(const AnnotationUse& use) { return use.macro.starts_with("SPANSMITH_CARRY"); }

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_ANNOTATION_USE_H_
