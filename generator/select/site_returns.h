// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What is seen of a site's returned values: whether errors are looked for, and how each `return` is rewritten.
#ifndef SPANSMITH_GENERATOR_SELECT_SITE_RETURNS_H_
#define SPANSMITH_GENERATOR_SELECT_SITE_RETURNS_H_

#include <functional>
#include <string>

#include "generator/diagnostics/diagnostic.h"
#include "generator/frontend/parse.h"
#include "generator/select/body.h"
#include "generator/select/error_types.h"
#include "generator/select/select.h"
#include "generator/site/site.h"

namespace clang {
class FunctionDecl;
class ReturnStmt;
}  // namespace clang

namespace spansmith::generator {

class SiteReturns {
 public:
  // Makes the message for a return that cannot be seen, which an expression wants to see.
  using Refused = std::function<Diagnostic(const clang::ReturnStmt&, const std::string& refusal)>;

  // Both outlive it; messages and includes go to `*out`.
  SiteReturns(const ParsedUnit& unit, Selection* out);

  // Whether the function's type may say that there was an error. `too_late`: the message, without arguments, for a
  // specialisation of ErrorTraits that stands behind the function.
  void LookForErrors(const clang::FunctionDecl& function, const std::function<Diagnostic()>& too_late,
                     Site* site) const;

  void Add(const clang::FunctionDecl& function, const Body& body, const Refused& refused, Site* site) const;

 private:
  void AddErrors(const clang::FunctionDecl& function, const Body& body, Site* site) const;
  void AddSeen(const clang::FunctionDecl& function, const Body& body, const Refused& refused, Site* site) const;

  const ParsedUnit& unit_;
  ErrorTypes types_;
  Selection* out_;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_SITE_RETURNS_H_
