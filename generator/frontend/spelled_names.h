// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Where the file name of a computed #include is written: in some macro's definition. It may be another there if it is
// nothing but the name of an included file, so macros that are expanded elsewhere than in #include and #if are known.
#ifndef SPANSMITH_GENERATOR_FRONTEND_SPELLED_NAMES_H_
#define SPANSMITH_GENERATOR_FRONTEND_SPELLED_NAMES_H_

#include <clang/Basic/SourceLocation.h>
#include <clang/Lex/PPCallbacks.h>
#include <llvm/ADT/DenseMap.h>

#include <set>
#include <utility>

#include "generator/frontend/include_graph.h"

namespace clang {
class MacroInfo;
class SourceManager;
}  // namespace clang

namespace spansmith::generator {

class SpelledNames : public clang::PPCallbacks {
 public:
  // Both outlive it.
  SpelledNames(const clang::SourceManager& sources, IncludeGraph* graph) : sources_(sources), graph_(graph) {}

  void MacroExpands(const clang::Token& name, const clang::MacroDefinition& definition, clang::SourceRange range,
                    const clang::MacroArgs* arguments) override;
  void MacroDefined(const clang::Token& name, const clang::MacroDirective* directive) override;
  // When all is read, and before the graph is used: takes the names away that are used otherwise.
  void Finish();

 private:
  // Whether its text holds a string or a `<`.
  bool MayName(const clang::MacroInfo& macro);
  void UsedOtherwise(const clang::MacroInfo& macro);

  const clang::SourceManager& sources_;
  IncludeGraph* graph_;
  llvm::DenseMap<const clang::MacroInfo*, bool> may_name_;
  std::set<std::pair<clang::SourceLocation, clang::SourceLocation>> used_otherwise_;  // definitions
};

// `begin`: of the name in the directive, as the preprocessor has it; `name`: without quotes or brackets. A file of 0:
// it is put together of pieces, or stands in the directive.
WrittenName WhereSpelled(const clang::SourceManager& sources, clang::SourceLocation begin, llvm::StringRef name,
                         bool angled);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_SPELLED_NAMES_H_
