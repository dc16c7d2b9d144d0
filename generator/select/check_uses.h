// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What is wrong with annotations can mostly be told from their text alone, and must be: a misplaced option does not
// parse. So this looks at the uses, without the tree.
#ifndef SPANSMITH_GENERATOR_SELECT_CHECK_USES_H_
#define SPANSMITH_GENERATOR_SELECT_CHECK_USES_H_

#include <vector>

#include "generator/diagnostics/diagnostic.h"
#include "generator/frontend/annotation_use.h"

namespace spansmith::generator {

// SM010, SM013 to SM017, SM031: options outside an annotation, unknown options and kinds, missing names, keys and
// expressions, a `result` that a macro hides.
std::vector<Diagnostic> CheckUses(const std::vector<AnnotationUse>& uses);

// A diagnostic at a use.
Diagnostic At(const AnnotationUse& use, unsigned number, std::vector<std::string> arguments);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_CHECK_USES_H_
