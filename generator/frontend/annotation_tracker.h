// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Listens to the preprocessor: collects every use of an annotation macro and the main file's quoted includes.
// One of the two headers that include Clang (the other is clang_compat's).
#ifndef SPANSMITH_GENERATOR_FRONTEND_ANNOTATION_TRACKER_H_
#define SPANSMITH_GENERATOR_FRONTEND_ANNOTATION_TRACKER_H_

#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>

#include <map>

#include "generator/clang_compat/clang_compat.h"
#include "generator/frontend/parse.h"

namespace spansmith::generator {

class AnnotationTracker : public clang::PPCallbacks {
 public:
  // Both outlive the tracker. Fills result's uses, pins and annotations.
  AnnotationTracker(clang::Preprocessor& preprocessor, ParseResult* result);

  void MacroExpands(const clang::Token& name, const clang::MacroDefinition& definition, clang::SourceRange range,
                    const clang::MacroArgs* arguments) override;
  void InclusionDirective(clang::SourceLocation hash, const clang::Token& include, llvm::StringRef name, bool angled,
                          clang::CharSourceRange name_range, clang::OptionalFileEntryRef file,
                          llvm::StringRef search_path, llvm::StringRef relative_path,
                          SPANSMITH_INCLUSION_DIRECTIVE_TAIL) override;
  void HasInclude(clang::SourceLocation location, llvm::StringRef name, bool angled, clang::OptionalFileEntryRef file,
                  clang::SrcMgr::CharacteristicKind kind) override;

 private:
  // Whether the token names a macro whose text, macros in it included, holds the identifier `result`.
  bool HoldsResult(const clang::Token& name, int depth) const;
  UseArgument ReadArgument(llvm::ArrayRef<clang::Token> tokens) const;
  void Pin(clang::SourceLocation begin, clang::SourceLocation end, clang::OptionalFileEntryRef file);

  clang::Preprocessor& preprocessor_;
  clang::SourceManager& sources_;
  ParseResult* result_;
};

// The presumed place of a location (its expansion in a file), and the text of its line.
Place PlaceOf(const clang::SourceManager& sources, clang::SourceLocation location);
std::string LineOf(const clang::SourceManager& sources, clang::SourceLocation location);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_ANNOTATION_TRACKER_H_
