// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/broken_bodies.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/SourceManager.h>

#include <algorithm>

namespace spansmith::generator {
namespace {

// Whether a body holds what Clang did not understand, silently because the reason was an error elsewhere.
class Doubtful : public clang::RecursiveASTVisitor<Doubtful> {
 public:
  static bool Is(clang::FunctionDecl& function) {
    Doubtful visitor;
    if (function.isInvalidDecl()) return true;
    visitor.TraverseStmt(function.getBody());
    return visitor.found_;
  }

  bool VisitExpr(clang::Expr* expression) {
    found_ = found_ || expression->containsErrors();
    return !found_;
  }
  bool VisitDecl(clang::Decl* declaration) {
    found_ = found_ || declaration->isInvalidDecl();
    return !found_;
  }

 private:
  bool found_ = false;
};

class Functions : public clang::RecursiveASTVisitor<Functions> {
 public:
  std::vector<clang::FunctionDecl*> all;

  bool VisitFunctionDecl(clang::FunctionDecl* function) {
    if (function->doesThisDeclarationHaveABody() && !function->isDefaulted() && function->getBody() != nullptr)
      all.push_back(function);
    return true;
  }
  bool VisitLambdaExpr(clang::LambdaExpr* lambda) { return VisitFunctionDecl(lambda->getCallOperator()); }
};

}  // namespace

void BrokenBodies::AddError(clang::SourceLocation location, bool fatal) {
  hopeless_ = hopeless_ || fatal || location.isInvalid();
  errors_.push_back(location);
}

bool BrokenBodies::ReadBody(const clang::SourceManager& sources, clang::SourceLocation name,
                            const clang::Stmt* statement, Body* body) {
  const auto begin = sources.getDecomposedLoc(sources.getExpansionLoc(statement->getBeginLoc()));
  const auto end = sources.getDecomposedLoc(sources.getExpansionRange(statement->getEndLoc()).getEnd());
  const auto at = sources.getDecomposedLoc(sources.getExpansionLoc(name));
  if (begin.first != end.first || begin.first.isInvalid()) return false;
  // A body whose end the parser has made up goes on to who knows where.
  if (statement->getEndLoc().isFileID() && sources.getBufferData(end.first).substr(end.second, 1) != "}") return false;
  *body = {begin.first, at.first == begin.first ? at.second : begin.second, begin.second, end.second};
  return true;
}

bool BrokenBodies::Find(clang::ASTContext& context) {
  const clang::SourceManager& sources = context.getSourceManager();
  if (hopeless_) return false;
  Functions functions;
  functions.TraverseDecl(context.getTranslationUnitDecl());
  std::vector<bool> placed(errors_.size());
  std::vector<Body> with_errors;
  for (clang::FunctionDecl* function : functions.all) {
    Body body;
    if (!ReadBody(sources, function->getLocation(), function->getBody(), &body)) continue;
    bool broken = false;
    for (std::size_t i = 0; i < errors_.size(); ++i) {
      const auto [file, offset] = sources.getDecomposedLoc(sources.getExpansionLoc(errors_[i]));
      if (file != body.file || offset < body.begin || offset > body.end) continue;
      placed[i] = true;
      broken = true;
    }
    if (broken) with_errors.push_back(body);
    if (broken || Doubtful::Is(*function)) bodies_.push_back(body);
  }
  count_ = static_cast<std::size_t>(std::count_if(with_errors.begin(), with_errors.end(), [&](const Body& one) {
    return std::none_of(with_errors.begin(), with_errors.end(), [&](const Body& around) {
      return around.file == one.file && around.begin < one.begin && one.end <= around.end;
    });
  }));
  return std::find(placed.begin(), placed.end(), false) == placed.end();
}

bool BrokenBodies::Has(const clang::SourceManager& sources, clang::SourceLocation location) const {
  if (bodies_.empty() || location.isInvalid()) return false;
  const auto [file, offset] = sources.getDecomposedLoc(sources.getExpansionLoc(location));
  return std::any_of(bodies_.begin(), bodies_.end(), [file = file, offset = offset](const Body& body) {
    return body.file == file && (offset == body.name || (body.begin <= offset && offset <= body.end));
  });
}

}  // namespace spansmith::generator
