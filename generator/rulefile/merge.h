// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What several rules that match one function make together, in the order of the rule files: a later rule changes what
// it says and leaves the rest; attributes add up, by key; links and carried parameters add up; role, object and span
// are one thing (the span's name), as are root and parent. A rule with `ignore` wins over all of them.
#ifndef SPANSMITH_GENERATOR_RULEFILE_MERGE_H_
#define SPANSMITH_GENERATOR_RULEFILE_MERGE_H_

#include <vector>

#include "generator/rulefile/rule.h"

namespace spansmith::generator {

struct MergedRules {
  bool selected = false;  // a span is wanted
  Place place;            // selected: of the last rule that selects, for messages
  RuleEffect effect;      // its `carry` holds without a span too
};

MergedRules Merge(const std::vector<const Rule*>& matching);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_RULEFILE_MERGE_H_
