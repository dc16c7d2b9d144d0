// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What rules say about one function, put into its site.
#ifndef SPANSMITH_GENERATOR_SELECT_RULE_SITE_H_
#define SPANSMITH_GENERATOR_SELECT_RULE_SITE_H_

#include <string>
#include <vector>

#include "generator/diagnostics/diagnostic.h"
#include "generator/rulefile/merge.h"
#include "generator/select/allocation_functions.h"
#include "generator/site/reason.h"

namespace clang {
class FunctionDecl;
}  // namespace clang

namespace spansmith::generator {

// False: the rules ask what this function cannot give, and the diagnostics say so, in the rule file. A scope that the
// rules give goes before any SPANSMITH_SCOPE.
bool ApplyRules(const MergedRules& rules, const clang::FunctionDecl& function, Site* site,
                std::vector<Diagnostic>* diagnostics);

// The parameters that the rules' `carry` names, by their places in the rule file; what cannot be carried is a
// diagnostic. One that has an annotation of its own (`annotated`, by index) is left to it.
std::vector<CarriedName> RuleCarries(const MergedRules& rules, const clang::FunctionDecl& function,
                                     const std::vector<unsigned>& annotated, std::vector<Diagnostic>* diagnostics);

// Why no rule may give this function a span although an annotation could; kNone: one may.
ReasonCode LeftOutOfRules(const clang::FunctionDecl& function, const AllocationFunctions& allocations);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_RULE_SITE_H_
