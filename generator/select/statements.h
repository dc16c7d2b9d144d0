// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Statement macros in bodies: notes, error texts and events of a site, and SPANSMITH_INJECT, which needs none.
#ifndef SPANSMITH_GENERATOR_SELECT_STATEMENTS_H_
#define SPANSMITH_GENERATOR_SELECT_STATEMENTS_H_

#include <vector>

#include "generator/diagnostics/diagnostic.h"
#include "generator/frontend/parse.h"
#include "generator/select/body.h"
#include "generator/select/use_index.h"
#include "generator/site/site.h"

namespace clang {
class FunctionDecl;
class LambdaExpr;
}  // namespace clang

namespace spansmith::generator {

// What is refused goes into `diagnostics`.
struct Statements {
  const ParsedUnit& unit;
  UseIndex& index;
  std::vector<Diagnostic>& diagnostics;

  // Their uses count as found, whatever becomes of the function.
  void Claim(const Body& body) const;
  void Add(const clang::FunctionDecl& function, const Body& body, Site* site) const;
  // SPANSMITH_INJECT statements of one function's own body. `lambda`: whose call operator it is, else null.
  void AddInjects(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda,
                  std::vector<InjectStatement>* out) const;

 private:
  void Report(const AnnotationUse& use, unsigned number, std::vector<std::string> arguments) const;
  bool Bounds(const MarkedExpression& marked, const AnnotationUse& use, unsigned file, Point* begin, Point* end) const;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_STATEMENTS_H_
