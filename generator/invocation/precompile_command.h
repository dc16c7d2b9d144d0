// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The command by which CMake makes a precompiled header (target_precompile_headers): an empty source with one forced
// include is compiled as a header. Reads no file, runs nothing.
#ifndef SPANSMITH_GENERATOR_INVOCATION_PRECOMPILE_COMMAND_H_
#define SPANSMITH_GENERATOR_INVOCATION_PRECOMPILE_COMMAND_H_

#include <string>

#include "generator/invocation/compile_command.h"

namespace spansmith::generator {

struct PrecompileCommand {
  CompileCommand compile;  // of the same source to an object, which means the same
  Arguments argv;          // the command itself, compiler and what stands before it included
  std::string header;      // that is included
  std::string ending;      // of the precompiled header, behind the header's name: ".gch", ".pch"
};

// False: `argv` is another command, also one that precompiles a header in another way.
bool ReadPrecompileCommand(const Arguments& argv, PrecompileCommand* command);

// The command that makes a precompiled header of `copy` beside it: `copy` + ending. What it writes of dependencies goes
// to a file beside that, `*dependencies`; empty: nothing.
Arguments PrecompileInstead(const PrecompileCommand& command, const std::string& copy, std::string* dependencies);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_INVOCATION_PRECOMPILE_COMMAND_H_
