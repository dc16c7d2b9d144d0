// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The closing brace of a `main` that is left without a `return`: ` { const int r = 0; <look at r> }` before it.

#include "generator/transform/attributes/attributes.h"
#include "generator/transform/returns/forms.h"

namespace spansmith::generator {

void RewriteFallOff(const Site& site, const ReturnStatement& statement, const std::string& alias, EditPlan* plan) {
  std::vector<Segment> segments = {{" {", std::nullopt}};
  AppendReturn(site, alias, &segments, " const int " + alias + " = 0; static_cast<void>(" + alias + ");");
  segments.push_back({" } ", std::nullopt});
  plan->Insert(statement.begin, EditOrder::kOpen, std::move(segments));
}

}  // namespace spansmith::generator
