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
  AppendPasted({guard + ".sm_Attribute(" + key + ", ", attribute.value, guard + ".sm_AttributeFailed(" + key + ");",
                attribute.condition},
               site.exceptions, segments);
}

}  // namespace

void AppendAttributes(const Site& site, const std::vector<Attribute>& attributes, std::vector<Segment>* segments,
                      const std::string& before) {
  if (attributes.empty()) return;
  segments->push_back({" if (" + GuardName(site) + ".sm_Recording()) {" + before, std::nullopt});
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

std::vector<Attribute> WithResult(const std::vector<Attribute>& attributes, const std::string& alias) {
  std::vector<Attribute> out = attributes;
  for (Attribute& attribute : out) {
    attribute.value.text = ReplaceIdentifiers(attribute.value.text, {{"result", alias}});
  }
  return out;
}

}  // namespace spansmith::generator
