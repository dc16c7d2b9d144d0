// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/left_out.h"

#include <clang/AST/Attr.h>
#include <clang/AST/Decl.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>

#include "generator/clang_compat/cplusplus23.h"
#include "generator/frontend/other_targets.h"
#include "generator/select/tail_call.h"

namespace spansmith::generator {
namespace {

bool IsForOtherTarget(const clang::FunctionDecl& function) {
  const clang::TargetAttr* target = function.getAttr<clang::TargetAttr>();
  if (target == nullptr) return false;
  const llvm::StringRef text = target->getFeaturesStr();
  return IsOtherTarget({text.data(), text.size()});
}

ReasonCode NoStatementIn(const clang::FunctionDecl& function) {
  if (function.isConsteval()) return ReasonCode::kConsteval;
  if (function.hasAttr<clang::NakedAttr>()) return ReasonCode::kNaked;
  if (IsForOtherTarget(function)) return ReasonCode::kOtherTarget;
  if (function.isConstexpr()) return ReasonCode::kConstexpr;
  return ReasonCode::kNone;
}

// Whether `constexpr` or `consteval` is written between the lambda's introducer and its body.
bool SaysConstant(const clang::SourceManager& sources, const clang::LambdaExpr& lambda) {
  const clang::CharSourceRange range = clang::CharSourceRange::getCharRange(
      sources.getFileLoc(lambda.getBeginLoc()), sources.getFileLoc(lambda.getBody()->getBeginLoc()));
  const llvm::StringRef text = clang::Lexer::getSourceText(range, sources, clang::LangOptions());
  return text.contains("constexpr") || text.contains("consteval");
}

}  // namespace

ReasonCode NoGuard(const clang::SourceManager& sources, const clang::FunctionDecl& function,
                   const clang::LambdaExpr* lambda, const Body& body) {
  const ReasonCode reason = NoStatement(sources, function, lambda);
  const bool constant = reason == ReasonCode::kConstexpr && IsCPlusPlus23(function.getLangOpts());
  if (reason != ReasonCode::kNone && !constant) return reason;
  if (body.coroutine) return ReasonCode::kCoroutine;
  if (body.must_tail) return ReasonCode::kMustTail;
  if (EndsInCallOfItself(function)) return ReasonCode::kSelfTailCall;
  const bool ends_late = llvm::isa<clang::CXXConstructorDecl, clang::CXXDestructorDecl>(function);
  if (llvm::isa<clang::CXXTryStmt>(function.getBody()) && ends_late && !body.marked.empty())
    return ReasonCode::kFunctionTryBlock;
  return ReasonCode::kNone;
}

ReasonCode NoStatement(const clang::SourceManager& sources, const clang::FunctionDecl& function,
                       const clang::LambdaExpr* lambda) {
  if (lambda != nullptr && function.isConstexpr() && !SaysConstant(sources, *lambda)) return ReasonCode::kNone;
  return NoStatementIn(function);
}

ReasonCode NoBeginning(const clang::FunctionDecl& function, const Body& body) {
  if (body.coroutine) return ReasonCode::kCoroutine;  // its body may begin on another thread
  if (llvm::isa<clang::CXXTryStmt>(function.getBody())) return ReasonCode::kFunctionTryBlock;
  return ReasonCode::kNone;
}

}  // namespace spansmith::generator
