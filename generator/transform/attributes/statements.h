// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// SPANSMITH_NOTE, SPANSMITH_ERROR_TEXT and SPANSMITH_EVENT statements in a body.
#ifndef SPANSMITH_GENERATOR_TRANSFORM_ATTRIBUTES_STATEMENTS_H_
#define SPANSMITH_GENERATOR_TRANSFORM_ATTRIBUTES_STATEMENTS_H_

#include "generator/transform/edit_plan.h"

namespace spansmith::generator {

// `M(...);` -> `{ <the work> M(...); }`: one statement still, so that it may stand under an `if` without braces.
void RewriteStatement(const Site& site, const BodyStatement& statement, EditPlan* plan);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_TRANSFORM_ATTRIBUTES_STATEMENTS_H_
