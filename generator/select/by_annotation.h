// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What annotations select, and every message about an annotation that the tree alone can tell.
#ifndef SPANSMITH_GENERATOR_SELECT_BY_ANNOTATION_H_
#define SPANSMITH_GENERATOR_SELECT_BY_ANNOTATION_H_

#include <set>
#include <vector>

#include "generator/select/selecting.h"
#include "generator/select/span_annotation.h"

namespace spansmith::generator {

class ByAnnotation {
 public:
  explicit ByAnnotation(Selecting* selecting) : selecting_(*selecting) {}

  // What is written on a function.
  struct OnFunction {
    std::vector<SpanAnnotation> spans;
    bool ignored = false;  // SPANSMITH_IGNORE
  };
  // Of all of the function's declarations: Clang hands an annotation down only to one that has none of its kind.
  OnFunction Find(const clang::FunctionDecl& function);

  // Its parameters that are to be carried. `lambda`: whose call operator the function is, else null.
  void AddCarries(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda);
  // Its span, of whichever declaration has the body.
  void AddSpan(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda, const OnFunction& found);

  // SM040 for all that is asked of a function of which nothing can be done.
  void LeaveOut(const clang::FunctionDecl& function, const std::vector<SpanAnnotation>& spans, ReasonCode reason);
  // SM025 for parameters that are to be carried in a function that is not to be touched.
  void RefuseCarries(const clang::FunctionDecl& function);
  // At the end: uses that nothing in the tree answers to stand in the wrong place.
  void ReportUnfound();

 private:
  void AddCarriesOf(const clang::FunctionDecl& declaration, const clang::LambdaExpr* lambda);
  void AccountDeclared(const clang::FunctionDecl& function, const SpanAnnotation& span);
  void Consider(const clang::FunctionDecl& definition, const clang::LambdaExpr* lambda, const SpanAnnotation& span);
  SiteReturns::Refused RefusedBy(const AnnotationUse& use, const Site& site) const;

  Selecting& selecting_;
  std::set<const clang::FunctionDecl*> considered_;
  std::set<const clang::FunctionDecl*> carrying_;
  std::set<const AnnotationUse*> declared_;  // that AccountDeclared knows
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_BY_ANNOTATION_H_
