// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Reads a rule file (YAML 1.2, docs/rules.md) and checks everything that can be told without a source. Any bytes are
// taken: what is wrong comes back as diagnostics (SM060 to SM070) with file, line and column, as many as there are;
// nothing throws but std::bad_alloc.
#ifndef SPANSMITH_GENERATOR_RULEFILE_LOAD_H_
#define SPANSMITH_GENERATOR_RULEFILE_LOAD_H_

#include <string>
#include <vector>

#include "generator/diagnostics/diagnostic.h"
#include "generator/rulefile/rule.h"

namespace spansmith::generator {

struct RuleFile {
  std::vector<Rule> rules;  // without those that have an error
  std::vector<Diagnostic> diagnostics;
};

// `file`: its name in messages and in the places of expressions.
RuleFile LoadRules(const std::string& text, const std::string& file);

// Several files as one, in their order; a file that cannot be read is a diagnostic.
RuleFile LoadRuleFiles(const std::vector<std::string>& files);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_RULEFILE_LOAD_H_
