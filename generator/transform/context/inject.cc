// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/transform/context/inject.h"

#include "generator/transform/attributes/pasted.h"

namespace spansmith::generator {

void RewriteInject(const InjectStatement& statement, EditPlan* plan) {
  std::vector<Segment> segments = {{"{ if (const ::spansmith::injected::sm_Injector sm_injector{}) {", std::nullopt}};
  AppendPasted({"sm_injector.sm_Into(", statement.target, "sm_injector.sm_Failed();"}, statement.exceptions, &segments);
  segments.push_back({" } ", std::nullopt});
  plan->Insert(statement.begin, EditOrder::kOpen, std::move(segments));
  plan->Insert(statement.end, EditOrder::kClose, {{" }", std::nullopt}});
}

}  // namespace spansmith::generator
