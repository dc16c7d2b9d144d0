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
#include "generator/frontend/branches.h"
#include "generator/frontend/include_graph.h"
#include "generator/frontend/macro_tracker.h"
#include "generator/frontend/other_targets.h"
#include "generator/frontend/predefined_macros.h"
#include "generator/frontend/source_lines.h"
#include "generator/process/process.h"
#include "generator/site/site.h"

namespace clang {
class ASTContext;
class Preprocessor;
class SourceLocation;
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
  std::function<bool(const clang::SourceLocation&)> compiled;  // whether the real compiler compiles what stands there
  std::function<bool(const clang::SourceLocation&)>
      broken;  // whether it is (in) a function with a body that Clang refuses
  const OtherTargets& other_targets;
};

struct ParseResult {
  bool parsed = false;      // false: Clang found errors
  std::size_t broken = 0;   // then: so many functions with errors in their bodies, and no other errors; 0: others too
  std::size_t errors = 0;   // how many there are
  std::string first_error;  // the first one's text
  Place first_error_place;
  std::string old_language;     // "C++98": the source's, where it is older than C++11; else empty
  std::size_t annotations = 0;  // annotation tokens, counted as the prefilter does
  std::vector<AnnotationUse> uses;
  IncludeGraph includes;
  MacroUses macros;
  Branches branches;
  OtherTargets other_targets;
};

// Whose function bodies are parsed, beside the source's own.
enum class Bodies {
  kAnnotated,   // those that an annotation may be about
  kAllHeaders,  // those of every header that is no system header
};

struct ParseOptions {
  Bodies bodies = Bodies::kAnnotated;
  const PredefinedMacros* view = nullptr;  // which the user's files see; null, or empty: Clang's own
  const SourceLines* compiled = nullptr;   // by the real compiler; null: not known
};

// `arguments`: ClangArguments' (frontend/clang_arguments.h). The callback runs at most once, and only without errors,
// or if all of them stand in bodies of functions.
ParseResult Parse(const Arguments& arguments, const ParseOptions& options,
                  const std::function<void(const ParsedUnit&)>& look);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_PARSE_H_
