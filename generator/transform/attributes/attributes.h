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

// Appends ` if (recording) { ... }`; nothing for no attributes.
void AppendAttributes(const Site& site, const std::vector<Attribute>& attributes, std::vector<Segment>* segments);

// The same for what a span takes when it begins: its name at run time, its links, its attributes.
void AppendEntry(const Site& site, std::vector<Segment>* segments);

// The same for an event: its beginning, its attributes, its end.
void AppendEvent(const Site& site, const Event& event, std::vector<Segment>* segments);

// Appends the object that evaluates the exit attributes when the body ends; nothing for none.
void AppendExit(const Site& site, std::vector<Segment>* segments);

// The same as AppendAttributes for what looks at the returned value: whether it means an error, then the return
// attributes, so that these may say more of the error. In their expressions every `result` (the identifier, not a
// member of that name) is replaced by `alias`. `before` stands first inside the braces.
void AppendReturn(const Site& site, const std::string& alias, std::vector<Segment>* segments,
                  const std::string& before = "");

// A call of the bridge that looks whether `value` is an error.
std::string LookAt(const Site& site, const std::string& function, const std::string& value);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_TRANSFORM_ATTRIBUTES_ATTRIBUTES_H_
