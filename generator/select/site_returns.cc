// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/site_returns.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Decl.h>
#include <clang/AST/Stmt.h>

#include <algorithm>

#include "generator/select/macro_returns.h"
#include "generator/select/points.h"
#include "generator/select/reached.h"
#include "generator/select/returns.h"

namespace spansmith::generator {

SiteReturns::SiteReturns(const ParsedUnit& unit, Selection* out) : unit_(unit), types_(unit.context), out_(out) {}

void SiteReturns::LookForErrors(const clang::FunctionDecl& function, const std::function<Diagnostic()>& too_late,
                                Site* site) const {
  const clang::QualType type = function.getReturnType();
  if (!unit_.context.getLangOpts().CPlusPlus17) return;  // what the injected text takes
  if (site->error_when.has_value() || !types_.MayBe(type)) return;
  if (types_.ComesTooLate(type, function)) {
    Diagnostic diagnostic = too_late();
    diagnostic.arguments = {site->function, type.getUnqualifiedType().getAsString()};
    out_->diagnostics.push_back(std::move(diagnostic));
    return;
  }
  site->may_return_errors = true;
}

void SiteReturns::Add(const clang::FunctionDecl& function, const Body& body, const Refused& refused, Site* site) const {
  constexpr char kHeader[] = "<spansmith/injected_errors.h>";
  if (!site->looks_at_result()) return;
  if (site->evaluates_result()) {
    AddSeen(function, body, refused, site);
  } else {
    AddErrors(function, body, site);
  }
  if (!site->looks_for_errors() || (site->returns.empty() && site->macro_returns.empty())) return;
  if (std::find(out_->includes.begin(), out_->includes.end(), kHeader) == out_->includes.end())
    out_->includes.emplace_back(kHeader);
}

// Returns that cannot be seen are left as they are: nobody asked for this one.
void SiteReturns::AddErrors(const clang::FunctionDecl& function, const Body& body, Site* site) const {
  for (const clang::ReturnStmt* statement : body.returns) {
    if (MacroReturnForms::ComesOutOfMacro(*statement)) {
      MacroReturnForms(unit_, types_).Add(function, *statement, site);
      continue;
    }
    std::optional<ReturnStatement> form = ChooseErrorForm(unit_.context, types_, function, *statement);
    if (form.has_value() && form->begin.file == site->body.file) site->returns.push_back(std::move(*form));
  }
}

void SiteReturns::AddSeen(const clang::FunctionDecl& function, const Body& body, const Refused& refused,
                          Site* site) const {
  if (function.isMain() && Reached(function).End()) {
    ReturnStatement end;
    end.form = ReturnForm::kFallOff;
    // Its place has been seen.
    end.begin = *PointAt(unit_.context.getSourceManager(), function.getBody()->getEndLoc());
    site->returns.push_back(std::move(end));
  }
  for (const clang::ReturnStmt* statement : body.returns) {
    std::string refusal;
    std::optional<ReturnStatement> form = ChooseReturnForm(unit_.context, function, *statement, &refusal);
    if (form.has_value() && form->begin.file != site->body.file) refusal = "it stands in another file";
    if (form.has_value() && refusal.empty()) {
      site->returns.push_back(std::move(*form));
    } else {
      out_->diagnostics.push_back(refused(*statement, refusal));
    }
  }
}

}  // namespace spansmith::generator
