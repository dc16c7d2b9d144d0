// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The targets whose objects make one program, and the headers that are in and out of the instrumented ones among them.
#ifndef SPANSMITH_GENERATOR_ONE_DEFINITION_PROGRAM_H_
#define SPANSMITH_GENERATOR_ONE_DEFINITION_PROGRAM_H_

#include <string>
#include <vector>

#include "generator/diagnostics/diagnostic.h"

namespace spansmith::generator {

struct ProgramPart {
  std::string target;
  std::string project;  // what file names in its fragments are relative to; empty: the target is not instrumented
  std::vector<std::string> objects;
};

// Of a text that CMake writes: a line `target NAME` or `target NAME PROJECT` begins a part, each other line is an
// object.
std::vector<ProgramPart> ReadParts(const std::string& text);

// A warning (SM044) for each header and each pair of targets of which one has a span in one of its inline functions or
// templates, and the other, which includes it, has none there. Read beside the objects: fragments, and where there is
// none, or nothing was looked at, what the build system says that the object includes.
std::vector<Diagnostic> TwoDefinitions(const std::string& program, const std::vector<ProgramPart>& parts,
                                       const std::string& build);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_ONE_DEFINITION_PROGRAM_H_
