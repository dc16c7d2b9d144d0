// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which functions can have a guard, by all that decides it: what they are (left_out.h), how they are used, and what the
// preprocessor makes of the guard's words.
#ifndef SPANSMITH_GENERATOR_SELECT_GUARDABLE_H_
#define SPANSMITH_GENERATOR_SELECT_GUARDABLE_H_

#include "generator/frontend/parse.h"
#include "generator/select/body.h"
#include "generator/select/constant_lambdas.h"
#include "generator/select/ifunc_resolvers.h"
#include "generator/select/keyword_macros.h"
#include "generator/site/reason.h"

namespace clang {
class FunctionDecl;
class LambdaExpr;
class SourceManager;
}  // namespace clang

namespace spansmith::generator {

// `lambda`: whose call operator the function is, else null.
class Guardable {
 public:
  explicit Guardable(const ParsedUnit& unit);

  // kNone: it can.
  ReasonCode WhyNot(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda, const Body& body);

  // Whether it may be evaluated at compile time. Of one that can have a guard; so this is C++23.
  bool IsConstant(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda);

 private:
  bool IsConstantByUse(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda);

  const clang::SourceManager& sources_;
  const OtherTargets& other_targets_;
  ConstantLambdas constant_lambdas_;
  IfuncResolvers ifunc_resolvers_;
  KeywordMacros keyword_macros_;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_GUARDABLE_H_
