// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Annotations and rules -> complete sites. Every decision is taken here: which functions, which name, which return
// forms, and every refusal with its message. Rooms after this one write what they are given.
#ifndef SPANSMITH_GENERATOR_SELECT_SELECT_H_
#define SPANSMITH_GENERATOR_SELECT_SELECT_H_

#include <map>
#include <string>
#include <vector>

#include "generator/diagnostics/diagnostic.h"
#include "generator/frontend/parse.h"
#include "generator/rulefile/usage.h"
#include "generator/site/reason.h"
#include "generator/site/site.h"

namespace spansmith::generator {

struct SelectOptions {
  std::string default_scope;   // where no SPANSMITH_SCOPE holds
  bool ok_on_success = false;  // status Ok, rather than Unset, when a function returns
  const std::vector<Rule>& rules;
  std::string project;  // absolute: what the rules' file globs are relative to
};

// What became of one definition that an annotation or a rule is about.
struct Verdict {
  Asked asked = Asked::kNobody;
  ReasonCode reason = ReasonCode::kNone;
  Point body;        // of its site, where that is not just behind the body's `{` in a file: in a macro, at a `try`
  std::string span;  // body: the site's name
};

// The sites by file, in its order; not numbered yet.
struct Selection : Instrumentation {
  std::map<unsigned, Verdict>
      verdicts;  // by the raw encoding of the definition's location (select/inventory.h reads it)
  std::vector<Diagnostic> diagnostics;
  std::vector<CallAccount> call_accounts;      // in the order of the text
  std::vector<AnnotationAccount> annotations;  // of the source and of the project's headers
  RuleUsage usage;
};

Selection Select(const ParsedUnit& unit, const SelectOptions& options);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_SELECT_H_
