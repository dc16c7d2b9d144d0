// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Returns out of macros (RETURN_IF_ERROR and the like) whose values may be errors: the use of the macro becomes one of
// a copy of it, in which the value is looked at. A macro of a system header, and a return that stands in an argument,
// are left as they are.
#ifndef SPANSMITH_GENERATOR_SELECT_MACRO_RETURNS_H_
#define SPANSMITH_GENERATOR_SELECT_MACRO_RETURNS_H_

#include <clang/Basic/SourceLocation.h>

#include <optional>
#include <vector>

#include "generator/frontend/parse.h"
#include "generator/site/site.h"

namespace clang {
class FunctionDecl;
class MacroInfo;
class ReturnStmt;
}  // namespace clang

namespace spansmith::generator {

class ErrorTypes;

class MacroReturnForms {
 public:
  // Both outlive it.
  MacroReturnForms(const ParsedUnit& unit, const ErrorTypes& types) : unit_(unit), types_(types) {}

  // Whether the statement begins in a macro.
  static bool ComesOutOfMacro(const clang::ReturnStmt& statement);

  // Adds one that does to the site, as a copy of the macro or as one that is not looked at; nothing, if there is no
  // error to be seen.
  void Add(const clang::FunctionDecl& function, const clang::ReturnStmt& statement, Site* site) const;

 private:
  // From the macro in the file to the one whose text has the `return`.
  struct Step {
    const clang::MacroInfo* macro;
    clang::SourceLocation name;  // where it is used: in the file, or in the expansion of the step before
  };

  std::optional<std::vector<Step>> StepsTo(clang::SourceLocation returns) const;
  std::optional<std::vector<MacroEdit>> Edits(const clang::FunctionDecl& function, const clang::ReturnStmt& statement,
                                              const Step& last) const;
  // The offset of a token of the macro's in its text behind the name.
  std::size_t OffsetIn(const clang::MacroInfo& macro, clang::SourceLocation token) const;
  std::string NameOf(const clang::MacroInfo& macro) const;
  MacroCopy CopyOf(const clang::MacroInfo& macro) const;

  const ParsedUnit& unit_;
  const ErrorTypes& types_;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_MACRO_RETURNS_H_
