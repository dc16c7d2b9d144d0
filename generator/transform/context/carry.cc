// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/transform/context/carry.h"

namespace spansmith::generator {

void InsertCarry(const CarryingFunction& function, EditPlan* plan) {
  std::vector<Segment> segments;
  for (const CarriedName& parameter : function.parameters) {
    // On the annotation's line: a type that cannot hold the wrapper is reported there.
    const std::string carry = parameter.linked ? "sm_CarryLinked(" : "sm_Carry(";
    segments.push_back({" ::spansmith::injected::" + carry + parameter.name + ");",
                        Place{parameter.place.file, parameter.place.line, 1}});
  }
  plan->Insert(function.body, EditOrder::kBeforeGuard, std::move(segments));
}

}  // namespace spansmith::generator
