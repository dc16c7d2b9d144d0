// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// CMake's precompiled header, where its text has something to change: it is made as it is, for whoever else uses it,
// and once more of the header's copy, beside that. A source with spans includes the copy (Rewritten::forced) and so has
// the second one where it is there and fits, and else the copy's text.
#ifndef SPANSMITH_GENERATOR_LAUNCH_PRECOMPILED_H_
#define SPANSMITH_GENERATOR_LAUNCH_PRECOMPILED_H_

#include <optional>

#include "generator/invocation/precompile_command.h"
#include "generator/launch/cached_rewrite.h"

namespace spansmith::generator {

// As Launch. Says nothing of the text itself: each source that includes it does.
std::optional<int> LaunchPrecompiled(const PrecompileCommand& command, const RewriteOptions& options,
                                     const Arguments& tools, const Maker& make);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_LAUNCH_PRECOMPILED_H_
