// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// compile_commands.json: how the build compiles a file.
#ifndef SPANSMITH_GENERATOR_FRONTEND_COMPILE_DATABASE_H_
#define SPANSMITH_GENERATOR_FRONTEND_COMPILE_DATABASE_H_

#include <string>
#include <vector>

#include "generator/process/process.h"

namespace spansmith::generator {

struct DatabaseCommand {
  std::string folder;   // where it runs
  Arguments arguments;  // the compiler first
};

// The commands of `build`/compile_commands.json that compile `file` (a path from the current folder). Empty: none, and
// `*problem` says why and what to do.
std::vector<DatabaseCommand> CommandsFor(const std::string& build, const std::string& file, std::string* problem);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_COMPILE_DATABASE_H_
