// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// `return part;` -> `return <look at>((part));`, where the part is another type than the returned one, and may be an
// error: absl::Status to absl::StatusOr<T>. The conversion stays the return's, and temporaries live as long; a part
// that is a temporary is converted as an xvalue.

#include "generator/transform/attributes/attributes.h"
#include "generator/transform/returns/forms.h"

namespace spansmith::generator {

void RewritePassed(const Site& site, const ReturnStatement& statement, const std::string& /*alias*/, EditPlan* plan) {
  const std::string call = LookAt(site, "sm_Passing", "");
  const std::size_t cut = call.find(", ") + 2;
  plan->Insert(statement.value_begin, EditOrder::kInside, {{call.substr(0, cut) + "(", std::nullopt}});
  plan->Insert(statement.value_end, EditOrder::kInside, {{")" + call.substr(cut), std::nullopt}});
}

}  // namespace spansmith::generator
