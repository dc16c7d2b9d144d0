// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// `spansmith cc -- <compiler> <arguments>`: a compiler launcher. What it does not have to rewrite it hands to the
// compiler untouched; the compiler's exit code is its own.
#ifndef SPANSMITH_GENERATOR_LAUNCH_LAUNCH_H_
#define SPANSMITH_GENERATOR_LAUNCH_LAUNCH_H_

#include <optional>
#include <string>
#include <vector>

#include "generator/launch/cached_rewrite.h"
#include "generator/process/process.h"
#include "generator/rewritten/rewritten.h"

namespace spansmith::generator {

// `compiler`: what stands behind `--`. `tools`: the files of this program and of the one beside it. Diagnostics go to
// standard error. The exit code: the compiler's, or 1 if the generator refused; nothing: `make` cannot make what is
// needed, and nothing has been done.
std::optional<int> Launch(const Arguments& compiler, const RewriteOptions& options, const Arguments& tools,
                          const Maker& make);

// Where the rewritten copy of the command's one source stands: beside its output. Those of its headers stand in a
// folder beside that, kHeaderFolder.
std::string CopyOf(const CompileCommand& command);

// Where the fragment stands that says what became of the source of an object (report/fragment.h).
std::string FragmentOf(const std::string& output);

// Prints diagnostics on standard error, in colour if that is a terminal and NO_COLOR is not set.
void Print(const std::vector<Diagnostic>& diagnostics);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_LAUNCH_LAUNCH_H_
