// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One call whose last argument is an expression out of an annotation: with a try of its own around it, and seen by the
// compiler where it was written.
#ifndef SPANSMITH_GENERATOR_TRANSFORM_ATTRIBUTES_PASTED_H_
#define SPANSMITH_GENERATOR_TRANSFORM_ATTRIBUTES_PASTED_H_

#include <string>
#include <vector>

#include "generator/transform/edit_plan.h"

namespace spansmith::generator {

struct PastedCall {
  std::string call;            // what stands before the expression: `sm_guard_1.sm_Attribute("key", `
  Expression expression;       // without a place: seen wherever the text before it is
  std::string failed;          // what the handler does: `sm_guard_1.sm_AttributeFailed("key");`
  std::string condition = {};  // evaluated first, the call only if it holds; empty: always
};

// Appends ` try { <call>(<expression>)); } catch (...) { <failed> }`; without exceptions the call alone.
void AppendPasted(const PastedCall& call, bool exceptions, std::vector<Segment>* segments);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_TRANSFORM_ATTRIBUTES_PASTED_H_
