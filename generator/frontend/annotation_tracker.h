// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Listens to the preprocessor: collects every use of an annotation macro.
// One of the two headers that include Clang (the other is clang_compat's).
#ifndef SPANSMITH_GENERATOR_FRONTEND_ANNOTATION_TRACKER_H_
#define SPANSMITH_GENERATOR_FRONTEND_ANNOTATION_TRACKER_H_

#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>

#include "generator/frontend/parse.h"

namespace spansmith::generator {

class AnnotationTracker : public clang::PPCallbacks {
 public:
  // Both outlive the tracker. Fills result's uses and annotations.
  AnnotationTracker(clang::Preprocessor& preprocessor, ParseResult* result);

  void MacroExpands(const clang::Token& name, const clang::MacroDefinition& definition, clang::SourceRange range,
                    const clang::MacroArgs* arguments) override;

 private:
  // Whether the token names a macro whose text, macros in it included, holds the identifier `result`.
  bool HoldsResult(const clang::Token& name, int depth) const;
  UseArgument ReadArgument(llvm::ArrayRef<clang::Token> tokens) const;

  clang::Preprocessor& preprocessor_;
  clang::SourceManager& sources_;
  ParseResult* result_;
};

// A file's name as the compilers spell it: Clang has a header beside `a.cc` as `./a.h`, they as `a.h`.
std::string SpelledName(llvm::StringRef path);

// The presumed place of a location (its expansion in a file), and the text of its line.
Place PlaceOf(const clang::SourceManager& sources, clang::SourceLocation location);
std::string LineOf(const clang::SourceManager& sources, clang::SourceLocation location);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_ANNOTATION_TRACKER_H_
