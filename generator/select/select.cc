// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/select.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/RecursiveASTVisitor.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "generator/select/allocation_functions.h"
#include "generator/select/by_annotation.h"
#include "generator/select/by_rule.h"
#include "generator/select/selecting.h"

namespace spansmith::generator {
namespace {

// Walks the tree, and asks of each function what annotations and what rules say of it.
class Selector : public clang::RecursiveASTVisitor<Selector> {
 public:
  Selector(const ParsedUnit& unit, const SelectOptions& options)
      : selecting_(unit, options), by_annotation_(&selecting_), by_rule_(&selecting_) {
    of_calls_ = std::any_of(options.rules.begin(), options.rules.end(), [](const Rule& rule) { return rule.of_calls; });
    for (const AnnotationUse& use : unit.uses) {
      files_.insert(use.file);
      injects_ = injects_ || use.macro == "SPANSMITH_INJECT";
    }
  }

  Selection Finish() {
    by_annotation_.ReportUnfound();
    by_rule_.Finish();
    Selection out = std::move(selecting_.out);
    if (!out.empty()) out.allocates_itself = DefinesClassAllocation(*selecting_.unit.context.getTranslationUnitDecl());
    std::sort(out.sites.begin(), out.sites.end(), [](const Site& a, const Site& b) {
      return std::tie(a.body.file, a.body.offset) < std::tie(b.body.file, b.body.offset);
    });
    return out;
  }

  // Declarations of files without an annotation are passed over: most of what a file includes.
  bool TraverseDecl(clang::Decl* declaration) {
    if (declaration == nullptr) return true;
    if (!llvm::isa<clang::TranslationUnitDecl, clang::NamespaceDecl, clang::LinkageSpecDecl>(declaration)) {
      const clang::SourceManager& sources = selecting_.sources;
      const clang::SourceLocation location = sources.getFileLoc(declaration->getLocation());
      const bool main = location.isValid() && sources.isWrittenInMainFile(location);
      if (!main && files_.count(sources.getFileID(location).getHashValue()) == 0 && !by_rule_.Reaches(location) &&
          !selecting_.CarriesReach(location)) {
        return true;
      }
    }
    return RecursiveASTVisitor::TraverseDecl(declaration);
  }

  bool VisitDecl(clang::Decl* declaration) {
    const bool takes_scope = llvm::isa<clang::NamespaceDecl, clang::RecordDecl, clang::FunctionDecl>(declaration);
    for (const auto* attribute : declaration->specific_attrs<clang::AnnotateAttr>()) {
      if (attribute->getAnnotation() == "spansmith:scope" && takes_scope)
        selecting_.index.Find(attribute->getLocation());
    }
    return true;
  }

  bool VisitFunctionDecl(clang::FunctionDecl* function) {
    VisitFunction(*function, nullptr);
    return true;
  }

  // The tree is not walked through a lambda's call operator, only through its body; and through a braced list twice.
  bool VisitLambdaExpr(clang::LambdaExpr* lambda) {
    if (lambdas_.insert(lambda).second) VisitFunction(*lambda->getCallOperator(), lambda);
    return true;
  }

 private:
  // `lambda`: whose call operator the function is, else null.
  void VisitFunction(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda) {
    const bool broken = selecting_.unit.broken(function.getLocation());
    if (injects_ && !broken) selecting_.statements.AddInjects(function, lambda, &selecting_.out.injects);
    const ByAnnotation::OnFunction found = by_annotation_.Find(function);
    if (found.ignored) selecting_.Account(function, Asked::kNobody, ReasonCode::kIgnored);
    if (broken && !found.ignored) return LeaveOutBroken(function, found.spans);
    if (found.ignored && function.isFirstDecl()) by_annotation_.RefuseCarries(function);
    by_annotation_.AddCarries(function, lambda);
    if (!selecting_.options.rules.empty() && function.isThisDeclarationADefinition())
      by_rule_.AddSpan(function, lambda, !found.spans.empty() || found.ignored);
    if ((of_calls_ || selecting_.carries) && lambda == nullptr && function.isThisDeclarationADefinition())
      by_rule_.AddCalls(function);  // those of a lambda are its function's
    by_annotation_.AddSpan(function, lambda, found);
  }

  // A function whose body Clang could not parse: nothing can be done in it, and who asked is told.
  void LeaveOutBroken(const clang::FunctionDecl& function, const std::vector<SpanAnnotation>& spans) {
    if (!function.isThisDeclarationADefinition()) return;
    by_annotation_.LeaveOut(function, spans, ReasonCode::kBodyNotParsed);
    by_rule_.LeaveOut(function, ReasonCode::kBodyNotParsed);
    if (!spans.empty()) selecting_.Account(function, Asked::kAnnotation, ReasonCode::kBodyNotParsed);
  }

  Selecting selecting_;
  ByAnnotation by_annotation_;
  ByRule by_rule_;
  std::set<unsigned> files_;  // that have annotations
  bool injects_ = false;      // there are SPANSMITH_INJECT statements
  bool of_calls_ = false;     // there are rules about calls
  std::set<const clang::LambdaExpr*> lambdas_;
};

}  // namespace

Selection Select(const ParsedUnit& unit, const SelectOptions& options) {
  Selector selector(unit, options);
  selector.TraverseDecl(unit.context.getTranslationUnitDecl());
  return selector.Finish();
}

}  // namespace spansmith::generator
