// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the compiler's preprocessor would say of a source, where that can be told without running it (0.1 s with heavy
// headers): of one that alone has annotations, all of which every compiler sees.
#ifndef SPANSMITH_GENERATOR_REWRITE_FORESEEN_H_
#define SPANSMITH_GENERATOR_REWRITE_FORESEEN_H_

#include "generator/frontend/prefilter.h"
#include "generator/invocation/compile_command.h"

namespace spansmith::generator {

// False: the preprocessor must be asked. True: `*out` is what it would say, but for the number of annotations (1) and
// the includes (none), which the parse must tell; where it cannot, and for sites in headers, the preprocessor is asked
// then.
bool Foreseen(const CompileCommand& command, PrefilterResult* out);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_REWRITE_FORESEEN_H_
