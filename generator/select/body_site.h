// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Where a function's guard goes, and what every site has.
#ifndef SPANSMITH_GENERATOR_SELECT_BODY_SITE_H_
#define SPANSMITH_GENERATOR_SELECT_BODY_SITE_H_

#include <optional>
#include <string>

#include "generator/frontend/parse.h"
#include "generator/site/site.h"

namespace clang {
class FunctionDecl;
class SourceLocation;
}  // namespace clang

namespace spansmith::generator {

class BodySites {
 public:
  // All outlive it. `default_scope`: where no SPANSMITH_SCOPE holds.
  BodySites(const ParsedUnit& unit, const std::string& default_scope, bool ok_on_success)
      : unit_(unit), default_scope_(default_scope), ok_on_success_(ok_on_success) {}

  // What every site has, but for where its guard goes.
  Site Bare(const clang::FunctionDecl& function) const;
  // What every site has. Nothing: the body comes out of a macro.
  std::optional<Site> Of(const clang::FunctionDecl& function) const;
  // Just after the `{` and the `__label__` declarations that must stand first; nothing if a brace comes out of a macro.
  std::optional<Point> Begin(const clang::FunctionDecl& function) const;

 private:
  const ParsedUnit& unit_;
  const std::string& default_scope_;
  bool ok_on_success_;
};

// Of the body, or of a function-try-block's first block; invalid: there is none.
clang::SourceLocation BraceOf(const clang::FunctionDecl& function);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_BODY_SITE_H_
