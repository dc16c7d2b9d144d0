// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Lambdas that are evaluated at compile time, or could be: every lambda whose body allows it is constexpr without
// anyone having said so, and a guard would take that away. By use, then: such a lambda is left out if it stands in a
// constexpr function or in a constant expression, if a constant expression mentions its closure, or if it gives a
// variable a value that the compiler knows. Looks at one translation unit, its system headers apart, when first asked.
#ifndef SPANSMITH_GENERATOR_SELECT_CONSTANT_LAMBDAS_H_
#define SPANSMITH_GENERATOR_SELECT_CONSTANT_LAMBDAS_H_

#include <optional>
#include <set>

namespace clang {
class ASTContext;
class LambdaExpr;
}  // namespace clang

namespace spansmith::generator {

class ConstantLambdas {
 public:
  explicit ConstantLambdas(clang::ASTContext& context) : context_(context) {}
  bool Has(const clang::LambdaExpr& lambda);

 private:
  clang::ASTContext& context_;
  std::optional<std::set<unsigned>> found_;  // where their introducers stand: raw source locations
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_CONSTANT_LAMBDAS_H_
