// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Attribute expressions as statements of the rewritten body: evaluated only if the span is recorded, each with a try of
// its own around the expression alone, each seen by the compiler where it was written.
#ifndef SPANSMITH_GENERATOR_TRANSFORM_ATTRIBUTES_ATTRIBUTES_H_
#define SPANSMITH_GENERATOR_TRANSFORM_ATTRIBUTES_ATTRIBUTES_H_

#include <string>
#include <vector>

#include "generator/transform/edit_plan.h"

namespace spansmith::generator {

// Appends ` if (recording) { ... }`; nothing for no attributes. `before` stands first inside the braces.
void AppendAttributes(const Site& site, const std::vector<Attribute>& attributes, std::vector<Segment>* segments,
                      const std::string& before = "");

// The same for what a span takes when it begins: its name at run time, its links, its attributes.
void AppendEntry(const Site& site, std::vector<Segment>* segments);

// The same for an event: its beginning, its attributes, its end.
void AppendEvent(const Site& site, const Event& event, std::vector<Segment>* segments);

// The attributes with every `result` in their expressions (the identifier, not a member of that name) replaced by
// `alias`.
std::vector<Attribute> WithResult(const std::vector<Attribute>& attributes, const std::string& alias);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_TRANSFORM_ATTRIBUTES_ATTRIBUTES_H_
