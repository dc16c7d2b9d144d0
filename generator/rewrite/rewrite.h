// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One source, from its command line to its rewritten text: prefilter, parse, select, transform, emit. Writes nothing.
#ifndef SPANSMITH_GENERATOR_REWRITE_REWRITE_H_
#define SPANSMITH_GENERATOR_REWRITE_REWRITE_H_

#include <string>

#include "generator/rewritten/rewritten.h"

namespace spansmith::generator {

// `command`: of one source (ForOneSource). `copy`: where the caller will write the text.
Rewritten Rewrite(const CompileCommand& command, const RewriteOptions& options, const std::string& copy);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_REWRITE_REWRITE_H_
