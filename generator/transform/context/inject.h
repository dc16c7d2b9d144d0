// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// SPANSMITH_INJECT statements: today's context into a string of the user's.
#ifndef SPANSMITH_GENERATOR_TRANSFORM_CONTEXT_INJECT_H_
#define SPANSMITH_GENERATOR_TRANSFORM_CONTEXT_INJECT_H_

#include "generator/transform/edit_plan.h"

namespace spansmith::generator {

// `M(target);` -> `{ if (<a span is open>) { <assign> } M(target); }`. The statement is nothing in the plain program,
// so what evaluating the target throws goes no further; it is counted with the open span's failed attributes.
void RewriteInject(const InjectStatement& statement, EditPlan* plan);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_TRANSFORM_CONTEXT_INJECT_H_
