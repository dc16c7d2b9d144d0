// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/selecting.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Decl.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "generator/select/check_uses.h"
#include "generator/select/unreached_end.h"

namespace spansmith::generator {

Selecting::Selecting(const ParsedUnit& parsed, const SelectOptions& how)
    : unit(parsed),
      options(how),
      sources(parsed.context.getSourceManager()),
      carries(std::any_of(parsed.uses.begin(), parsed.uses.end(), IsCarry)),
      index(sources, parsed.uses),
      guardable(parsed),
      body_sites(parsed, how.default_scope, how.ok_on_success),
      returns(parsed, &out),
      statements{parsed, index, out.diagnostics} {}

void Selecting::Report(const AnnotationUse& use, unsigned number, std::vector<std::string> arguments) {
  out.diagnostics.push_back(At(use, number, std::move(arguments)));
}

bool Selecting::CarriesReach(clang::SourceLocation location) const {
  return carries && location.isValid() && !sources.isInSystemHeader(location);
}

void Selecting::Account(const clang::FunctionDecl& function, Asked asked, ReasonCode reason) {
  out.verdicts[function.getLocation().getRawEncoding()] = {asked, reason, {}, {}};
  if (reason == ReasonCode::kNone || !function.doesThisDeclarationHaveABody() || function.getBody() == nullptr) return;
  const std::optional<Point> begin = body_sites.Begin(function);
  if (begin && !sources.isWrittenInMainFile(sources.getFileLoc(function.getLocation())))
    out.unguarded.push_back(*begin);
}

bool Selecting::AddSite(const clang::FunctionDecl& function, const Body& body, Asked asked, const Messages& messages,
                        Site site) {
  if (site.constant && (site.evaluates_result() || !site.exit_attributes.empty() || site.parent.has_value())) {
    Account(function, asked, ReasonCode::kConstexpr);
    return false;
  }
  if (!site.constant) {
    returns.LookForErrors(function, messages.too_late, &site);
    returns.Add(function, body, messages.refused, &site);
  }
  statements.Add(function, body, &site);
  const std::optional<Point> end = UnreachedEnd(sources, function);
  if (end.has_value() && end->file == site.body.file) site.unreached_end = end;
  // Where its guard stands.
  Verdict& verdict = out.verdicts[function.getLocation().getRawEncoding()];
  verdict.body = site.body;
  verdict.span = site.name;
  out.sites.push_back(std::move(site));
  return true;
}

}  // namespace spansmith::generator
