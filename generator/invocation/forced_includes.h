// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Headers that a command line includes before the source: `-include FILE` (GCC manual, "Preprocessor Options"), and as
// CMake has it for Clang, `-Xclang -include -Xclang FILE`. With a precompiled header it is the same: that is what the
// compiler makes of the text, so the text may be read in its place. Strings alone, but where said.
#ifndef SPANSMITH_GENERATOR_INVOCATION_FORCED_INCLUDES_H_
#define SPANSMITH_GENERATOR_INVOCATION_FORCED_INCLUDES_H_

#include <map>
#include <string>
#include <vector>

#include "generator/process/process.h"

namespace spansmith::generator {

// FILE of each, in their order; what Clang's -include-pch alone brings in is not among them (see AsText).
std::vector<std::string> ForcedIncludes(const Arguments& arguments);

// Without precompiled headers: what they were made of is included as text. A `-include-pch FILE.pch` whose FILE no
// `-include` names becomes one, if there is such a file. Looks for files.
// `by_clang`: it is certain that a Clang reads it, whose driver would look for a precompiled header beside FILE.
Arguments AsText(const Arguments& arguments, bool by_clang);

// The command line with other files in the places of some: FILE -> copy. A precompiled header that was made of FILE is
// replaced by the copy's own, COPY.pch, where that is there, and else left out. (g++ looks for COPY.gch itself.)
Arguments WithForcedIncludes(const Arguments& arguments, const std::map<std::string, std::string>& copies);

// Whether CMake has made the header, which includes those of `target_precompile_headers`.
bool IsMadeByCMake(const std::string& header);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_INVOCATION_FORCED_INCLUDES_H_
