// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/transform/transform.h"

#include <map>

#include "generator/transform/attributes/identifiers.h"
#include "generator/transform/attributes/statements.h"
#include "generator/transform/context/call.h"
#include "generator/transform/context/carry.h"
#include "generator/transform/context/inject.h"
#include "generator/transform/guard/guard.h"
#include "generator/transform/returns/forms.h"

namespace spansmith::generator {

namespace {

// The site with the definition's names for the parameters in the expressions of its annotation.
Site WithParameterNames(Site site) {
  std::map<std::string, std::string> names;
  for (const RenamedParameter& parameter : site.renamed_parameters) names[parameter.annotated] = parameter.defined;
  if (names.empty()) return site;
  const auto rename = [&](Expression& expression) { expression.text = ReplaceIdentifiers(expression.text, names); };
  for (Attribute& attribute : site.entry_attributes) {
    if (attribute.value.place.line != 0) rename(attribute.value);  // others are the tool's own
  }
  for (Attribute& attribute : site.return_attributes) rename(attribute.value);
  for (Attribute& attribute : site.exit_attributes) rename(attribute.value);
  if (site.error_when.has_value()) rename(*site.error_when);
  for (Expression& link : site.links) rename(link);
  if (site.parent.has_value()) rename(*site.parent);
  if (site.run_time_name.has_value()) rename(*site.run_time_name);
  return site;
}

}  // namespace

void Transform(const std::vector<Site>& sites, EditPlan* plan) {
  for (const Site& given : sites) {
    const Site site = WithParameterNames(given);
    InsertGuard(site, plan);
    for (const BodyStatement& statement : site.statements) RewriteStatement(site, statement, plan);
    for (const ReturnStatement& statement : site.returns) RewriteReturn(site, statement, plan);
    for (const MacroReturns& use : site.macro_returns) RewriteInMacro(site, use, plan);
  }
}

void Transform(const std::vector<InjectStatement>& injects, EditPlan* plan) {
  for (const InjectStatement& statement : injects) RewriteInject(statement, plan);
}

void Transform(const std::vector<CarryingFunction>& functions, EditPlan* plan) {
  for (const CarryingFunction& function : functions) InsertCarry(function, plan);
}

void Transform(const std::vector<CallEdit>& calls, EditPlan* plan) {
  for (const CallEdit& call : calls) RewriteCall(call, plan);
}

}  // namespace spansmith::generator
