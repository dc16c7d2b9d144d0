// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A g++ or clang++ command line -> the command line with which Clang's library parses the same file, with the headers
// of the real compiler.
#ifndef SPANSMITH_GENERATOR_FRONTEND_CLANG_ARGUMENTS_H_
#define SPANSMITH_GENERATOR_FRONTEND_CLANG_ARGUMENTS_H_

#include "generator/invocation/compile_command.h"

namespace spansmith::generator {

// What makes annotations visible; among ClangArguments'.
inline constexpr char kGeneratorMacro[] = "-D__SPANSMITH_GENERATOR__=1";

// `search_directories`: where the real compiler looks for <...> (frontend/prefilter.h); its builtin headers among them
// are replaced by Clang's, and come last for what Clang has not (frontend/builtin_headers.h). Not empty, they stand for
// the command's own -I, -isystem and -idirafter too. Options that Clang does not know, and those that say nothing of
// the meaning (warnings, debug information, profiling, link-time optimisation), are dropped; the unknown ones go to
// `*unknown`.
//
// `target`: what the real compiler compiles for (frontend/prefilter.h): another machine than this one is Clang's target
// too, unless the command names one itself.
Arguments ClangArguments(const CompileCommand& command, const Arguments& search_directories, const std::string& target,
                         Arguments* unknown);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_CLANG_ARGUMENTS_H_
