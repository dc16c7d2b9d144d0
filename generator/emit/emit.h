// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Edits and the original text -> the text that the compiler gets, in which every line and column of the user's is seen
// where the user wrote it: an insertion that is followed by user text on its line, or that spans lines, ends with a
// line feed, `#line`, and padding to the user's column.
#ifndef SPANSMITH_GENERATOR_EMIT_EMIT_H_
#define SPANSMITH_GENERATOR_EMIT_EMIT_H_

#include <map>
#include <string>
#include <vector>

#include "generator/transform/edit_plan.h"

namespace spansmith::generator {

struct Original {
  std::string name;  // as the compiler spells it
  std::string text;
  std::string origin;             // a comment line that comes first
  bool header = false;            // what injected text needs is included by the source, before any header
  bool system = false;            // a system header: the copy stands in no system directory, and says so itself
  bool forced = false;            // a header that is included before the source
  bool allocates_itself = false;  // Instrumentation's
  // Lines are counted for gcov: g++ takes a function to end where it begins, if a #line in between names the file.
  bool counted = false;
  // What a Place calls a file -> what the compiler does, where that differs.
  std::map<std::string, std::string> spelled = {};
};

// `edits`: EditPlan::Finish()'s. `includes`: headers that the injected text of the source and its headers needs, as
// behind #include; they stand before any text of the user's.
std::string Emit(const Original& original, const std::vector<Edit>& edits, const std::vector<std::string>& includes);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_EMIT_EMIT_H_
