// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/tail_call.h"

#include <clang/AST/Decl.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>

#include <algorithm>

namespace spansmith::generator {
namespace {

class Finder {
 public:
  explicit Finder(const clang::FunctionDecl& function) : function_(function) {}

  // `last`: nothing of the function runs after the statement.
  bool Statement(const clang::Stmt* statement, bool last) const {
    if (statement == nullptr) return false;
    if (const auto* returns = llvm::dyn_cast<clang::ReturnStmt>(statement)) return Value(returns->getRetValue());
    if (const auto* expression = llvm::dyn_cast<clang::Expr>(statement)) return last && Value(expression);
    if (const auto* compound = llvm::dyn_cast<clang::CompoundStmt>(statement)) {
      for (auto it = compound->body_begin(); it != compound->body_end(); ++it) {
        const auto next = it + 1;
        const auto* returns = next == compound->body_end() ? nullptr : llvm::dyn_cast<clang::ReturnStmt>(*next);
        const bool ends = next == compound->body_end() ? last : returns != nullptr && returns->getRetValue() == nullptr;
        if (Statement(*it, ends)) return true;
      }
      return false;
    }
    // Nothing runs after a branch that does not run after the whole; after a loop's body the loop goes on.
    const bool branches =
        llvm::isa<clang::IfStmt, clang::SwitchStmt, clang::SwitchCase, clang::LabelStmt, clang::AttributedStmt>(
            statement);
    for (const clang::Stmt* child : statement->children()) {
      if (child != nullptr && !llvm::isa<clang::Expr>(child) && Statement(child, last && branches)) return true;
      if (child != nullptr && llvm::isa<clang::Expr>(child) && branches && IsBranch(statement, child) &&
          Statement(child, last)) {
        return true;
      }
    }
    return false;
  }

 private:
  // An expression statement in a branch, rather than a condition.
  static bool IsBranch(const clang::Stmt* statement, const clang::Stmt* child) {
    if (const auto* branch = llvm::dyn_cast<clang::IfStmt>(statement)) {
      return child == branch->getThen() || child == branch->getElse();
    }
    if (const auto* label = llvm::dyn_cast<clang::SwitchCase>(statement)) return child == label->getSubStmt();
    if (const auto* label = llvm::dyn_cast<clang::LabelStmt>(statement)) return child == label->getSubStmt();
    return false;
  }

  bool Value(const clang::Expr* expression) const {
    if (expression == nullptr) return false;
    expression = expression->IgnoreUnlessSpelledInSource()->IgnoreParenImpCasts();
    if (const auto* conditional = llvm::dyn_cast<clang::ConditionalOperator>(expression)) {
      return Value(conditional->getTrueExpr()) || Value(conditional->getFalseExpr());
    }
    if (const auto* binary = llvm::dyn_cast<clang::BinaryOperator>(expression)) {
      return (binary->isLogicalOp() || binary->isCommaOp()) && Value(binary->getRHS());
    }
    const auto* call = llvm::dyn_cast<clang::CallExpr>(expression);
    if (call == nullptr) return false;
    if (const clang::FunctionDecl* callee = call->getDirectCallee()) {
      return callee->getCanonicalDecl() == function_.getCanonicalDecl() ||
             (callee->getTemplateInstantiationPattern() != nullptr &&
              callee->getTemplateInstantiationPattern()->getCanonicalDecl() == function_.getCanonicalDecl());
    }
    const clang::Expr* callee = call->getCallee()->IgnoreParenImpCasts();
    // Not decided before the template is instantiated: it may be, if the function is among those of that name.
    if (const auto* lookup = llvm::dyn_cast<clang::OverloadExpr>(callee)) {
      return Takes(*call) &&
             std::any_of(lookup->decls_begin(), lookup->decls_end(), [&](const clang::NamedDecl* found) {
               const clang::FunctionDecl* one = found->getUnderlyingDecl()->getAsFunction();
               return one != nullptr && one->getCanonicalDecl() == function_.getCanonicalDecl();
             });
    }
    if (const auto* member = llvm::dyn_cast<clang::CXXDependentScopeMemberExpr>(callee)) {
      return Takes(*call) && member->getMember() == function_.getDeclName();
    }
    return false;
  }

  // Whether the function can be called with so many arguments.
  bool Takes(const clang::CallExpr& call) const {
    const unsigned given = call.getNumArgs();
    const bool open = function_.isVariadic() ||
                      std::any_of(function_.param_begin(), function_.param_end(),
                                  [](const clang::ParmVarDecl* parameter) { return parameter->isParameterPack(); }) ||
                      std::any_of(call.arg_begin(), call.arg_end(), [](const clang::Expr* argument) {
                        return llvm::isa<clang::PackExpansionExpr>(argument);
                      });
    return open || (given >= function_.getMinRequiredArguments() && given <= function_.getNumParams());
  }

  const clang::FunctionDecl& function_;
};

}  // namespace

bool EndsInCallOfItself(const clang::FunctionDecl& function) {
  return Finder(function).Statement(function.getBody(), true);
}

}  // namespace spansmith::generator
