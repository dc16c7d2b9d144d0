// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The name of a span from its annotation, its placeholder, and the scope that holds for a function.
#ifndef SPANSMITH_GENERATOR_SELECT_SPAN_NAME_H_
#define SPANSMITH_GENERATOR_SELECT_SPAN_NAME_H_

#include <string>

#include "generator/site/site.h"

namespace clang {
class FunctionDecl;
}  // namespace clang

namespace spansmith::generator {

// Sets role, name, object_kind and kind_parameter from the annotation's mark ("reconcile") and its first argument.
// False: the placeholder is wrong; then `*placeholder` and `*reason` are SM021's arguments.
bool NameSpan(const clang::FunctionDecl& function, const std::string& mark, const std::string& text, Site* site,
              std::string* placeholder, std::string* reason);

// Sets scope and scope_version from the innermost SPANSMITH_SCOPE: the function, its classes, its namespaces (any of a
// namespace's parts that the file sees).
void FindScope(const clang::FunctionDecl& function, Site* site);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_SPAN_NAME_H_
