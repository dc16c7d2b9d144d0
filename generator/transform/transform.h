// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Sites -> edits. Refuses nothing: select has decided.
#ifndef SPANSMITH_GENERATOR_TRANSFORM_TRANSFORM_H_
#define SPANSMITH_GENERATOR_TRANSFORM_TRANSFORM_H_

#include <vector>

#include "generator/transform/edit_plan.h"

namespace spansmith::generator {

void Transform(const std::vector<Site>& sites, EditPlan* plan);
void Transform(const std::vector<InjectStatement>& injects, EditPlan* plan);
void Transform(const std::vector<CarryingFunction>& functions, EditPlan* plan);
void Transform(const std::vector<CallEdit>& calls, EditPlan* plan);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_TRANSFORM_TRANSFORM_H_
