// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/select.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Lex/Lexer.h>
#include <clang/Lex/Preprocessor.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "generator/clang_compat/pure_virtual.h"
#include "generator/frontend/annotation_tracker.h"
#include "generator/rulefile/merge.h"
#include "generator/select/allocation_functions.h"
#include "generator/select/annotation_names.h"
#include "generator/select/body.h"
#include "generator/select/body_site.h"
#include "generator/select/calls.h"
#include "generator/select/carry.h"
#include "generator/select/check_uses.h"
#include "generator/select/function_names.h"
#include "generator/select/guardable.h"
#include "generator/select/left_out.h"
#include "generator/select/macro_bodies.h"
#include "generator/select/points.h"
#include "generator/select/rule_match.h"
#include "generator/select/rule_site.h"
#include "generator/select/site_returns.h"
#include "generator/select/span_annotation.h"
#include "generator/select/statements.h"
#include "generator/select/unreached_end.h"
#include "generator/select/use_index.h"
#include "generator/site/project_path.h"

namespace spansmith::generator {
namespace {

// The reason of SM040 in C++23, where others may be constexpr.
constexpr char kLooksAtConstant[] =
    "the function is constexpr and one of SPANSMITH_RETURN_ATTR, SPANSMITH_ERROR_WHEN, SPANSMITH_EXIT_ATTR and "
    "SPANSMITH_PARENT is among the options";

class Selector : public clang::RecursiveASTVisitor<Selector> {
 public:
  Selector(const ParsedUnit& unit, const SelectOptions& options)
      : unit_(unit),
        options_(options),
        sources_(unit.context.getSourceManager()),
        index_(sources_, unit.uses),
        matcher_(options.rules, options.project),
        guardable_(unit),
        macro_bodies_(unit),
        allocations_(unit.context),
        body_sites_(unit, options.default_scope, options.ok_on_success),
        returns_(unit, &out_),
        statements_{unit, index_, out_.diagnostics} {
    out_.usage.looked = true;
    out_.usage.matched.resize(options.rules.size());
    of_calls_ = std::any_of(options.rules.begin(), options.rules.end(), [](const Rule& rule) { return rule.of_calls; });
    for (const AnnotationUse& use : unit.uses) {
      files_.insert(use.file);
      injects_ = injects_ || use.macro == "SPANSMITH_INJECT";
    }
  }

  Selection Finish() {
    for (const AnnotationUse& use : unit_.uses) {
      const AnnotationName* name = FindMacro(use.macro);
      if (name == nullptr || index_.Found(use) || use.parent.has_value() || IsBroken(use)) continue;
      if (name->klass == AnnotationClass::kSpan) Report(use, 11, {use.macro});
      if (name->klass == AnnotationClass::kStatement) Report(use, 19, {use.macro});
      if (name->klass == AnnotationClass::kFreeStatement) Report(use, 20, {use.macro});
      if (name->klass == AnnotationClass::kParameter) Report(use, 34, {use.macro});
      if (name->klass == AnnotationClass::kOptionOrStatement && use.written_directly) Report(use, 28, {});
      if (name->klass == AnnotationClass::kMark) Report(use, use.macro == "SPANSMITH_SCOPE" ? 26 : 11, {use.macro});
    }
    macro_bodies_.Finish(&out_);
    if (!out_.empty()) out_.allocates_itself = DefinesClassAllocation(*unit_.context.getTranslationUnitDecl());
    std::sort(out_.sites.begin(), out_.sites.end(), [](const Site& a, const Site& b) {
      return std::tie(a.body.file, a.body.offset) < std::tie(b.body.file, b.body.offset);
    });
    return std::move(out_);
  }

  // Declarations of files without an annotation are passed over: most of what a file includes.
  bool TraverseDecl(clang::Decl* declaration) {
    if (declaration == nullptr) return true;
    if (!llvm::isa<clang::TranslationUnitDecl, clang::NamespaceDecl, clang::LinkageSpecDecl>(declaration)) {
      const clang::SourceLocation location = sources_.getFileLoc(declaration->getLocation());
      const bool main = location.isValid() && sources_.isWrittenInMainFile(location);
      if (!main && files_.count(sources_.getFileID(location).getHashValue()) == 0 && !RulesReach(location)) return true;
    }
    return RecursiveASTVisitor::TraverseDecl(declaration);
  }

  bool VisitDecl(clang::Decl* declaration) {
    const bool takes_scope = llvm::isa<clang::NamespaceDecl, clang::RecordDecl, clang::FunctionDecl>(declaration);
    for (const auto* attribute : declaration->specific_attrs<clang::AnnotateAttr>()) {
      if (attribute->getAnnotation() == "spansmith:scope" && takes_scope) index_.Find(attribute->getLocation());
    }
    return true;
  }

  bool VisitFunctionDecl(clang::FunctionDecl* function) {
    if (injects_ && !unit_.broken(function->getLocation())) statements_.AddInjects(*function, nullptr, &out_.injects);
    return VisitFunction(function, nullptr);
  }

  // The tree is not walked through a lambda's call operator, only through its body; and through a braced list twice.
  bool VisitLambdaExpr(clang::LambdaExpr* lambda) {
    if (!lambdas_.insert(lambda).second) return true;
    if (injects_ && !unit_.broken(lambda->getCallOperator()->getLocation()))
      statements_.AddInjects(*lambda->getCallOperator(), lambda, &out_.injects);
    return VisitFunction(lambda->getCallOperator(), lambda);
  }

 private:
  bool IsBroken(const AnnotationUse& use) const {
    return unit_.broken(clang::SourceLocation::getFromRawEncoding(use.location));
  }

  // A function whose body Clang could not parse: nothing can be done in it, and who asked is told.
  void LeaveOutBroken(const clang::FunctionDecl& function, const std::vector<SpanAnnotation>& spans) {
    if (!function.isThisDeclarationADefinition()) return;
    const ReasonCode reason = ReasonCode::kBodyNotParsed;
    for (const CarriedParameter& parameter : CarriedParameters(function, &index_))
      Report(*parameter.use, 40, {parameter.use->macro, TextOf(reason)});
    for (const SpanAnnotation& span : spans) Report(*span.use, 40, {span.use->macro, TextOf(reason)});
    if (!options_.rules.empty() && IsRuled(function)) {
      const MergedRules rules = MatchRules(function);
      if (rules.selected) Account(function, Asked::kRule, reason);
    }
    if (!spans.empty()) Account(function, Asked::kAnnotation, reason);
  }

  // `lambda`: whose call operator the function is, else null.
  bool VisitFunction(clang::FunctionDecl* function, const clang::LambdaExpr* lambda) {
    // Of all declarations: Clang hands an annotation down only to one that has none of its kind.
    std::vector<SpanAnnotation> spans;
    bool ignored = false;
    for (const clang::FunctionDecl* declaration : function->redecls()) {
      for (const auto* attribute : declaration->specific_attrs<clang::AnnotateAttr>()) {
        llvm::StringRef mark = attribute->getAnnotation();
        if (!mark.consume_front("spansmith:")) continue;
        const AnnotationName* name = FindMark(std::string_view(mark.data(), mark.size()));
        if (name == nullptr || (name->klass != AnnotationClass::kSpan && name->mark != "ignore")) continue;
        const AnnotationUse* use = index_.Find(attribute->getLocation());
        if (use == nullptr) continue;
        if (name->mark == "ignore") ignored = true;
        if (name->klass != AnnotationClass::kSpan) continue;
        for (const clang::Expr* argument : attribute->args()) index_.Find(argument->getExprLoc());
        const auto same =
            std::find_if(spans.begin(), spans.end(), [&](const SpanAnnotation& s) { return s.use == use; });
        if (same == spans.end()) {
          spans.push_back({attribute, declaration, name, use});
        } else if (!attribute->isInherited()) {
          same->declaration = declaration;
        }
      }
    }
    if (ignored) Account(*function, Asked::kNobody, ReasonCode::kIgnored);
    if (!ignored && unit_.broken(function->getLocation())) {
      LeaveOutBroken(*function, spans);
      return true;
    }
    if (ignored && function->isFirstDecl()) {
      for (const CarriedParameter& parameter : CarriedParameters(*function, &index_)) {
        Report(*parameter.use, 25, {parameter.use->macro});
      }
    }
    // A definition may stand in a file that holds no annotation itself, and is then not visited.
    for (const clang::FunctionDecl* declaration : function->redecls()) {
      if (carrying_.insert(declaration).second) AddCarries(*declaration, lambda);
    }
    if (!options_.rules.empty() && function->isThisDeclarationADefinition()) {
      ConsiderRules(*function, lambda, !spans.empty() || ignored);
      if (of_calls_ && lambda == nullptr) ConsiderCalls(*function);  // those of a lambda are its function's
    }
    if (spans.empty()) return true;
    std::sort(spans.begin(), spans.end(),
              [](const SpanAnnotation& a, const SpanAnnotation& b) { return a.use < b.use; });
    const bool first = function->isFirstDecl();  // what is wrong with the function is said once
    if (spans.size() > 1) {
      if (first) Report(*spans[1].use, 22, {spans[0].use->macro, spans[1].use->macro});
      return true;
    }
    if (ignored) {
      if (first) Report(*spans.front().use, 25, {spans.front().use->macro});
      return true;
    }
    if (first && IsPureVirtual(*function) && !function->isDefined())
      Report(*spans.front().use, 45, {spans.front().use->macro, ClassOf(*function)});
    for (const clang::FunctionDecl* definition : function->redecls()) {
      const bool defined =
          definition->isThisDeclarationADefinition() || definition->isDefaulted() || definition->isDeletedAsWritten();
      if (defined && considered_.insert(definition).second) Consider(*definition, lambda, spans.front());
    }
    return true;
  }

  static std::string ClassOf(const clang::FunctionDecl& function) {
    const auto* klass = llvm::dyn_cast<clang::CXXRecordDecl>(function.getDeclContext());
    return klass == nullptr ? "" : klass->getQualifiedNameAsString();
  }

  void Report(const AnnotationUse& use, unsigned number, std::vector<std::string> arguments) {
    out_.diagnostics.push_back(At(use, number, std::move(arguments)));
  }

  // False: what is asked of the site is more than a constant expression may hold.
  static bool MayBeConstant(const Site& site) {
    return !site.evaluates_result() && site.exit_attributes.empty() && !site.parent.has_value();
  }

  void Consider(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda, const SpanAnnotation& span) {
    const AnnotationUse& use = *span.use;
    if (function.isDeletedAsWritten() || function.isDefaulted() || !function.doesThisDeclarationHaveABody()) {
      return Report(use, 27, {use.macro, function.isDeletedAsWritten() ? "it is deleted" : "it is defaulted"});
    }
    if (function.getBody() == nullptr) return;
    const Body body = ReadBody(function);
    statements_.Claim(body);
    const ReasonCode left_out = guardable_.WhyNot(function, lambda, body);
    Account(function, Asked::kAnnotation, left_out);
    if (left_out != ReasonCode::kNone) return Report(use, 40, {use.macro, TextOf(left_out)});
    std::optional<Site> site = body_sites_.Of(function);
    if (!site) return Report(use, 27, {use.macro, "its body comes out of a macro"});
    site->origin = {use.macro, use.place, use.source_line};
    if (!ReadSpanAnnotation(function, span, &index_, &*site, &out_.diagnostics)) return;
    site->constant = guardable_.IsConstant(function, lambda);
    if (site->constant && !MayBeConstant(*site)) {
      Account(function, Asked::kAnnotation, ReasonCode::kConstexpr);
      return Report(use, 40, {use.macro, kLooksAtConstant});
    }
    if (!site->constant) {
      returns_.LookForErrors(function, [&] { return At(use, 43, {}); }, &*site);
      returns_.Add(function, body, RefusedBy(use, *site), &*site);
    }
    statements_.Add(function, body, &*site);
    AddSite(function, std::move(*site));
  }

  void AddSite(const clang::FunctionDecl& function, Site site) {
    const std::optional<Point> end = UnreachedEnd(sources_, function);
    if (end.has_value() && end->file == site.body.file) site.unreached_end = end;
    AccountSite(function, site);
    out_.sites.push_back(std::move(site));
  }

  // What became of a definition; kNone: a site, if nothing refuses it later.
  void Account(const clang::FunctionDecl& function, Asked asked, ReasonCode reason) {
    out_.verdicts[function.getLocation().getRawEncoding()] = {asked, reason, {}, {}};
    if (reason == ReasonCode::kNone || !function.doesThisDeclarationHaveABody() || function.getBody() == nullptr)
      return;
    const std::optional<Point> begin = body_sites_.Begin(function);
    if (begin && !sources_.isWrittenInMainFile(sources_.getFileLoc(function.getLocation())))
      out_.unguarded.push_back(*begin);
  }

  // Where its guard stands.
  void AccountSite(const clang::FunctionDecl& function, const Site& site) {
    Verdict& verdict = out_.verdicts[function.getLocation().getRawEncoding()];
    verdict.body = site.body;
    verdict.span = site.name;
  }

  ReasonCode WhyNotSelected(const clang::FunctionDecl& function) const {
    if (std::any_of(matching_.begin(), matching_.end(), [](const Rule* rule) { return rule->ignore; }))
      return ReasonCode::kIgnored;
    return matcher_.TooSmall(function) ? ReasonCode::kTrivial : ReasonCode::kNotSelected;
  }

  // Rules are about the source and the project's own headers.
  bool RulesReach(clang::SourceLocation location) {
    if (options_.rules.empty() || location.isInvalid()) return false;
    const clang::FileID file = sources_.getFileID(location);
    const auto [it, is_new] = ruled_.try_emplace(file, false);
    if (is_new) {
      const clang::OptionalFileEntryRef entry = sources_.getFileEntryRefForID(file);
      const std::string path = entry ? ProjectPath(options_.project, entry->getName().str()) : "";
      it->second = !path.empty() && path.front() != '/' && !sources_.isInSystemHeader(location);
    }
    return it->second;
  }

  // Whether rules are about the definition.
  bool IsRuled(const clang::FunctionDecl& function) {
    return !function.isImplicit() && !function.isDefaulted() && function.doesThisDeclarationHaveABody() &&
           function.getBody() != nullptr &&
           (sources_.isWrittenInMainFile(sources_.getExpansionLoc(function.getLocation())) ||
            RulesReach(sources_.getFileLoc(function.getLocation()))) &&
           unit_.compiled(function.getLocation());
  }

  MergedRules MatchRules(const clang::FunctionDecl& function) {
    RuleUsage& usage = out_.usage;
    usage.functions.push_back({QualifiedName(function), matcher_.FileOf(function)});
    matching_ = matcher_.Matching(function);
    for (const Rule* rule : matching_) usage.matched[static_cast<std::size_t>(rule - options_.rules.data())] = true;
    return Merge(matching_);
  }

  // What rules make of a definition; one with an annotation of its own they leave alone.
  void ConsiderRules(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda, bool annotated) {
    if (!IsRuled(function)) return;
    const MergedRules rules = MatchRules(function);
    if (annotated) return;
    if (!rules.selected) Account(function, Asked::kNobody, WhyNotSelected(function));
    if (!rules.selected && rules.effect.carry.empty()) return;
    const Body body = ReadBody(function);
    if (!rules.effect.carry.empty()) AddCarries(function, lambda, body, rules);
    if (!rules.selected) return;
    statements_.Claim(body);
    ReasonCode left_out = guardable_.WhyNot(function, lambda, body);
    if (left_out == ReasonCode::kNone) left_out = LeftOutOfRules(function, allocations_);
    const clang::SourceLocation brace = BraceOf(function);
    const bool constant = left_out == ReasonCode::kNone && guardable_.IsConstant(function, lambda);
    if (brace.isMacroID())
      return AddMacroBody(function, body, brace, rules, constant ? ReasonCode::kConstexpr : left_out);
    std::optional<Site> site = left_out == ReasonCode::kNone ? body_sites_.Of(function) : std::nullopt;
    if (left_out == ReasonCode::kNone && !site) left_out = ReasonCode::kMacroBody;
    Account(function, Asked::kRule, left_out);
    if (left_out != ReasonCode::kNone) return;
    if (!ApplyRules(rules, function, &*site, &out_.diagnostics)) return;
    const RuleEffect& effect = rules.effect;
    if (!effect.span.has_value() && !effect.object.has_value() && !effect.name.has_value())
      site->default_components = llvm::isa<clang::CXXMethodDecl>(function) ? 2 : 1;
    site->constant = constant;
    if (constant && !MayBeConstant(*site)) return Account(function, Asked::kRule, ReasonCode::kConstexpr);
    const auto too_late = [&] {
      return Diagnostic{43, PlaceOf(sources_, function.getLocation()), LineOf(sources_, function.getLocation()), {}};
    };
    if (!constant) {
      returns_.LookForErrors(function, too_late, &*site);
      returns_.Add(function, body, RefusedBy(rules, *site), &*site);
    }
    statements_.Add(function, body, &*site);
    AddSite(function, std::move(*site));
  }

  void ConsiderCalls(const clang::FunctionDecl& function) {
    const bool ours = sources_.isWrittenInMainFile(sources_.getExpansionLoc(function.getLocation())) ||
                      RulesReach(sources_.getFileLoc(function.getLocation()));
    if (!ours || function.isDefaulted() || function.getBody() == nullptr) return;
    if (!unit_.compiled(function.getLocation())) return;
    SelectCalls({unit_, options_.rules, matcher_, [this](const auto& around) { return body_sites_.Of(around); }, &out_},
                function);
  }

  // A body that begins out of a macro: where the guard goes belongs to others too.
  void AddMacroBody(const clang::FunctionDecl& function, const Body& body, clang::SourceLocation brace,
                    const MergedRules& rules, ReasonCode left_out) {
    const RuleEffect& effect = rules.effect;
    if (left_out == ReasonCode::kNone) left_out = macro_bodies_.Refusal(brace);
    const clang::SourceLocation written = macro_bodies_.Written(brace);
    if (left_out == ReasonCode::kNone && !sources_.isWrittenInMainFile(written) && !RulesReach(written))
      left_out = ReasonCode::kMacroOfOthers;
    const bool more = !body.marked.empty() || !effect.attributes.empty() || !effect.return_attributes.empty() ||
                      !effect.exit_attributes.empty() || !effect.arguments.empty() || effect.error_when.has_value() ||
                      !effect.links.empty() || effect.parent.has_value() || effect.name.has_value() ||
                      effect.role.has_value() || llvm::isa<clang::CXXTryStmt>(function.getBody());
    if (left_out == ReasonCode::kNone && more) left_out = ReasonCode::kMacroRoom;
    std::optional<Site> site;
    if (left_out == ReasonCode::kNone) {
      site = body_sites_.Bare(function);
      if (!ApplyRules(rules, function, &*site, &out_.diagnostics)) return;
      if (!site->kind_parameter.empty()) left_out = ReasonCode::kMacroRoom;
    }
    Account(function, Asked::kRule, left_out);
    if (left_out != ReasonCode::kNone) return macro_bodies_.Refuse(brace);
    macro_bodies_.Add(brace, function.getLocation().getRawEncoding(), std::move(*site), !effect.span.has_value(),
                      llvm::isa<clang::CXXMethodDecl>(function));
  }

  void AddCarries(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda, const Body& body,
                  const MergedRules& rules) {
    std::vector<unsigned> annotated;
    for (const CarriedParameter& parameter : CarriedParameters(function, &index_)) annotated.push_back(parameter.index);
    const std::optional<Point> begin = body_sites_.Begin(function);
    if (!begin || NoStatement(sources_, function, lambda) != ReasonCode::kNone ||
        NoBeginning(function, body) != ReasonCode::kNone) {
      return;
    }
    CarryingFunction carrying{*begin, RuleCarries(rules, function, annotated, &out_.diagnostics), {}};
    if (!carrying.parameters.empty()) out_.carries.push_back(std::move(carrying));
  }

  // What is said of a return that an annotation, or a rule, cannot see.
  SiteReturns::Refused RefusedBy(const AnnotationUse& use, const Site& site) const {
    const std::string looks = site.return_attributes.empty() ? "SPANSMITH_ERROR_WHEN" : "SPANSMITH_RETURN_ATTR";
    return [this, &use, looks](const clang::ReturnStmt& statement, const std::string& refusal) {
      Diagnostic diagnostic = At(use, 24, {looks, refusal});
      diagnostic.place = PlaceOf(sources_, statement.getReturnLoc());
      diagnostic.source_line = LineOf(sources_, statement.getReturnLoc());
      return diagnostic;
    };
  }

  SiteReturns::Refused RefusedBy(const MergedRules& rules, const Site& site) const {
    return [this, &rules, &site](const clang::ReturnStmt& statement, const std::string& refusal) {
      const std::string line = std::to_string(PlaceOf(sources_, statement.getReturnLoc()).line);
      const RuleEffect& effect = rules.effect;
      const Place& place =
          effect.return_attributes.empty() ? effect.error_when->place : effect.return_attributes.front().key_place;
      return Diagnostic{73, place, "", {site.function, line, refusal}};
    };
  }

  void AddCarries(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda) {
    const std::vector<CarriedParameter> parameters = CarriedParameters(function, &index_);
    if (parameters.empty() || !function.isThisDeclarationADefinition()) return;
    const AnnotationUse& use = *parameters.front().use;
    if (function.getBody() == nullptr) {
      return Report(use, 27, {use.macro, function.isDeletedAsWritten() ? "it is deleted" : "it is defaulted"});
    }
    ReasonCode left_out = NoStatement(sources_, function, lambda);
    if (left_out == ReasonCode::kNone) left_out = NoBeginning(function, ReadBody(function));
    if (left_out != ReasonCode::kNone) return Report(use, 40, {use.macro, TextOf(left_out)});
    const std::optional<Point> begin = body_sites_.Begin(function);
    if (!begin) return Report(use, 27, {use.macro, "its body comes out of a macro"});
    CarryingFunction carrying{*begin, {}, {use.macro, use.place, use.source_line}};
    for (const CarriedParameter& parameter : parameters) {
      if (std::optional<Diagnostic> refusal = RefuseCarry(function, parameter)) {
        out_.diagnostics.push_back(std::move(*refusal));
      } else {
        carrying.parameters.push_back({function.getParamDecl(parameter.index)->getName().str(), parameter.use->place,
                                       parameter.use->macro == "SPANSMITH_CARRY_LINKED"});
      }
    }
    if (!carrying.parameters.empty()) out_.carries.push_back(std::move(carrying));
  }

  const ParsedUnit& unit_;
  const SelectOptions& options_;
  const clang::SourceManager& sources_;
  UseIndex index_;
  RuleMatcher matcher_;
  std::set<unsigned> files_;
  std::map<clang::FileID, bool> ruled_;  // RulesReach's answers
  std::vector<const Rule*> matching_;    // of the function that is looked at
  bool injects_ = false;                 // there are SPANSMITH_INJECT statements
  bool of_calls_ = false;                // there are rules about calls
  Guardable guardable_;
  MacroBodies macro_bodies_;
  AllocationFunctions allocations_;
  std::set<const clang::LambdaExpr*> lambdas_;
  std::set<const clang::FunctionDecl*> considered_;
  std::set<const clang::FunctionDecl*> carrying_;
  BodySites body_sites_;
  Selection out_;
  SiteReturns returns_;
  Statements statements_;
};

}  // namespace

Selection Select(const ParsedUnit& unit, const SelectOptions& options) {
  Selector selector(unit, options);
  selector.TraverseDecl(unit.context.getTranslationUnitDecl());
  return selector.Finish();
}

}  // namespace spansmith::generator
