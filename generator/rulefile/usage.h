// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which rules matched something, source by source: a fragment is written beside each object, and read at the end of the
// target's build, when alone it can be said that a rule matched nothing. A fragment is text, a line a fact; one that
// cannot be read says nothing.
#ifndef SPANSMITH_GENERATOR_RULEFILE_USAGE_H_
#define SPANSMITH_GENERATOR_RULEFILE_USAGE_H_

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "generator/diagnostics/diagnostic.h"
#include "generator/rulefile/applies.h"
#include "generator/rulefile/rule.h"

namespace spansmith::generator {

// A rule that a function's name matches, and which does not match the function.
struct NearMiss {
  std::size_t rule = 0;        // its place among the rules
  const char* condition = "";  // the key that does not hold: "file", "exclude"
};

struct SeenFunction {
  std::vector<std::string> name;  // components
  std::string file;               // as file globs see it
  std::vector<NearMiss> misses;
};

// One source, looked at under rules.
struct RuleUsage {
  bool looked = false;                  // false: Clang could not parse it
  std::vector<bool> matched;            // a rule each; empty: nothing was parsed, as no rule could apply
  std::vector<SeenFunction> functions;  // definitions that rules could have meant
};

// The fragment's text. `words` are the source's: what rules could mean where nothing was parsed.
std::string UsageFragment(const std::vector<Rule>& rules, const RuleUsage& usage, const SourceWords& words);

// SM076 for each rule that no fragment says matched, with the nearest names of all fragments. None if a source could
// not be looked at: who knows what it holds.
std::vector<Diagnostic> UnusedRules(const std::vector<Rule>& rules, const std::vector<std::string>& fragments,
                                    const std::string& target);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_RULEFILE_USAGE_H_
