// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Chooses, for each `return` of a function whose value someone looks at, the form in which it is rewritten.
#ifndef SPANSMITH_GENERATOR_SELECT_RETURNS_H_
#define SPANSMITH_GENERATOR_SELECT_RETURNS_H_

#include <clang/AST/Type.h>

#include <optional>
#include <string>

#include "generator/site/site.h"

namespace clang {
class ASTContext;
class Expr;
class FunctionDecl;
class ReturnStmt;
class ValueDecl;
}  // namespace clang

namespace spansmith::generator {

class ErrorTypes;

// The variable that the expression as written names, and nothing else (parentheses apart); null: another expression.
const clang::ValueDecl* ReturnedVariable(const clang::Expr& written);
bool CanMove(clang::QualType type);
// The type as C++ text, from the global namespace on.
std::string TypeText(clang::QualType type, const clang::ASTContext& context);

// The form, or nothing and why in `*refusal`. The function returns a value and the statement is its own (not a nested
// lambda's).
std::optional<ReturnStatement> ChooseReturnForm(const clang::ASTContext& context, const clang::FunctionDecl& function,
                                                const clang::ReturnStmt& statement, std::string* refusal);

// The same where the value is looked at for errors alone. Nothing: there is none to be seen, or it cannot be.
std::optional<ReturnStatement> ChooseErrorForm(const clang::ASTContext& context, const ErrorTypes& types,
                                               const clang::FunctionDecl& function, const clang::ReturnStmt& statement);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_RETURNS_H_
