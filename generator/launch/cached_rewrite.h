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

#include <string>

#include "generator/rewrite/rewrite.h"

namespace spansmith::generator {

// As Rewrite; `tool`: this program's own file.
Rewritten CachedRewrite(const CompileCommand& command, const RewriteOptions& options, const std::string& copy,
                        const std::string& tool);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_LAUNCH_CACHED_REWRITE_H_
