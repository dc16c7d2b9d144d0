// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/left_out.h"

#include <clang/AST/Attr.h>
#include <clang/AST/Decl.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>
#include <clang/Lex/Lexer.h>

#include "generator/select/tail_call.h"

namespace spansmith::generator {
namespace {

std::string NoStatementIn(const clang::FunctionDecl& function) {
  if (function.isConsteval()) return "the function is consteval";
  if (function.isConstexpr()) return "the function is constexpr";
  if (function.hasAttr<clang::NakedAttr>()) return "the function is naked";
  return {};
}

// Whether `constexpr` or `consteval` is written between the lambda's introducer and its body.
bool SaysConstant(const clang::SourceManager& sources, const clang::LambdaExpr& lambda) {
  const clang::CharSourceRange range = clang::CharSourceRange::getCharRange(
      sources.getFileLoc(lambda.getBeginLoc()), sources.getFileLoc(lambda.getBody()->getBeginLoc()));
  const llvm::StringRef text = clang::Lexer::getSourceText(range, sources, clang::LangOptions());
  return text.contains("constexpr") || text.contains("consteval");
}

}  // namespace

std::string NoGuard(const clang::FunctionDecl& function, const Body& body) {
  std::string reason = NoStatementIn(function);
  if (!reason.empty()) return reason;
  if (body.coroutine) return "the function is a coroutine";
  if (body.must_tail) return "the function has a musttail return";
  if (EndsInCallOfItself(function))
    return "the function ends in a call of itself, which a guard would keep from being a loop";
  if (llvm::isa<clang::CXXTryStmt>(function.getBody())) return "the function's body is a function-try-block";
  return {};
}

std::string NoStatement(const clang::SourceManager& sources, const clang::FunctionDecl& function,
                        const clang::LambdaExpr* lambda) {
  if (lambda != nullptr && function.isConstexpr() && !SaysConstant(sources, *lambda)) return {};
  return NoStatementIn(function);
}

std::string NoBeginning(const clang::FunctionDecl& function, const Body& body) {
  if (body.coroutine) return "the function is a coroutine, whose body may begin on another thread";
  if (llvm::isa<clang::CXXTryStmt>(function.getBody())) return "the function's body is a function-try-block";
  return {};
}

}  // namespace spansmith::generator
