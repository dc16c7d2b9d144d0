// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The cheap question before a parse: does this file hold an annotation at all? Asked of the real compiler's own
// preprocessor (60-90 ms where a parse takes seconds), which also tells where it looks for headers.
#ifndef SPANSMITH_GENERATOR_FRONTEND_PREFILTER_H_
#define SPANSMITH_GENERATOR_FRONTEND_PREFILTER_H_

#include <string>
#include <vector>

#include "generator/invocation/compile_command.h"

namespace spansmith::generator {

struct PrefilterResult {
  bool preprocessed = false;     // false: the compiler refuses the file, and will say why when it compiles it
  std::string first_error;       // then: the first error's text
  std::size_t annotations = 0;   // annotation tokens in the preprocessed text (frontend/annotation_use.h counts alike)
  Arguments search_directories;  // for <...>, in order, the compiler's own among them
};

// Runs the compiler of `command` (one source) with -E.
PrefilterResult Prefilter(const CompileCommand& command);

// How often the mark of an annotation stands in a text that comes in pieces. Not thread-safe.
class MarkCounter {
 public:
  void Add(std::string_view piece);
  std::size_t count() const { return count_; }

 private:
  std::string tail_;
  std::size_t count_ = 0;
};

// The directories of GCC's and Clang's `-v` between "#include <...> search starts here:" and "End of search list.".
Arguments SearchDirectories(const std::string& verbose);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_PREFILTER_H_
