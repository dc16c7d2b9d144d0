// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What does not go together in one rule, each part of which is right.
#ifndef SPANSMITH_GENERATOR_RULEFILE_CONTRADICTIONS_H_
#define SPANSMITH_GENERATOR_RULEFILE_CONTRADICTIONS_H_

#include "generator/rulefile/yaml_values.h"

namespace spansmith::generator {

// Reports to `values` (SM068 to SM070). `node`: the rule; `entries`: its keys.
void CheckRule(const YAML::Node& node, const YamlValues::Entries& entries, const Rule& rule, YamlValues* values);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_RULEFILE_CONTRADICTIONS_H_
