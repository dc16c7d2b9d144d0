// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/unreached_end.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/AST/StmtCXX.h>

#include "generator/select/points.h"
#include "generator/select/reached.h"

namespace spansmith::generator {
namespace {

// What Clang takes to cover all values of an enumeration, and g++ does not: what comes behind it is reached.
class OpenSwitches : public clang::RecursiveASTVisitor<OpenSwitches> {
 public:
  bool found = false;

  bool TraverseLambdaExpr(clang::LambdaExpr*) { return true; }
  bool TraverseCXXRecordDecl(clang::CXXRecordDecl*) { return true; }
  bool VisitSwitchStmt(clang::SwitchStmt* statement) {
    bool has_default = false;
    for (const clang::SwitchCase* one = statement->getSwitchCaseList(); one != nullptr; one = one->getNextSwitchCase())
      has_default = has_default || llvm::isa<clang::DefaultStmt>(one);
    found = found || !has_default;
    return true;
  }
};

// Whether control seems to go on behind the statement, to one who looks at what stands last in it.
bool SeemsToGoOn(const clang::Stmt& statement) {
  if (llvm::isa<clang::ReturnStmt, clang::GotoStmt, clang::IndirectGotoStmt, clang::CXXThrowExpr, clang::SwitchStmt,
                clang::CXXTryStmt, clang::ForStmt, clang::WhileStmt>(statement)) {
    return false;
  }
  if (const auto* block = llvm::dyn_cast<clang::CompoundStmt>(&statement))
    return block->body_empty() || SeemsToGoOn(*block->body_back());
  if (const auto* label = llvm::dyn_cast<clang::LabelStmt>(&statement)) return SeemsToGoOn(*label->getSubStmt());
  if (const auto* attributed = llvm::dyn_cast<clang::AttributedStmt>(&statement))
    return SeemsToGoOn(*attributed->getSubStmt());
  if (const auto* branch = llvm::dyn_cast<clang::IfStmt>(&statement)) {
    if (branch->isConstexpr()) return false;
    return branch->getElse() == nullptr || SeemsToGoOn(*branch->getThen()) || SeemsToGoOn(*branch->getElse());
  }
  if (const auto* whole = llvm::dyn_cast<clang::ExprWithCleanups>(&statement)) return SeemsToGoOn(*whole->getSubExpr());
  if (const auto* call = llvm::dyn_cast<clang::CallExpr>(&statement)) {
    const clang::FunctionDecl* callee = call->getDirectCallee();
    return callee == nullptr || !callee->isNoReturn();
  }
  return true;
}

}  // namespace

std::optional<Point> UnreachedEnd(const clang::SourceManager& sources, const clang::FunctionDecl& function) {
  const auto* body = llvm::dyn_cast_or_null<clang::CompoundStmt>(function.getBody());
  if (body == nullptr || function.isMain() || function.isDependentContext() || function.getReturnType()->isVoidType() ||
      llvm::isa<clang::CXXConstructorDecl, clang::CXXDestructorDecl>(function) || !SeemsToGoOn(*body)) {
    return std::nullopt;
  }
  OpenSwitches switches;
  switches.TraverseStmt(const_cast<clang::CompoundStmt*>(body));
  if (switches.found || !Reached(function, true).EndIsNot()) return std::nullopt;
  return PointAt(sources, body->getRBracLoc());
}

}  // namespace spansmith::generator
