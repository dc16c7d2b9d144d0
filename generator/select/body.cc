// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/body.h"

#include <clang/AST/Attr.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/AST/StmtCXX.h>

#include <algorithm>

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
  explicit Reader(Body* body) : body_(body) {}

  // A lambda's or a local class's body is not this function's.
  bool TraverseLambdaExpr(clang::LambdaExpr*) { return true; }
  bool TraverseCXXRecordDecl(clang::CXXRecordDecl*) { return true; }
  bool TraverseBlockExpr(clang::BlockExpr*) { return true; }

  bool VisitReturnStmt(clang::ReturnStmt* statement) {
    body_->returns.push_back(statement);
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

  // Where a statement may stand: what is found there first is a statement of its own.
  bool VisitCompoundStmt(clang::CompoundStmt* statement) {
    for (const clang::Stmt* child : statement->body()) Slot(child);
    return true;
  }
  bool VisitIfStmt(clang::IfStmt* statement) { return Slot(statement->getThen()) && Slot(statement->getElse()); }
  bool VisitForStmt(clang::ForStmt* statement) { return Slot(statement->getBody()); }
  bool VisitCXXForRangeStmt(clang::CXXForRangeStmt* statement) { return Slot(statement->getBody()); }
  bool VisitWhileStmt(clang::WhileStmt* statement) { return Slot(statement->getBody()); }
  bool VisitDoStmt(clang::DoStmt* statement) { return Slot(statement->getBody()); }
  bool VisitSwitchStmt(clang::SwitchStmt* statement) { return Slot(statement->getBody()); }
  bool VisitSwitchCase(clang::SwitchCase* statement) { return Slot(statement->getSubStmt()); }
  bool VisitLabelStmt(clang::LabelStmt* statement) { return Slot(statement->getSubStmt()); }

  // A mark is a comma expression of string literals, whose first begins with "spansmith:".
  bool TraverseBinaryOperator(clang::BinaryOperator* operation) {
    if (operation->getOpcode() == clang::BO_Comma) {
      MarkedExpression marked;
      if (ReadStrings(operation, &marked) && IsMark(marked)) {
        const auto known = std::find_if(body_->marked.begin(), body_->marked.end(), [&](const MarkedExpression& m) {
          return m.first_string == marked.first_string;
        });
        if (known == body_->marked.end()) body_->marked.push_back(std::move(marked));
        return true;
      }
    }
    return RecursiveASTVisitor::TraverseBinaryOperator(operation);
  }

 private:
  static bool IsMark(const MarkedExpression& marked) { return marked.strings.front().rfind("spansmith:", 0) == 0; }

  bool Slot(const clang::Stmt* statement) {
    const auto* expression = statement == nullptr ? nullptr : llvm::dyn_cast<clang::Expr>(statement);
    if (expression == nullptr) return true;
    if (const auto* cast = llvm::dyn_cast<clang::CXXStaticCastExpr>(expression))
      expression = cast->getSubExprAsWritten();
    MarkedExpression marked;
    const auto* comma = llvm::dyn_cast<clang::BinaryOperator>(expression->IgnoreParens());
    if (comma != nullptr && comma->isCommaOp() && ReadStrings(comma, &marked) && IsMark(marked)) {
      marked.is_statement = true;
      body_->marked.push_back(std::move(marked));
    }
    return true;
  }

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

  Body* body_;
};

}  // namespace

Body ReadBody(const clang::FunctionDecl& function) {
  Body body;
  Reader reader(&body);
  reader.TraverseStmt(function.getBody());
  return body;
}

}  // namespace spansmith::generator
