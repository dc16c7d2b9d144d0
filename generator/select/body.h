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

// Strings that a macro left in the tree, each with its literal.
struct MarkedStrings {
  std::vector<std::string> texts;
  std::vector<const clang::Expr*> literals;
  bool complete = true;  // nothing else than ordinary string literals stood among them
};

// A statement macro (SPANSMITH_NOTE for one) as the tree shows it.
struct MarkedExpression {
  std::string mark;                        // "note"
  const clang::Expr* literal;              // the mark's
  MarkedStrings strings;                   // what follows the mark: key, expression
  const clang::Stmt* statement = nullptr;  // is_statement: it
  bool is_statement = false;  // stands where a statement may; else inside an expression, a condition, a `for`
};

struct Body {
  std::vector<const clang::ReturnStmt*> returns;  // to which some path leads
  std::vector<MarkedExpression> marked;
  bool coroutine = false;
  bool must_tail = false;  // [[clang::musttail]]
};

Body ReadBody(const clang::FunctionDecl& function);

// The text of a string literal argument of an annotation attribute or mark; empty pointer result: not a literal.
bool LiteralText(const clang::Expr* expression, std::string* text, const clang::Expr** literal);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_BODY_H_
