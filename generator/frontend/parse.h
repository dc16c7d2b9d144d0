// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Parses one file with Clang and lets a caller look at it while the tree lives. Bodies outside the main file are
// skipped, unless annotated or in a file with annotations.
#ifndef SPANSMITH_GENERATOR_FRONTEND_PARSE_H_
#define SPANSMITH_GENERATOR_FRONTEND_PARSE_H_

#include <functional>
#include <string>
#include <vector>

#include "generator/frontend/annotation_use.h"
#include "generator/frontend/include_graph.h"
#include "generator/process/process.h"
#include "generator/site/site.h"

#include "generator/frontend/macro_tracker.h"

namespace clang {
class ASTContext;
class Preprocessor;
}  // namespace clang

namespace spansmith::generator {

// A file's text, and the quoted file names in its include directives and __has_include tests, whatever their
// conditions.
struct QuotedName {
  std::size_t begin = 0;  // of the opening quote
  std::size_t end = 0;    // one past the closing quote
  std::string name;
};
struct EnteredText {
  std::string text;
  std::vector<QuotedName> quoted;
  bool include_next = false;  // some directive of it is or tests one
};

// What the callback sees. Valid during the callback alone.
struct ParsedUnit {
  clang::ASTContext& context;
  clang::Preprocessor& preprocessor;
  const std::vector<AnnotationUse>& uses;  // in the order of expansion
  const IncludeGraph& includes;
  std::function<EnteredText(unsigned)> read;  // by EnteredFile::key
  const MacroUses& macros;
};

struct ParseResult {
  bool parsed = false;      // false: Clang found errors
  std::string first_error;  // the first one's text
  Place first_error_place;
  std::string old_language;     // "C++98": the source's, where it is older than C++11; else empty
  std::size_t annotations = 0;  // annotation tokens, counted as the prefilter does
  std::vector<AnnotationUse> uses;
  IncludeGraph includes;
  MacroUses macros;
};

// Whose function bodies are parsed, beside the source's own.
enum class Bodies {
  kAnnotated,   // those that an annotation may be about
  kAllHeaders,  // those of every header that is no system header
};

// `arguments`: ClangArguments' (frontend/clang_arguments.h). The callback runs at most once, and only without errors.
ParseResult Parse(const Arguments& arguments, Bodies bodies, const std::function<void(const ParsedUnit&)>& look);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_PARSE_H_
