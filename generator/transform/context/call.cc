// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/transform/context/call.h"

#include "generator/transform/guard/guard.h"

namespace spansmith::generator {
namespace {

// The callee, or the object, becomes the first argument.
void ReplaceCallee(const CalledInstead& instead, const Point& begin, std::vector<Segment> open, EditPlan* plan) {
  open.push_back({instead.function.text + "(" + (instead.dereferenced ? "*" : ""), instead.function.place});
  const std::string separator = instead.none ? "" : ", ";
  for (const ListType& list : instead.lists) plan->Insert(list.at, EditOrder::kInnermost, {{list.name, std::nullopt}});
  if (instead.object.empty()) {
    plan->Insert(begin, EditOrder::kInnermost, std::move(open));
    plan->Replace(instead.cut, instead.arguments, EditOrder::kInnermost, {{separator, std::nullopt}});
  } else {
    open.push_back({instead.object + separator, std::nullopt});
    plan->Replace(begin, instead.arguments, EditOrder::kInnermost, std::move(open));
  }
}

}  // namespace

void RewriteCall(const CallEdit& call, EditPlan* plan) {
  std::vector<Segment> open;
  if (call.span.has_value()) {
    const std::string site = "sm_call_" + std::to_string(call.number);
    plan->Insert(
        call.span->body, EditOrder::kBeforeGuard,
        {{" static ::spansmith::injected::sm_Site " + site + " = " + SiteExpression(*call.span) + ";", std::nullopt}});
    std::string guard = "(static_cast<void>(::spansmith::injected::sm_CallGuard(&" + site + ")";
    for (const Attribute& attribute : call.span->entry_attributes)
      guard += ".sm_Set(" + Literal(attribute.key) + ", " + attribute.value.text + ")";
    open.push_back({guard + "), ", std::nullopt});
    plan->Insert(call.end, EditOrder::kCloseInnermost, {{")", std::nullopt}});
  }
  if (call.instead.has_value()) {
    ReplaceCallee(*call.instead, call.begin, std::move(open), plan);
  } else if (!open.empty()) {
    plan->Insert(call.begin, EditOrder::kInnermost, std::move(open));
  }
  for (const CarriedArgument& argument : call.carried) {
    const std::string carrying = argument.linked ? "sm_CarryingLinked(" : "sm_Carrying(";
    plan->Insert(argument.begin, EditOrder::kInnermost, {{"::spansmith::injected::" + carrying, std::nullopt}});
    plan->Insert(argument.end, EditOrder::kCloseInnermost, {{")", std::nullopt}});
  }
}

}  // namespace spansmith::generator
