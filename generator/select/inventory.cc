// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/inventory.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/AST/StmtCXX.h>
#include <clang/Lex/Lexer.h>

#include <map>
#include <set>
#include <tuple>

#include "generator/frontend/annotation_tracker.h"
#include "generator/select/function_names.h"
#include "generator/select/points.h"
#include "generator/site/counted.h"
#include "generator/site/project_path.h"

namespace spansmith::generator {
namespace {

class Visitor : public clang::RecursiveASTVisitor<Visitor> {
 public:
  Visitor(const ParsedUnit& unit, const Selection& selection, const std::string& project)
      : unit_(unit), selection_(selection), sources_(unit.context.getSourceManager()), project_(project) {
    for (const Site& site : selection.sites) sites_[{site.body.file, site.body.offset}] = &site;
  }

  std::vector<Inventoried> Take() {
    TraverseDecl(unit_.context.getTranslationUnitDecl());
    return std::move(out_);
  }

  bool TraverseDecl(clang::Decl* declaration) {
    if (declaration == nullptr) return true;
    if (!llvm::isa<clang::TranslationUnitDecl, clang::NamespaceDecl, clang::LinkageSpecDecl>(declaration) &&
        !IsOfProject(sources_.getFileLoc(declaration->getLocation()))) {
      return true;
    }
    return RecursiveASTVisitor::TraverseDecl(declaration);
  }

  bool VisitFunctionDecl(clang::FunctionDecl* function) {
    if (function->isThisDeclarationADefinition() && !function->isDefaulted() && !function->isDeletedAsWritten() &&
        !function->isImplicit()) {
      Add(*function);
    }
    return true;
  }

  bool VisitLambdaExpr(clang::LambdaExpr* lambda) {
    Add(*lambda->getCallOperator());
    return true;
  }

 private:
  struct File {
    bool project = false;
    bool main = false;
    std::string name;
  };

  const File& FileOf(clang::SourceLocation location) {
    const clang::FileID id = sources_.getFileID(location);
    const auto [it, is_new] = files_.try_emplace(id);
    if (is_new) {
      const clang::OptionalFileEntryRef entry = sources_.getFileEntryRefForID(id);
      File& file = it->second;
      file.main = id == sources_.getMainFileID();
      file.name = entry ? ProjectPath(project_, entry->getName().str()) : "";
      file.project = file.main || (!file.name.empty() && file.name.front() != '/' && file.name.rfind("..", 0) != 0 &&
                                   !sources_.isInSystemHeader(location));
    }
    return it->second;
  }

  bool IsOfProject(clang::SourceLocation location) { return location.isValid() && FileOf(location).project; }

  void Add(const clang::FunctionDecl& function) {
    const clang::SourceLocation location = sources_.getFileLoc(function.getLocation());
    if (!IsOfProject(location) || !unit_.compiled(location) || !seen_.insert(&function).second) return;
    const File& file = FileOf(location);
    const Place place = PlaceOf(sources_, location);
    Inventoried one;
    one.account.function = DisplayName(function);
    one.account.file = file.name;
    one.account.line = place.line;
    one.account.column = place.column;
    one.account.header = !file.main;
    one.account.shared = one.account.header && function.isExternallyVisible();
    one.body = BodyOf(function);
    const auto site = sites_.find({one.body.file, one.body.offset});
    const auto verdict = selection_.verdicts.find(function.getLocation().getRawEncoding());
    if (verdict != selection_.verdicts.end()) one.account.asked = verdict->second.asked;
    if (site != sites_.end() && one.body.offset != 0) {
      one.account.span = site->second->name;
      if (const std::size_t unseen = site->second->unseen_returns; unseen != 0)
        one.account.detail = Counted(unseen, "return") + (unseen == 1 ? " out of a macro is" : " out of macros are") +
                             " not looked at for errors";
    } else if (verdict != selection_.verdicts.end() && verdict->second.body.offset != 0) {
      one.account.span = verdict->second.span;
      one.body = verdict->second.body;
    } else if (verdict == selection_.verdicts.end()) {
      one.account.reason = ReasonCode::kNotSelected;
    } else {
      const ReasonCode reason = verdict->second.reason;
      one.account.reason = reason == ReasonCode::kNone ? ReasonCode::kRefused : reason;
    }
    out_.push_back(std::move(one));
  }

  // Just after the `{`, as a site's.
  Point BodyOf(const clang::FunctionDecl& function) const {
    if (!function.doesThisDeclarationHaveABody()) return {};
    const clang::Stmt* body = function.getBody();
    if (const auto* with_handlers = llvm::dyn_cast_or_null<clang::CXXTryStmt>(body))
      body = with_handlers->getTryBlock();
    const auto* compound = llvm::dyn_cast_or_null<clang::CompoundStmt>(body);
    if (compound == nullptr) return {};
    return AfterToken(sources_, unit_.context.getLangOpts(), compound->getLBracLoc()).value_or(Point{});
  }

  const ParsedUnit& unit_;
  const Selection& selection_;
  const clang::SourceManager& sources_;
  const std::string& project_;
  std::map<std::tuple<unsigned, std::size_t>, const Site*> sites_;
  std::map<clang::FileID, File> files_;
  std::set<const clang::FunctionDecl*> seen_;
  std::vector<Inventoried> out_;
};

}  // namespace

std::vector<Inventoried> TakeInventory(const ParsedUnit& unit, const Selection& selection, const std::string& project) {
  return Visitor(unit, selection, project).Take();
}

}  // namespace spansmith::generator
