// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// `return x;` -> `{ <look at x> return x; }`. Two statements, so that the return is still one of a name alone: NRVO and
// the implicit move stay (a comma expression would lose both).

#include "generator/transform/attributes/attributes.h"
#include "generator/transform/returns/forms.h"

namespace spansmith::generator {

void RewriteNamed(const Site& site, const ReturnStatement& statement, const std::string& alias, EditPlan* plan) {
  std::vector<Segment> segments = {{"{", std::nullopt}};
  if (statement.part) {
    segments.push_back(
        {" static_cast<void>(" + LookAt(site, "sm_Passing", statement.value_text) + "); ", std::nullopt});
    plan->Insert(statement.begin, EditOrder::kOpen, std::move(segments));
    plan->Insert(statement.end, EditOrder::kClose, {{" }", std::nullopt}});
    return;
  }
  AppendReturn(site, alias, &segments,
               " const auto& " + alias + " = " + statement.value_text + "; static_cast<void>(" + alias + ");");
  segments.push_back({" ", std::nullopt});
  plan->Insert(statement.begin, EditOrder::kOpen, std::move(segments));
  plan->Insert(statement.end, EditOrder::kClose, {{" }", std::nullopt}});
}

}  // namespace spansmith::generator
