// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Annotations and rules -> complete sites. Every decision is taken here: which functions, which name, which return
// forms, and every refusal with its message. Rooms after this one write what they are given.
#ifndef SPANSMITH_GENERATOR_SELECT_SELECT_H_
#define SPANSMITH_GENERATOR_SELECT_SELECT_H_

#include <string>
#include <vector>

#include "generator/diagnostics/diagnostic.h"
#include "generator/frontend/parse.h"
#include "generator/rulefile/usage.h"
#include "generator/site/site.h"

namespace spansmith::generator {

struct SelectOptions {
  std::string default_scope;   // where no SPANSMITH_SCOPE holds
  bool ok_on_success = false;  // status Ok, rather than Unset, when a function returns
  const std::vector<Rule>& rules;
  std::string project;  // absolute: what the rules' file globs are relative to
};

// The sites by file, in its order; not numbered yet.
struct Selection : Instrumentation {
  std::vector<Diagnostic> diagnostics;
  RuleUsage usage;
};

Selection Select(const ParsedUnit& unit, const SelectOptions& options);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_SELECT_H_
