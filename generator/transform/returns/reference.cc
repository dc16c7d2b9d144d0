// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// `return glvalue;` -> `{ auto& r = glvalue; <look at r> return r; }`: evaluated once, copied (if at all) where it was,
// as an lvalue or xvalue as before. For functions that return a reference, and for members and elements of class type.

#include "generator/transform/attributes/attributes.h"
#include "generator/transform/returns/forms.h"

namespace spansmith::generator {

void RewriteReference(const Site& site, const ReturnStatement& statement, const std::string& alias, EditPlan* plan) {
  plan->Replace(statement.begin, statement.value_begin, EditOrder::kOpen,
                {{"{ " + statement.type + " " + alias + " = " + (statement.comma ? "(" : ""), std::nullopt}});
  if (statement.comma) plan->Insert(statement.value_end, EditOrder::kInside, {{")", std::nullopt}});
  std::vector<Segment> segments;
  AppendReturn(site, alias, &segments);
  segments.push_back({" return " +
                          (statement.rvalue_reference ? "static_cast<decltype(" + alias + ")>(" + alias + ")" : alias) +
                          "; }",
                      std::nullopt});
  plan->Insert(statement.end, EditOrder::kClose, std::move(segments));
}

}  // namespace spansmith::generator
