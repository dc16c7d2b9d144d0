// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a compiler's command line says, as far as the generator must know it. Reads no file but response files, runs
// nothing: the whole of it can be tested with strings.
#ifndef SPANSMITH_GENERATOR_INVOCATION_COMPILE_COMMAND_H_
#define SPANSMITH_GENERATOR_INVOCATION_COMPILE_COMMAND_H_

#include <cstddef>
#include <string>
#include <vector>

#include "generator/process/process.h"

namespace spansmith::generator {

// A command that compiles C++ sources to objects (-c) or assembly (-S).
struct CompileCommand {
  Arguments launchers;  // in front of the compiler: ccache, distcc, env A=1...
  std::string compiler;
  Arguments arguments;               // after the compiler; response files expanded
  std::vector<std::size_t> sources;  // indices into arguments: the C++ sources, at least one
  std::vector<std::size_t> others;   // the other inputs: C sources, objects
  std::string output;                // -o; empty: the compiler chooses
  bool writes_depfile = false;       // -MD or -MMD
  std::string depfile;               // -MF; empty: the compiler chooses
};

// True and `*command` filled if `argv` (compiler first) compiles C++ sources; false: there is nothing to instrument
// (preprocessing, dependencies only, linking, another language, a precompiled header) and the compiler gets it as it
// is.
bool ReadCompileCommand(const Arguments& argv, CompileCommand* command);

// The same command for its `index`-th source alone, with the output and dependency file that the compiler would have
// chosen spelled out (the rewritten copy has another name than the source).
CompileCommand ForOneSource(const CompileCommand& command, std::size_t index);

// The command line for the other inputs alone; empty: there are none.
Arguments ForTheOthers(const CompileCommand& command);

// The command line again: launchers, compiler, arguments with the source replaced by `source`.
Arguments WithSource(const CompileCommand& command, const std::string& source);

// The arguments that say what the source means: without what names outputs, dependency files and phases.
Arguments MeaningArguments(const CompileCommand& command);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_INVOCATION_COMPILE_COMMAND_H_
