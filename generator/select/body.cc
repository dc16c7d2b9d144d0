// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/body.h"

#include <clang/AST/Attr.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/AST/StmtCXX.h>

#include <algorithm>

#include "generator/select/reached.h"

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
    MarkedExpression marked;
    if (!ReadMark(operation, &marked)) return RecursiveASTVisitor::TraverseBinaryOperator(operation);
    Add(std::move(marked));
    return true;
  }

 private:
  bool Slot(const clang::Stmt* statement) {
    const auto* expression = statement == nullptr ? nullptr : llvm::dyn_cast<clang::Expr>(statement);
    if (expression == nullptr) return true;
    const clang::Stmt* whole = statement;
    if (const auto* cast = llvm::dyn_cast<clang::CXXStaticCastExpr>(expression))
      expression = cast->getSubExprAsWritten();
    MarkedExpression marked;
    if (!ReadMark(expression, &marked)) return true;
    marked.is_statement = true;
    marked.statement = whole;
    Add(std::move(marked));
    return true;
  }

  // A statement is seen twice, as one of its block's first.
  void Add(MarkedExpression marked) {
    const bool known = std::any_of(body_->marked.begin(), body_->marked.end(),
                                   [&](const MarkedExpression& m) { return m.literal == marked.literal; });
    if (!known) body_->marked.push_back(std::move(marked));
  }

  static bool ReadMark(const clang::Expr* expression, MarkedExpression* out) {
    const auto* comma = llvm::dyn_cast<clang::BinaryOperator>(expression->IgnoreParens());
    if (comma == nullptr || comma->getOpcode() != clang::BO_Comma) return false;
    MarkedStrings strings;
    ReadStrings(comma, &strings);
    if (!strings.complete && strings.texts.empty()) return false;
    if (strings.texts.front().rfind("spansmith:", 0) != 0) return false;
    out->mark = strings.texts.front().substr(10);
    out->literal = strings.literals.front();
    strings.texts.erase(strings.texts.begin());
    strings.literals.erase(strings.literals.begin());
    out->strings = std::move(strings);
    return true;
  }

  // Left to right, up to the first that is no literal.
  static void ReadStrings(const clang::Expr* expression, MarkedStrings* out) {
    expression = expression->IgnoreParens();
    if (const auto* comma = llvm::dyn_cast<clang::BinaryOperator>(expression);
        comma != nullptr && comma->getOpcode() == clang::BO_Comma) {
      ReadStrings(comma->getLHS(), out);
      if (out->complete) ReadStrings(comma->getRHS(), out);
      return;
    }
    std::string text;
    const clang::Expr* literal = nullptr;
    if (!LiteralText(expression, &text, &literal)) {
      out->complete = false;
      return;
    }
    out->texts.push_back(std::move(text));
    out->literals.push_back(literal);
  }

  Body* body_;
};

}  // namespace

Body ReadBody(const clang::FunctionDecl& function) {
  Body body;
  Reader reader(&body);
  reader.TraverseStmt(function.getBody());
  // What no path leads to is never seen, and looked at it would be code that is never executed, of which compilers warn
  // otherwise than of a `return`. The first statement of a body is not asked for: of many it is the only one.
  const auto* block = llvm::dyn_cast_or_null<clang::CompoundStmt>(function.getBody());
  const clang::Stmt* first = block == nullptr || block->body_empty() ? nullptr : block->body_front();
  if (body.returns.empty() || (body.returns.size() == 1 && body.returns.front() == first)) return body;
  const Reached reached(function);
  body.returns.erase(std::remove_if(body.returns.begin(), body.returns.end(),
                                    [&](const clang::ReturnStmt* one) { return !reached.Has(*one); }),
                     body.returns.end());
  return body;
}

}  // namespace spansmith::generator
