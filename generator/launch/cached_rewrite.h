// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Rewrite, or what it came to last time. The key holds all that is known before any file is read: the tool, the
// compiler, the command, the folder, the options, the texts of the source and of the rule files, the environment that
// compilers read. The files that were entered are the result's inputs. As with every such cache, a file that was looked
// for and was not there is not among them: a header put in front of another of its name is seen when something else
// changes.
#ifndef SPANSMITH_GENERATOR_LAUNCH_CACHED_REWRITE_H_
#define SPANSMITH_GENERATOR_LAUNCH_CACHED_REWRITE_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "generator/rewritten/rewritten.h"

namespace spansmith::generator {

// Makes what is not known. `copy`: where the caller will write the text. Nothing: this program cannot (the one in front
// has no Clang).
using Maker = std::function<std::optional<Rewritten>(const CompileCommand& command, const RewriteOptions& options,
                                                     const std::string& copy)>;

// `tools`: the program's own files.
std::optional<Rewritten> CachedRewrite(const CompileCommand& command, const RewriteOptions& options,
                                       const std::string& copy, const std::vector<std::string>& tools,
                                       const Maker& make);

// For the program in front: a source that cannot have an annotation, told without a preprocessor (generator/glance);
// nothing: it may have one, or there are rules. What the compiler says of its search path is kept in the cache.
std::optional<Rewritten> WithoutAnnotation(const CompileCommand& command, const RewriteOptions& options);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_LAUNCH_CACHED_REWRITE_H_
