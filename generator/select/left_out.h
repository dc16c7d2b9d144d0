// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Functions whose bodies cannot be added to without changing what they mean.
#ifndef SPANSMITH_GENERATOR_SELECT_LEFT_OUT_H_
#define SPANSMITH_GENERATOR_SELECT_LEFT_OUT_H_

#include "generator/select/body.h"
#include "generator/site/reason.h"

namespace clang {
class FunctionDecl;
class LambdaExpr;
class SourceManager;
}  // namespace clang

namespace spansmith::generator {

// Why its body can have no statement of ours at all. `lambda`: whose call operator it is, else null (a lambda may be
// constexpr without anyone having said so).
ReasonCode NoStatement(const clang::SourceManager& sources, const clang::FunctionDecl& function,
                       const clang::LambdaExpr* lambda);

// Why the function's body can have no guard; kNone: it can, in C++23 a constexpr function too (Site::constant).
// `lambda`: as above.
ReasonCode NoGuard(const clang::SourceManager& sources, const clang::FunctionDecl& function,
                   const clang::LambdaExpr* lambda, const Body& body);

// Why it can have none where its body begins, to be run before anything else of the function.
ReasonCode NoBeginning(const clang::FunctionDecl& function, const Body& body);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_LEFT_OUT_H_
