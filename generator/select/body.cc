// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/body.h"

#include <clang/AST/Attr.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/AST/StmtCXX.h>

namespace spansmith::generator {

bool LiteralText(const clang::Expr* expression, std::string* text, const clang::Expr** literal) {
  if (const auto* constant = llvm::dyn_cast<clang::ConstantExpr>(expression)) expression = constant->getSubExpr();
  const auto* found = llvm::dyn_cast<clang::StringLiteral>(expression->IgnoreParenImpCasts());
  if (found == nullptr || !found->isOrdinary()) return false;
  *text = found->getString().str();
  *literal = found;
  return true;
}

namespace {

class Reader : public clang::RecursiveASTVisitor<Reader> {
 public:
  Reader(const clang::FunctionDecl& function, Body* body) : function_(function), body_(body) {}

  // A lambda's or a local class's body is not this function's.
  bool TraverseLambdaExpr(clang::LambdaExpr*) { return true; }
  bool TraverseCXXRecordDecl(clang::CXXRecordDecl*) { return true; }
  bool TraverseBlockExpr(clang::BlockExpr*) { return true; }

  bool VisitReturnStmt(clang::ReturnStmt* statement) {
    body_->returns.push_back(statement);
    if (const clang::Expr* value = statement->getRetValue()) {
      const auto* call = llvm::dyn_cast<clang::CallExpr>(value->IgnoreUnlessSpelledInSource());
      const clang::FunctionDecl* callee = call == nullptr ? nullptr : call->getDirectCallee();
      if (callee != nullptr && callee->getCanonicalDecl() == function_.getCanonicalDecl()) {
        body_->tail_call_to_itself = true;
      }
    }
    return true;
  }

  bool VisitCoroutineBodyStmt(clang::CoroutineBodyStmt*) { return body_->coroutine = true; }
  bool VisitCoawaitExpr(clang::CoawaitExpr*) { return body_->coroutine = true; }
  bool VisitDependentCoawaitExpr(clang::DependentCoawaitExpr*) { return body_->coroutine = true; }
  bool VisitCoyieldExpr(clang::CoyieldExpr*) { return body_->coroutine = true; }
  bool VisitCoreturnStmt(clang::CoreturnStmt*) { return body_->coroutine = true; }

  bool VisitAttributedStmt(clang::AttributedStmt* statement) {
    for (const clang::Attr* attribute : statement->getAttrs()) {
      if (llvm::isa<clang::MustTailAttr>(attribute)) body_->must_tail = true;
    }
    return true;
  }

  // A mark is a comma expression of string literals, whose first begins with "spansmith:".
  bool TraverseBinaryOperator(clang::BinaryOperator* operation) {
    if (operation->getOpcode() == clang::BO_Comma) {
      MarkedExpression marked;
      if (ReadStrings(operation, &marked) && marked.strings.front().rfind("spansmith:", 0) == 0) {
        body_->marked.push_back(std::move(marked));
        return true;
      }
    }
    return RecursiveASTVisitor::TraverseBinaryOperator(operation);
  }

 private:
  static bool ReadStrings(const clang::Expr* expression, MarkedExpression* out) {
    expression = expression->IgnoreParens();
    if (const auto* comma = llvm::dyn_cast<clang::BinaryOperator>(expression);
        comma != nullptr && comma->getOpcode() == clang::BO_Comma) {
      return ReadStrings(comma->getLHS(), out) && ReadStrings(comma->getRHS(), out);
    }
    std::string text;
    const clang::Expr* literal = nullptr;
    if (!LiteralText(expression, &text, &literal)) return false;
    if (out->first_string == nullptr) out->first_string = literal;
    out->strings.push_back(std::move(text));
    return true;
  }

  const clang::FunctionDecl& function_;
  Body* body_;
};

}  // namespace

Body ReadBody(const clang::FunctionDecl& function) {
  Body body;
  Reader reader(function, &body);
  reader.TraverseStmt(function.getBody());
  return body;
}

}  // namespace spansmith::generator
