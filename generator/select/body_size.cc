// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/body_size.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>

namespace spansmith::generator {
namespace {

void Count(const clang::Stmt* statement, bool stands_alone, BodySize* size) {
  if (statement == nullptr) return;
  if (llvm::isa<clang::CallExpr, clang::CXXUnresolvedConstructExpr>(statement)) ++size->calls;
  const bool expression = llvm::isa<clang::Expr>(statement);
  const bool counts = expression ? stands_alone
                                 : !llvm::isa<clang::CompoundStmt, clang::NullStmt, clang::LabelStmt, clang::SwitchCase,
                                              clang::AttributedStmt, clang::CXXCatchStmt>(statement);
  if (counts) ++size->statements;
  if (llvm::isa<clang::LambdaExpr>(statement)) return;
  // An expression among the children of a block stands alone; of any other statement it may be a condition.
  const bool block =
      llvm::isa<clang::CompoundStmt, clang::LabelStmt, clang::SwitchCase, clang::AttributedStmt>(statement);
  for (const clang::Stmt* child : statement->children()) Count(child, block, size);
}

}  // namespace

BodySize SizeOfBody(const clang::FunctionDecl& definition) {
  BodySize size;
  Count(definition.getBody(), false, &size);
  if (const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(&definition)) {
    for (const clang::CXXCtorInitializer* initializer : constructor->inits()) {
      if (initializer->isWritten()) Count(initializer->getInit(), false, &size);
    }
  }
  return size;
}

}  // namespace spansmith::generator
