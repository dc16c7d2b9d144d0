// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What each option of a span annotation does to its site.
//
// To add one: a row in annotation_names.h, a row and its function in span_options.cc, a case under
// tests/generator/cases/.
#ifndef SPANSMITH_GENERATOR_SELECT_SPAN_OPTIONS_H_
#define SPANSMITH_GENERATOR_SELECT_SPAN_OPTIONS_H_

#include <vector>

#include "generator/diagnostics/diagnostic.h"
#include "generator/select/options.h"
#include "generator/site/site.h"

namespace clang {
class FunctionDecl;
}  // namespace clang

namespace spansmith::generator {

// `macro`: the annotation's, for messages; `annotated`: the declaration of `function` that it stands on. False:
// refused, and said in `*diagnostics`.
bool ApplySpanOptions(const std::vector<Option>& options, const std::string& macro, const clang::FunctionDecl& function,
                      const clang::FunctionDecl& annotated, Site* site, std::vector<Diagnostic>* diagnostics);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_SPAN_OPTIONS_H_
