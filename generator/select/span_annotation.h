// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a span annotation on a function asks for: its role, name and options.
#ifndef SPANSMITH_GENERATOR_SELECT_SPAN_ANNOTATION_H_
#define SPANSMITH_GENERATOR_SELECT_SPAN_ANNOTATION_H_

#include <vector>

#include "generator/diagnostics/diagnostic.h"
#include "generator/frontend/annotation_use.h"
#include "generator/select/annotation_names.h"
#include "generator/select/use_index.h"
#include "generator/site/site.h"

namespace clang {
class AnnotateAttr;
class FunctionDecl;
}  // namespace clang

namespace spansmith::generator {

// The attribute, its row, and where it was written.
struct SpanAnnotation {
  const clang::AnnotateAttr* attribute = nullptr;
  const clang::FunctionDecl* declaration = nullptr;  // that it stands on
  const AnnotationName* name = nullptr;
  const AnnotationUse* use = nullptr;
};

// Adds it to the site of `function`, a definition. False: refused, and said in `*diagnostics`.
bool ReadSpanAnnotation(const clang::FunctionDecl& function, const SpanAnnotation& span, UseIndex* index, Site* site,
                        std::vector<Diagnostic>* diagnostics);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_SPAN_ANNOTATION_H_
