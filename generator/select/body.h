// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What stands in a function's own body, nested lambdas and local classes apart.
#ifndef SPANSMITH_GENERATOR_SELECT_BODY_H_
#define SPANSMITH_GENERATOR_SELECT_BODY_H_

#include <string>
#include <vector>

namespace clang {
class Expr;
class FunctionDecl;
class ReturnStmt;
class Stmt;
}  // namespace clang

namespace spansmith::generator {

// A SPANSMITH_NOTE or SPANSMITH_ERROR_TEXT statement as the tree shows it: the strings that its macro left.
struct MarkedExpression {
  const clang::Expr* first_string = nullptr;
  std::vector<std::string> strings;  // the mark first: "spansmith:note", key, expression
  bool is_statement = false;         // stands where a statement may; else inside an expression, a condition, a `for`
};

struct Body {
  std::vector<const clang::ReturnStmt*> returns;
  std::vector<MarkedExpression> marked;
  bool coroutine = false;
  bool must_tail = false;  // [[clang::musttail]]
};

Body ReadBody(const clang::FunctionDecl& function);

// The text of a string literal argument of an annotation attribute or mark; empty pointer result: not a literal.
bool LiteralText(const clang::Expr* expression, std::string* text, const clang::Expr** literal);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_BODY_H_
