// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// SPANSMITH_CARRY: which parameters of a function it is on, and whether they can be wrapped.
#ifndef SPANSMITH_GENERATOR_SELECT_CARRY_H_
#define SPANSMITH_GENERATOR_SELECT_CARRY_H_

#include <optional>
#include <string>
#include <vector>

#include "generator/diagnostics/diagnostic.h"
#include "generator/frontend/annotation_use.h"
#include "generator/select/use_index.h"

namespace clang {
class FunctionDecl;
}  // namespace clang

namespace spansmith::generator {

struct CarriedParameter {
  unsigned index = 0;  // among the function's parameters
  const AnnotationUse* use = nullptr;
};

// A parameter of which the function cannot wrap what it is given: a `const` reference, or of a template parameter's own
// type. It is wrapped at the calls.
struct CarriedAtCalls {
  unsigned index = 0;  // among the parameters
  bool linked = false;

  bool operator==(const CarriedAtCalls&) const = default;
};
// `callee`: what is called, an instantiation too.
std::vector<CarriedAtCalls> CarriesAtCalls(const clang::FunctionDecl& callee);

// Whether a parameter of this declaration is one of these.
bool IsCarriedAtCalls(const clang::FunctionDecl& function, unsigned index);

// Of all declarations of the function: an annotation on one of them holds for the definition.
std::vector<CarriedParameter> CarriedParameters(const clang::FunctionDecl& function, UseIndex* index);

// SM033, SM035 or SM041 for a parameter of this definition that cannot be wrapped.
std::optional<Diagnostic> RefuseCarry(const clang::FunctionDecl& function, const CarriedParameter& parameter);

// Why a parameter of this definition cannot be wrapped, in words; empty: it can.
std::string WhyNotCarried(const clang::FunctionDecl& function, unsigned index);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_CARRY_H_
