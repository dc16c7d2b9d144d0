// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/guardable.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Decl.h>

#include "generator/clang_compat/cplusplus23.h"
#include "generator/select/left_out.h"

namespace spansmith::generator {

Guardable::Guardable(const ParsedUnit& unit)
    : sources_(unit.context.getSourceManager()),
      other_targets_(unit.other_targets),
      constant_lambdas_(unit.context),
      ifunc_resolvers_(unit.context, unit.preprocessor),
      keyword_macros_(unit.preprocessor) {}

ReasonCode Guardable::WhyNot(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda, const Body& body) {
  const ReasonCode reason = NoGuard(sources_, function, lambda, body);
  if (reason != ReasonCode::kNone) return reason;
  if (other_targets_.Has(sources_, function.getLocation())) return ReasonCode::kOtherTarget;
  if (IsConstantByUse(function, lambda) && !IsCPlusPlus23(function.getLangOpts())) return ReasonCode::kConstantLambda;
  if (keyword_macros_.At(function.getLocation())) return ReasonCode::kKeywordMacro;
  return ifunc_resolvers_.Has(function) ? ReasonCode::kIfuncResolver : ReasonCode::kNone;
}

bool Guardable::IsConstant(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda) {
  return NoStatement(sources_, function, lambda) == ReasonCode::kConstexpr || IsConstantByUse(function, lambda);
}

bool Guardable::IsConstantByUse(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda) {
  return lambda != nullptr && (function.isConstexpr() || function.isDependentContext()) &&
         constant_lambdas_.Has(*lambda);
}

}  // namespace spansmith::generator
