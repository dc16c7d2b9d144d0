// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/transform/transform.h"

#include "generator/transform/attributes/statements.h"
#include "generator/transform/guard/guard.h"
#include "generator/transform/returns/forms.h"

namespace spansmith::generator {

void Transform(const std::vector<Site>& sites, EditPlan* plan) {
  for (const Site& site : sites) {
    InsertGuard(site, plan);
    for (const BodyStatement& statement : site.statements) RewriteStatement(site, statement, plan);
    for (const ReturnStatement& statement : site.returns) RewriteReturn(site, statement, plan);
  }
}

}  // namespace spansmith::generator
