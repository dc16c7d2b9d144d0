// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One source, from its command line to its rewritten text: prefilter, parse, select, transform, emit. Writes nothing.
#ifndef SPANSMITH_GENERATOR_REWRITE_REWRITE_H_
#define SPANSMITH_GENERATOR_REWRITE_REWRITE_H_

#include <string>
#include <vector>

#include "generator/diagnostics/diagnostic.h"
#include "generator/invocation/compile_command.h"

namespace spansmith::generator {

struct RewriteOptions {
  std::string scope;           // the tracer's name where no SPANSMITH_SCOPE holds
  bool ok_on_success = false;
  bool strict = false;         // what Clang cannot parse is an error
};

enum class Outcome {
  kNothing,    // no annotation: compile it as it stands
  kRewritten,  // compile `text`
  kRefused,    // errors among the diagnostics: do not compile
  kUnparsed,   // Clang cannot parse it: compile it as it stands; if that works, the diagnostics apply
};

struct Rewritten {
  Outcome outcome = Outcome::kNothing;
  std::string source;    // the original's path as on the command line
  std::string original;  // its text
  std::string text;      // kRewritten
  std::size_t sites = 0;
  std::vector<Diagnostic> diagnostics;
};

// `command`: of one source (ForOneSource).
Rewritten Rewrite(const CompileCommand& command, const RewriteOptions& options);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_REWRITE_REWRITE_H_
