// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// SPANSMITH_CARRY on parameters: a callable takes the context of the caller along.
#ifndef SPANSMITH_GENERATOR_TRANSFORM_CONTEXT_CARRY_H_
#define SPANSMITH_GENERATOR_TRANSFORM_CONTEXT_CARRY_H_

#include "generator/transform/edit_plan.h"

namespace spansmith::generator {

// Wraps each parameter in place as the body's first statements, in front of a guard: it is the caller's span that the
// callable is to run under, not the one of the function that takes it.
void InsertCarry(const CarryingFunction& function, EditPlan* plan);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_TRANSFORM_CONTEXT_CARRY_H_
