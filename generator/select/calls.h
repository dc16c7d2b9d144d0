// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The calls in one function that rules are about, or of functions that carry at their calls (carry.h); lambdas in it
// included. What is not evaluated (sizeof, decltype, noexcept, constants) is no call.
#ifndef SPANSMITH_GENERATOR_SELECT_CALLS_H_
#define SPANSMITH_GENERATOR_SELECT_CALLS_H_

#include <functional>
#include <optional>
#include <string>

#include "generator/select/rule_match.h"
#include "generator/select/select.h"

namespace clang {
class FunctionDecl;
}  // namespace clang

namespace spansmith::generator {

struct CallSelection {
  const ParsedUnit& unit;
  const std::vector<Rule>& rules;
  const RuleMatcher& matcher;
  // What every site of the function has; nothing: its body comes out of a macro.
  std::function<std::optional<Site>(const clang::FunctionDecl&)> site_of;
  Selection* out;
};

// `function`: a definition with its body parsed.
void SelectCalls(const CallSelection& selection, const clang::FunctionDecl& function);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_CALLS_H_
