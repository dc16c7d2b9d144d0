// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What became of one source: written beside its object as JSON (`<object>.spansmith.json`) by the compile that made it,
// so that parallel and incremental builds share nothing; read when the target's report is put together.
#ifndef SPANSMITH_GENERATOR_REPORT_FRAGMENT_H_
#define SPANSMITH_GENERATOR_REPORT_FRAGMENT_H_

#include <optional>
#include <string>
#include <vector>

#include "generator/site/reason.h"

namespace spansmith::generator {

// Outcomes of a source, as reports spell them.
inline constexpr char kSourceInstrumented[] = "instrumented";  // a rewritten copy was compiled
inline constexpr char kSourceUnchanged[] = "unchanged";        // parsed, and nothing in it has a span
inline constexpr char kSourceNotParsed[] = "not_parsed";       // nothing can be in it: `reason` says why that is known
inline constexpr char kSourceUnparsed[] = "unparsed";          // Clang or the preprocessor alone refuses it
inline constexpr char kSourceRefused[] = "refused";            // an error: not compiled

struct SourceReport {
  std::string source;                // relative to the project, or absolute
  std::string outcome;               // one of the above
  std::string reason;                // "no_annotation", "no_rule_applies", "SM001"...; empty: none
  std::string message;               // unparsed: the whole message
  std::vector<std::string> dropped;  // arguments that Clang does not know
  std::vector<FunctionAccount> functions;
  std::string usage;               // which rules matched (rulefile/usage.h)
  std::vector<CallAccount> calls;  // that rules are about
  std::vector<AnnotationAccount> annotations;

  bool operator==(const SourceReport&) const = default;
};

// JSON text, and back. Text that is no such fragment: nothing.
std::string FragmentText(const SourceReport& report);
std::optional<SourceReport> ReadFragment(const std::string& text);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_REPORT_FRAGMENT_H_
