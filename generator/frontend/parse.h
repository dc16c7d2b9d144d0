// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Parses one file with Clang and lets a caller look at it while the tree lives. Bodies outside the main file are
// skipped, unless annotated.
#ifndef SPANSMITH_GENERATOR_FRONTEND_PARSE_H_
#define SPANSMITH_GENERATOR_FRONTEND_PARSE_H_

#include <functional>
#include <string>
#include <vector>

#include "generator/frontend/annotation_use.h"
#include "generator/process/process.h"
#include "generator/site/site.h"

namespace clang {
class ASTContext;
class Preprocessor;
}  // namespace clang

namespace spansmith::generator {

// What the callback sees. Valid during the callback alone.
struct ParsedUnit {
  clang::ASTContext& context;
  clang::Preprocessor& preprocessor;
  const std::vector<AnnotationUse>& uses;  // in the order of expansion
};

struct ParseResult {
  bool parsed = false;      // false: Clang found errors
  std::string first_error;  // the first one's text
  Place first_error_place;
  std::size_t annotations = 0;  // annotation tokens, counted as the prefilter does
  std::vector<AnnotationUse> uses;
  std::vector<IncludePin> pins;  // in the main file, by offset
  std::string main_file_name;    // as Clang presumes it at the top: what __FILE__ gives
  std::string main_file_text;    // its bytes
};

// `arguments`: ClangArguments' (invocation/clang_arguments.h). The callback runs at most once, and only without errors.
ParseResult Parse(const Arguments& arguments, const std::function<void(const ParsedUnit&)>& look);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_PARSE_H_
