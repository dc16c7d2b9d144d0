// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What stands first in a rewritten body: the static site, the parent that an annotation gives, the guard, the
// attributes of the entry. Also the spelling of names and literals, in one place.
#ifndef SPANSMITH_GENERATOR_TRANSFORM_GUARD_GUARD_H_
#define SPANSMITH_GENERATOR_TRANSFORM_GUARD_GUARD_H_

#include <string>

#include "generator/transform/edit_plan.h"

namespace spansmith::generator {

void InsertGuard(const Site& site, EditPlan* plan);

// "sm_guard_3"
std::string GuardName(const Site& site);

// The initialiser of its static site.
std::string SiteExpression(const Site& site);

// A C++ string literal with this content: any bytes.
std::string Literal(const std::string& text);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_TRANSFORM_GUARD_GUARD_H_
