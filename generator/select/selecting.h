// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What annotations (by_annotation.h) and rules (by_rule.h) have in common: the source, what has been selected so far,
// and how a function that is to have a span becomes a complete site.
#ifndef SPANSMITH_GENERATOR_SELECT_SELECTING_H_
#define SPANSMITH_GENERATOR_SELECT_SELECTING_H_

#include <functional>
#include <string>
#include <vector>

#include "generator/frontend/parse.h"
#include "generator/select/body.h"
#include "generator/select/body_site.h"
#include "generator/select/guardable.h"
#include "generator/select/select.h"
#include "generator/select/site_returns.h"
#include "generator/select/statements.h"
#include "generator/select/use_index.h"

namespace clang {
class FunctionDecl;
class LambdaExpr;
class SourceManager;
}  // namespace clang

namespace spansmith::generator {

struct Selecting {
  // Both outlive it.
  Selecting(const ParsedUnit& unit, const SelectOptions& options);
  Selecting(const Selecting&) = delete;
  Selecting& operator=(const Selecting&) = delete;

  void Report(const AnnotationUse& use, unsigned number, std::vector<std::string> arguments);

  // Whether a call in the file may be one of a function that carries at its calls (carry.h).
  bool CarriesReach(clang::SourceLocation location) const;

  // What became of a definition; kNone: a site, if nothing refuses it later.
  void Account(const clang::FunctionDecl& function, Asked asked, ReasonCode reason);

  // Who asked for the span says what is wrong with the function's returns.
  struct Messages {
    std::function<Diagnostic()> too_late;  // of a specialisation of ErrorTraits (SM043), without arguments
    SiteReturns::Refused refused;          // of a return that cannot be seen
  };
  // Adds the site, with what the body has for it. False: the function is constexpr, and more is asked for than a
  // constant expression may hold; it is accounted for.
  bool AddSite(const clang::FunctionDecl& function, const Body& body, Asked asked, const Messages& messages, Site site);

  const ParsedUnit& unit;
  const SelectOptions& options;
  const clang::SourceManager& sources;
  const bool carries;  // there are SPANSMITH_CARRY parameters
  UseIndex index;
  Guardable guardable;
  BodySites body_sites;
  Selection out;
  SiteReturns returns;
  Statements statements;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_SELECTING_H_
