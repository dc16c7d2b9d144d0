// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a compile writes beside its object. A file that cannot be written is said on standard error (SM002).
#ifndef SPANSMITH_GENERATOR_LAUNCH_OUTPUTS_H_
#define SPANSMITH_GENERATOR_LAUNCH_OUTPUTS_H_

#include <vector>

#include "generator/invocation/compile_command.h"
#include "generator/launch/depfile.h"
#include "generator/rewritten/rewritten.h"

namespace spansmith::generator {

// After a compile that worked. A dependency file that cannot be patched must not be believed: it goes, with a message
// and false. `inputs`: the tool's own files and the rule files.
bool FixDepfile(const CompileCommand& command, const std::vector<Respelling>& respellings, const Arguments& inputs);

// The headers' copies. A copy that is there already says the same, or its name would differ; but who knows who wrote it
// last.
bool WriteHeaders(const Rewritten& rewritten);

// What a changed one of makes another object of the same source, beside what the compiler reads. `tools`: the program's
// own files.
Arguments InputsOf(const RewriteOptions& options, const Arguments& tools);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_LAUNCH_OUTPUTS_H_
