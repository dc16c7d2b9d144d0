// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/transform/attributes/statements.h"

#include "generator/transform/attributes/attributes.h"
#include "generator/transform/guard/guard.h"

namespace spansmith::generator {

void RewriteStatement(const Site& site, const BodyStatement& statement, EditPlan* plan) {
  std::vector<Segment> segments = {{"{", std::nullopt}};
  if (statement.note.has_value()) AppendAttributes(site, {*statement.note}, &segments);
  if (statement.error_text.has_value()) {
    segments.push_back(
        {" " + GuardName(site) + ".sm_ErrorText(" + Literal(*statement.error_text) + ");", std::nullopt});
  }
  if (statement.event.has_value()) AppendEvent(site, *statement.event, &segments);
  segments.push_back({" ", std::nullopt});
  plan->Insert(statement.begin, EditOrder::kOpen, std::move(segments));
  plan->Insert(statement.end, EditOrder::kClose, {{" }", std::nullopt}});
}

}  // namespace spansmith::generator
