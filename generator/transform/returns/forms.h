// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Rewrites a `return` whose value someone looks at. Each form has a file that says what it keeps, and a row in the
// table of forms.cc.
//
// To add one: an enumerator in site.h (select/returns.cc chooses it), a file here, a row in forms.cc, a case under
// tests/generator/cases/returns/.
#ifndef SPANSMITH_GENERATOR_TRANSFORM_RETURNS_FORMS_H_
#define SPANSMITH_GENERATOR_TRANSFORM_RETURNS_FORMS_H_

#include <string>

#include "generator/transform/edit_plan.h"

namespace spansmith::generator {

void RewriteReturn(const Site& site, const ReturnStatement& statement, EditPlan* plan);

// The use of a macro with returns that are looked at.
void RewriteInMacro(const Site& site, const MacroReturns& use, EditPlan* plan);

// The forms. `alias` names the returned value in the attribute expressions.
void RewriteNamed(const Site& site, const ReturnStatement& statement, const std::string& alias, EditPlan* plan);
void RewriteReference(const Site& site, const ReturnStatement& statement, const std::string& alias, EditPlan* plan);
void RewritePassed(const Site& site, const ReturnStatement& statement, const std::string& alias, EditPlan* plan);
void RewriteFallOff(const Site& site, const ReturnStatement& statement, const std::string& alias, EditPlan* plan);
void RewriteValue(const Site& site, const ReturnStatement& statement, const std::string& alias, EditPlan* plan);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_TRANSFORM_RETURNS_FORMS_H_
