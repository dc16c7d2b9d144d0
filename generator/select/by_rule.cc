// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/by_rule.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/StmtCXX.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "generator/frontend/annotation_tracker.h"
#include "generator/select/calls.h"
#include "generator/select/carry.h"
#include "generator/select/function_names.h"
#include "generator/select/left_out.h"
#include "generator/select/rule_site.h"
#include "generator/site/project_path.h"

namespace spansmith::generator {

ByRule::ByRule(Selecting* selecting)
    : selecting_(*selecting),
      matcher_(selecting->options.rules, selecting->options.project),
      macro_bodies_(selecting->unit),
      allocations_(selecting->unit.context) {
  selecting_.out.usage.looked = true;
  selecting_.out.usage.matched.resize(selecting->options.rules.size());
}

bool ByRule::Reaches(clang::SourceLocation location) {
  if (selecting_.options.rules.empty() || location.isInvalid()) return false;
  const clang::FileID file = selecting_.sources.getFileID(location);
  const auto [it, is_new] = reached_.try_emplace(file.getHashValue(), false);
  if (is_new) {
    const clang::OptionalFileEntryRef entry = selecting_.sources.getFileEntryRefForID(file);
    const std::string path = entry ? ProjectPath(selecting_.options.project, entry->getName().str()) : "";
    it->second = !path.empty() && path.front() != '/' && !selecting_.sources.isInSystemHeader(location);
  }
  return it->second;
}

bool ByRule::AreAbout(const clang::FunctionDecl& function) {
  return !function.isDefaulted() && function.getBody() != nullptr &&
         (selecting_.sources.isWrittenInMainFile(selecting_.sources.getExpansionLoc(function.getLocation())) ||
          Reaches(selecting_.sources.getFileLoc(function.getLocation()))) &&
         selecting_.unit.compiled(function.getLocation());
}

MergedRules ByRule::Match(const clang::FunctionDecl& function) {
  RuleUsage& usage = selecting_.out.usage;
  usage.functions.push_back({QualifiedName(function), matcher_.FileOf(function), {}});
  matching_ = matcher_.Matching(function, &usage.functions.back().misses);
  for (const Rule* rule : matching_)
    usage.matched[static_cast<std::size_t>(rule - selecting_.options.rules.data())] = true;
  return Merge(matching_);
}

ReasonCode ByRule::WhyNotSelected(const clang::FunctionDecl& function) const {
  if (std::any_of(matching_.begin(), matching_.end(), [](const Rule* rule) { return rule->ignore; }))
    return ReasonCode::kIgnored;
  return matcher_.TooSmall(function) ? ReasonCode::kTrivial : ReasonCode::kNotSelected;
}

void ByRule::LeaveOut(const clang::FunctionDecl& function, ReasonCode reason) {
  if (selecting_.options.rules.empty() || function.isImplicit() || !function.doesThisDeclarationHaveABody() ||
      !AreAbout(function)) {
    return;
  }
  if (Match(function).selected) selecting_.Account(function, Asked::kRule, reason);
}

void ByRule::AddSpan(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda, bool annotated) {
  if (function.isImplicit() || !function.doesThisDeclarationHaveABody() || !AreAbout(function)) return;
  const MergedRules rules = Match(function);
  if (annotated) return;
  if (!rules.selected) selecting_.Account(function, Asked::kNobody, WhyNotSelected(function));
  if (!rules.selected && rules.effect.carry.empty()) return;
  const Body body = ReadBody(function);
  if (!rules.effect.carry.empty()) AddCarries(function, lambda, body, rules);
  if (!rules.selected) return;
  selecting_.statements.Claim(body);
  ReasonCode left_out = selecting_.guardable.WhyNot(function, lambda, body);
  if (left_out == ReasonCode::kNone) left_out = LeftOutOfRules(function, allocations_);
  const clang::SourceLocation brace = BraceOf(function);
  const bool constant = left_out == ReasonCode::kNone && selecting_.guardable.IsConstant(function, lambda);
  if (brace.isMacroID())
    return AddMacroBody(function, body, brace, rules, constant ? ReasonCode::kConstexpr : left_out);
  std::optional<Site> site = left_out == ReasonCode::kNone ? selecting_.body_sites.Of(function) : std::nullopt;
  if (left_out == ReasonCode::kNone && !site) left_out = ReasonCode::kMacroBody;
  selecting_.Account(function, Asked::kRule, left_out);
  if (left_out != ReasonCode::kNone) return;
  if (!ApplyRules(rules, function, &*site, &selecting_.out.diagnostics)) return;
  const RuleEffect& effect = rules.effect;
  if (!effect.span.has_value() && !effect.object.has_value() && !effect.name.has_value())
    site->default_components = llvm::isa<clang::CXXMethodDecl>(function) ? 2 : 1;
  site->constant = constant;
  const auto too_late = [&] {
    const clang::SourceLocation location = function.getLocation();
    return Diagnostic{43, PlaceOf(selecting_.sources, location), LineOf(selecting_.sources, location), {}};
  };
  const Selecting::Messages messages = {too_late, RefusedBy(rules, *site)};
  selecting_.AddSite(function, body, Asked::kRule, messages, std::move(*site));
}

void ByRule::AddCalls(const clang::FunctionDecl& function) {
  const clang::SourceLocation location = selecting_.sources.getFileLoc(function.getLocation());
  const bool carries = selecting_.CarriesReach(location) && !function.isDefaulted() && function.getBody() != nullptr &&
                       selecting_.unit.compiled(function.getLocation());
  if (!carries && !AreAbout(function)) return;
  const auto site_of = [this](const auto& around) { return selecting_.body_sites.Of(around); };
  SelectCalls({selecting_.unit, selecting_.options.rules, matcher_, site_of, &selecting_.out}, function);
}

// A body that begins out of a macro: where the guard goes belongs to others too.
void ByRule::AddMacroBody(const clang::FunctionDecl& function, const Body& body, clang::SourceLocation brace,
                          const MergedRules& rules, ReasonCode left_out) {
  const RuleEffect& effect = rules.effect;
  if (left_out == ReasonCode::kNone) left_out = macro_bodies_.Refusal(brace);
  const clang::SourceLocation written = macro_bodies_.Written(brace);
  if (left_out == ReasonCode::kNone && !selecting_.sources.isWrittenInMainFile(written) && !Reaches(written))
    left_out = ReasonCode::kMacroOfOthers;
  const bool more = !body.marked.empty() || !effect.attributes.empty() || !effect.return_attributes.empty() ||
                    !effect.exit_attributes.empty() || !effect.arguments.empty() || effect.error_when.has_value() ||
                    !effect.links.empty() || effect.parent.has_value() || effect.name.has_value() ||
                    effect.role.has_value() || llvm::isa<clang::CXXTryStmt>(function.getBody());
  if (left_out == ReasonCode::kNone && more) left_out = ReasonCode::kMacroRoom;
  std::optional<Site> site;
  if (left_out == ReasonCode::kNone) {
    site = selecting_.body_sites.Bare(function);
    if (!ApplyRules(rules, function, &*site, &selecting_.out.diagnostics)) return;
    if (!site->kind_parameter.empty()) left_out = ReasonCode::kMacroRoom;
  }
  selecting_.Account(function, Asked::kRule, left_out);
  if (left_out != ReasonCode::kNone) return macro_bodies_.Refuse(brace);
  macro_bodies_.Add(brace, function.getLocation().getRawEncoding(), std::move(*site), !effect.span.has_value(),
                    llvm::isa<clang::CXXMethodDecl>(function));
}

void ByRule::AddCarries(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda, const Body& body,
                        const MergedRules& rules) {
  std::vector<unsigned> annotated;
  for (const CarriedParameter& parameter : CarriedParameters(function, &selecting_.index))
    annotated.push_back(parameter.index);
  const std::optional<Point> begin = selecting_.body_sites.Begin(function);
  if (!begin || NoStatement(selecting_.sources, function, lambda) != ReasonCode::kNone ||
      NoBeginning(function, body) != ReasonCode::kNone) {
    return;
  }
  CarryingFunction carrying{*begin, RuleCarries(rules, function, annotated, &selecting_.out.diagnostics), {}};
  if (!carrying.parameters.empty()) selecting_.out.carries.push_back(std::move(carrying));
}

// What is said of a return that the rules cannot see.
SiteReturns::Refused ByRule::RefusedBy(const MergedRules& rules, const Site& site) const {
  return [this, &rules, name = site.function](const clang::ReturnStmt& statement, const std::string& refusal) {
    const std::string line = std::to_string(PlaceOf(selecting_.sources, statement.getReturnLoc()).line);
    const RuleEffect& effect = rules.effect;
    const Place& place =
        effect.return_attributes.empty() ? effect.error_when->place : effect.return_attributes.front().key_place;
    return Diagnostic{73, place, "", {name, line, refusal}};
  };
}

}  // namespace spansmith::generator
