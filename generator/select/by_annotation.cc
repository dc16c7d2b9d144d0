// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/by_annotation.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/Stmt.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "generator/clang_compat/pure_virtual.h"
#include "generator/frontend/annotation_tracker.h"
#include "generator/select/annotation_names.h"
#include "generator/select/carry.h"
#include "generator/select/check_uses.h"
#include "generator/select/function_names.h"
#include "generator/select/left_out.h"
#include "generator/site/project_path.h"

namespace spansmith::generator {
namespace {

// The reason of SM040 in C++23, where others may be constexpr.
constexpr char kLooksAtConstant[] =
    "the function is constexpr and one of SPANSMITH_RETURN_ATTR, SPANSMITH_ERROR_WHEN, SPANSMITH_EXIT_ATTR and "
    "SPANSMITH_PARENT is among the options";

std::string ClassOf(const clang::FunctionDecl& function) {
  const auto* klass = llvm::dyn_cast<clang::CXXRecordDecl>(function.getDeclContext());
  return klass == nullptr ? "" : klass->getQualifiedNameAsString();
}

}  // namespace

ByAnnotation::OnFunction ByAnnotation::Find(const clang::FunctionDecl& function) {
  OnFunction out;
  for (const clang::FunctionDecl* declaration : function.redecls()) {
    for (const auto* attribute : declaration->specific_attrs<clang::AnnotateAttr>()) {
      llvm::StringRef mark = attribute->getAnnotation();
      if (!mark.consume_front("spansmith:")) continue;
      const AnnotationName* name = FindMark(std::string_view(mark.data(), mark.size()));
      if (name == nullptr || (name->klass != AnnotationClass::kSpan && name->mark != "ignore")) continue;
      const AnnotationUse* use = selecting_.index.Find(attribute->getLocation());
      if (use == nullptr) continue;
      if (name->mark == "ignore") out.ignored = true;
      if (name->klass != AnnotationClass::kSpan) continue;
      for (const clang::Expr* argument : attribute->args()) selecting_.index.Find(argument->getExprLoc());
      const auto same =
          std::find_if(out.spans.begin(), out.spans.end(), [&](const SpanAnnotation& s) { return s.use == use; });
      if (same == out.spans.end()) {
        out.spans.push_back({attribute, declaration, name, use});
      } else if (!attribute->isInherited()) {
        same->declaration = declaration;
      }
    }
  }
  std::sort(out.spans.begin(), out.spans.end(),
            [](const SpanAnnotation& a, const SpanAnnotation& b) { return a.use < b.use; });
  return out;
}

void ByAnnotation::LeaveOut(const clang::FunctionDecl& function, const std::vector<SpanAnnotation>& spans,
                            ReasonCode reason) {
  for (const CarriedParameter& parameter : CarriedParameters(function, &selecting_.index))
    selecting_.Report(*parameter.use, 40, {parameter.use->macro, TextOf(reason)});
  for (const SpanAnnotation& span : spans) selecting_.Report(*span.use, 40, {span.use->macro, TextOf(reason)});
}

void ByAnnotation::RefuseCarries(const clang::FunctionDecl& function) {
  for (const CarriedParameter& parameter : CarriedParameters(function, &selecting_.index))
    selecting_.Report(*parameter.use, 25, {parameter.use->macro});
}

void ByAnnotation::AddCarries(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda) {
  // A definition may stand in a file that holds no annotation itself, and is then not visited.
  for (const clang::FunctionDecl* declaration : function.redecls()) {
    if (carrying_.insert(declaration).second) AddCarriesOf(*declaration, lambda);
  }
}

void ByAnnotation::AddSpan(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda,
                           const OnFunction& found) {
  const std::vector<SpanAnnotation>& spans = found.spans;
  if (spans.empty()) return;
  for (const SpanAnnotation& span : spans) AccountDeclared(function, span);
  const AnnotationUse& use = *spans.front().use;
  const bool first = function.isFirstDecl();  // what is wrong with the function is said once
  if (spans.size() > 1) {
    if (first) selecting_.Report(*spans[1].use, 22, {use.macro, spans[1].use->macro});
    return;
  }
  if (found.ignored) {
    if (first) selecting_.Report(use, 25, {use.macro});
    return;
  }
  if (first && IsPureVirtual(function) && !function.isDefined())
    selecting_.Report(use, 45, {use.macro, ClassOf(function)});
  for (const clang::FunctionDecl* definition : function.redecls()) {
    const bool defined =
        definition->isThisDeclarationADefinition() || definition->isDefaulted() || definition->isDeletedAsWritten();
    if (defined && considered_.insert(definition).second) Consider(*definition, lambda, spans.front());
  }
}

// An annotation of a declaration: what becomes of it may be another source's matter.
void ByAnnotation::AccountDeclared(const clang::FunctionDecl& function, const SpanAnnotation& span) {
  const AnnotationUse& use = *span.use;
  if (span.declaration->isThisDeclarationADefinition() || IsPureVirtual(function) || !declared_.insert(&use).second)
    return;
  const bool defined = function.isDefined();
  if (!defined && span.declaration->isLocalExternDecl()) return selecting_.Report(use, 46, {use.macro});
  const std::string file = ProjectPath(selecting_.options.project, use.place.file);
  const clang::SourceLocation location = selecting_.sources.getFileLoc(span.attribute->getLocation());
  if (file.front() == '/' && !selecting_.sources.isWrittenInMainFile(location)) return;
  selecting_.out.annotations.push_back({DisplayName(function), file, use.place.line, use.place.column, defined});
}

void ByAnnotation::Consider(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda,
                            const SpanAnnotation& span) {
  const AnnotationUse& use = *span.use;
  if (function.isDeletedAsWritten() || function.isDefaulted() || !function.doesThisDeclarationHaveABody()) {
    return selecting_.Report(use, 27, {use.macro, function.isDeletedAsWritten() ? "it is deleted" : "it is defaulted"});
  }
  if (function.getBody() == nullptr) return;
  const Body body = ReadBody(function);
  selecting_.statements.Claim(body);
  const ReasonCode left_out = selecting_.guardable.WhyNot(function, lambda, body);
  selecting_.Account(function, Asked::kAnnotation, left_out);
  if (left_out != ReasonCode::kNone) return selecting_.Report(use, 40, {use.macro, TextOf(left_out)});
  std::optional<Site> site = selecting_.body_sites.Of(function);
  if (!site) return selecting_.Report(use, 27, {use.macro, "its body comes out of a macro"});
  site->origin = {use.macro, use.place, use.source_line};
  if (!ReadSpanAnnotation(function, span, &selecting_.index, &*site, &selecting_.out.diagnostics)) return;
  site->constant = selecting_.guardable.IsConstant(function, lambda);
  const Selecting::Messages messages = {[&] { return At(use, 43, {}); }, RefusedBy(use, *site)};
  if (!selecting_.AddSite(function, body, Asked::kAnnotation, messages, std::move(*site)))
    selecting_.Report(use, 40, {use.macro, kLooksAtConstant});
}

// What is said of a return that the annotation cannot see.
SiteReturns::Refused ByAnnotation::RefusedBy(const AnnotationUse& use, const Site& site) const {
  const std::string looks = site.return_attributes.empty() ? "SPANSMITH_ERROR_WHEN" : "SPANSMITH_RETURN_ATTR";
  return [this, &use, looks](const clang::ReturnStmt& statement, const std::string& refusal) {
    Diagnostic diagnostic = At(use, 24, {looks, refusal});
    diagnostic.place = PlaceOf(selecting_.sources, statement.getReturnLoc());
    diagnostic.source_line = LineOf(selecting_.sources, statement.getReturnLoc());
    return diagnostic;
  };
}

void ByAnnotation::AddCarriesOf(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda) {
  std::vector<CarriedParameter> parameters = CarriedParameters(function, &selecting_.index);
  std::erase_if(parameters, [&](const CarriedParameter& p) { return IsCarriedAtCalls(function, p.index); });
  if (parameters.empty() || !function.isThisDeclarationADefinition()) return;
  const AnnotationUse& use = *parameters.front().use;
  if (function.getBody() == nullptr) {
    return selecting_.Report(use, 27, {use.macro, function.isDeletedAsWritten() ? "it is deleted" : "it is defaulted"});
  }
  ReasonCode left_out = NoStatement(selecting_.sources, function, lambda);
  if (left_out == ReasonCode::kNone) left_out = NoBeginning(function, ReadBody(function));
  if (left_out != ReasonCode::kNone) return selecting_.Report(use, 40, {use.macro, TextOf(left_out)});
  const std::optional<Point> begin = selecting_.body_sites.Begin(function);
  if (!begin) return selecting_.Report(use, 27, {use.macro, "its body comes out of a macro"});
  CarryingFunction carrying{*begin, {}, {use.macro, use.place, use.source_line}};
  for (const CarriedParameter& parameter : parameters) {
    if (std::optional<Diagnostic> refusal = RefuseCarry(function, parameter)) {
      selecting_.out.diagnostics.push_back(std::move(*refusal));
    } else {
      carrying.parameters.push_back({function.getParamDecl(parameter.index)->getName().str(), parameter.use->place,
                                     parameter.use->macro == "SPANSMITH_CARRY_LINKED"});
    }
  }
  if (!carrying.parameters.empty()) selecting_.out.carries.push_back(std::move(carrying));
}

void ByAnnotation::ReportUnfound() {
  for (const AnnotationUse& use : selecting_.unit.uses) {
    const AnnotationName* name = FindMacro(use.macro);
    const bool broken = selecting_.unit.broken(clang::SourceLocation::getFromRawEncoding(use.location));
    if (name == nullptr || selecting_.index.Found(use) || use.parent.has_value() || broken) continue;
    if (name->klass == AnnotationClass::kSpan) selecting_.Report(use, 11, {use.macro});
    if (name->klass == AnnotationClass::kStatement) selecting_.Report(use, 19, {use.macro});
    if (name->klass == AnnotationClass::kFreeStatement) selecting_.Report(use, 20, {use.macro});
    if (name->klass == AnnotationClass::kParameter) selecting_.Report(use, 34, {use.macro});
    if (name->klass == AnnotationClass::kOptionOrStatement && use.written_directly) selecting_.Report(use, 28, {});
    if (name->klass == AnnotationClass::kMark)
      selecting_.Report(use, use.macro == "SPANSMITH_SCOPE" ? 26 : 11, {use.macro});
  }
}

}  // namespace spansmith::generator
