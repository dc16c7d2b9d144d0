// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/transform/attributes/attributes.h"

#include "generator/transform/attributes/identifiers.h"
#include "generator/transform/attributes/pasted.h"
#include "generator/transform/guard/guard.h"

namespace spansmith::generator {
namespace {

void AppendOne(const Site& site, const Attribute& attribute, std::vector<Segment>* segments) {
  const std::string guard = GuardName(site);
  const std::string key = Literal(attribute.key);
  AppendPasted({guard + (attribute.if_value ? ".sm_Argument(" : ".sm_Attribute(") + key + ", ", attribute.value,
                guard + ".sm_AttributeFailed(" + key + ");", attribute.condition},
               site.exceptions, segments);
}

// An expression as a text for people: line breaks and rows of blanks are one blank.
std::string OneLine(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

}  // namespace

void AppendAttributes(const Site& site, const std::vector<Attribute>& attributes, std::vector<Segment>* segments) {
  if (attributes.empty()) return;
  segments->push_back({" if (" + GuardName(site) + ".sm_Recording()) {", std::nullopt});
  for (const Attribute& attribute : attributes) AppendOne(site, attribute, segments);
  segments->push_back({" }", std::nullopt});
}

void AppendEvent(const Site& site, const Event& event, std::vector<Segment>* segments) {
  const std::string guard = GuardName(site);
  segments->push_back(
      {" if (" + guard + ".sm_Recording()) { " + guard + ".sm_EventBegin(" + Literal(event.name) + ");", std::nullopt});
  for (const Attribute& attribute : event.attributes) AppendOne(site, attribute, segments);
  segments->push_back({" " + guard + ".sm_EventEnd(); }", std::nullopt});
}

void AppendEntry(const Site& site, std::vector<Segment>* segments) {
  if (!site.run_time_name.has_value() && site.links.empty()) {
    return AppendAttributes(site, site.entry_attributes, segments);
  }
  const std::string guard = GuardName(site);
  segments->push_back({" if (" + guard + ".sm_Recording()) {", std::nullopt});
  if (site.run_time_name.has_value()) {
    AppendPasted({guard + ".sm_Name(", *site.run_time_name, guard + ".sm_AttributeFailed(\"SPANSMITH_NAME\");"},
                 site.exceptions, segments);
  }
  for (const Expression& link : site.links) {
    AppendPasted({guard + ".sm_Link(", link, guard + ".sm_AttributeFailed(\"SPANSMITH_LINK\");"}, site.exceptions,
                 segments);
  }
  for (const Attribute& attribute : site.entry_attributes) AppendOne(site, attribute, segments);
  segments->push_back({" }", std::nullopt});
}

void AppendExit(const Site& site, std::vector<Segment>* segments) {
  if (site.exit_attributes.empty()) return;
  const std::string number = GuardName(site).substr(std::string("sm_guard_").size());
  segments->push_back(
      {" const auto sm_exit_" + number + " = ::spansmith::injected::sm_AtExit([&](::spansmith::injected::sm_Exiting) {",
       std::nullopt});
  AppendAttributes(site, site.exit_attributes, segments);
  segments->push_back({" });", std::nullopt});
}

std::string LookAt(const Site& site, const std::string& function, const std::string& value) {
  return "::spansmith::injected::" + function + "(" + GuardName(site) + ", " + value +
         (site.answers.has_value() ? ", " + std::to_string(*site.answers) + "u" : "") + ")";
}

void AppendReturn(const Site& site, const std::string& alias, std::vector<Segment>* segments,
                  const std::string& before) {
  const auto with_result = [&](Expression expression) {
    expression.text = ReplaceIdentifiers(expression.text, {{"result", alias}});
    return expression;
  };
  const std::string guard = GuardName(site);
  segments->push_back({" if (" + guard + ".sm_Recording()) {" + before, std::nullopt});
  if (site.looks_for_errors()) segments->push_back({" " + LookAt(site, "sm_LookAt", alias) + ";", std::nullopt});
  if (site.error_when.has_value()) {
    AppendPasted({guard + ".sm_ErrorWhen(" + Literal(OneLine(site.error_when->text)) + ", ",
                  with_result(*site.error_when), guard + ".sm_AttributeFailed(\"SPANSMITH_ERROR_WHEN\");"},
                 site.exceptions, segments);
  }
  for (Attribute attribute : site.return_attributes) {
    attribute.value = with_result(std::move(attribute.value));
    AppendOne(site, attribute, segments);
  }
  segments->push_back({" }", std::nullopt});
}

}  // namespace spansmith::generator
