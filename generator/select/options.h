// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The options of a span annotation or of SPANSMITH_EVENT, out of the strings that their macros left in the tree.
#ifndef SPANSMITH_GENERATOR_SELECT_OPTIONS_H_
#define SPANSMITH_GENERATOR_SELECT_OPTIONS_H_

#include <string>
#include <vector>

#include "generator/diagnostics/diagnostic.h"
#include "generator/frontend/annotation_use.h"
#include "generator/select/annotation_names.h"
#include "generator/select/body.h"
#include "generator/select/use_index.h"

namespace spansmith::generator {

struct Option {
  const AnnotationName* name = nullptr;
  std::vector<std::string> values;     // the strings behind its mark
  const AnnotationUse* use = nullptr;  // the outer annotation's, if it has none of its own
};

// The options among `strings` from the second on (the first is the annotation's name), checked for SM013 and SM030.
// False: one is wrong, and said in `*diagnostics`.
bool ReadOptions(const MarkedStrings& strings, const AnnotationName& outer, const AnnotationUse& outer_use,
                 UseIndex* index, std::vector<Option>* options, std::vector<Diagnostic>* diagnostics);

// "SPANSMITH_ATTR, SPANSMITH_KIND or SPANSMITH_ROOT": what `outer` has.
std::string OptionsOf(const AnnotationName& outer);

// The expression where it was written; where a macro of the user's wrote it, its text at that macro.
Expression ExpressionOf(const AnnotationUse& use, const AnnotationName& name, const std::string& text);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_OPTIONS_H_
