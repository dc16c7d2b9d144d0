// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// `return expr;` -> `{ T r = expr; <look at r> return r; }`: the same copy-initialisation as the return's, so a
// conversion happens as before and once, and braces keep their meaning; then at most one move. A local that the return
// would have moved from is moved from; into a base class, as the compiler does it.

#include "generator/transform/attributes/attributes.h"
#include "generator/transform/returns/forms.h"

namespace spansmith::generator {

void RewriteValue(const Site& site, const ReturnStatement& statement, const std::string& alias, EditPlan* plan) {
  std::string before = "{ " + statement.type + " " + alias + " = ";
  if (statement.implicit_move) {
    std::string name = statement.value_text;  // a name, perhaps in parentheses: decltype must see it without
    std::erase_if(name, [](char c) { return c == '(' || c == ')'; });
    before += statement.into_base ? "::spansmith::injected::sm_IntoBase(" : "static_cast<decltype(" + name + ")&&>(";
    plan->Insert(statement.value_end, EditOrder::kInside, {{")", std::nullopt}});
  }
  if (statement.comma) {
    before += "(";
    plan->Insert(statement.value_end, EditOrder::kInside, {{")", std::nullopt}});
  }
  plan->Replace(statement.begin, statement.value_begin, EditOrder::kOpen, {{before, std::nullopt}});
  std::vector<Segment> segments;
  AppendReturn(site, alias, &segments);
  segments.push_back({" return " + alias + "; }", std::nullopt});
  plan->Insert(statement.end, EditOrder::kClose, std::move(segments));
}

}  // namespace spansmith::generator
