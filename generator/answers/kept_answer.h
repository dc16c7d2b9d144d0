// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a compiler says of itself, kept in the cache (cache/cache.h). Such an answer depends on the compiler, its
// options, the environment and the current folder, and not on the source.
#ifndef SPANSMITH_GENERATOR_ANSWERS_KEPT_ANSWER_H_
#define SPANSMITH_GENERATOR_ANSWERS_KEPT_ANSWER_H_

#include <functional>
#include <string>
#include <vector>

#include "generator/invocation/compile_command.h"

namespace spansmith::generator {

// The answer that was kept, or what `ask` returns; empty: there is none, and none is kept. `question`: its name.
std::string KeptAnswer(const CompileCommand& command, const std::string& question,
                       const std::function<std::string()>& ask);

// The compiler's file, by PATH if it is named so; its name, if it is not found.
std::string CompilerFile(const CompileCommand& command);

// Appends the variables that compilers read beside their arguments.
void AddEnvironment(std::vector<std::string>* parts);

// The folders that the arguments name for headers, which the compiler passes over if they are not there.
std::vector<std::string> NamedFolders(const Arguments& arguments);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_ANSWERS_KEPT_ANSWER_H_
