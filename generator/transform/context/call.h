// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A call with a span around it, with arguments carried, or of another function instead: an expression of the same type
// and value category in its place (a comma operator with a void operand in front changes neither, and a prvalue stays
// one; C++17, 8.19 and 15.2). The guard ends with the full expression.
#ifndef SPANSMITH_GENERATOR_TRANSFORM_CONTEXT_CALL_H_
#define SPANSMITH_GENERATOR_TRANSFORM_CONTEXT_CALL_H_

#include "generator/transform/edit_plan.h"

namespace spansmith::generator {

void RewriteCall(const CallEdit& call, EditPlan* plan);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_TRANSFORM_CONTEXT_CALL_H_
