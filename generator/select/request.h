// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The request parameter of a reconcile function: where the object's namespace and name come from.
#ifndef SPANSMITH_GENERATOR_SELECT_REQUEST_H_
#define SPANSMITH_GENERATOR_SELECT_REQUEST_H_

#include <vector>

#include "generator/site/site.h"

namespace clang {
class FunctionDecl;
}  // namespace clang

namespace spansmith::generator {

// k8s.namespace and k8s.name from the first named parameter whose class has public members `name` and `ns`,
// `namespace_` or `namespace_name` (data, or const functions without parameters). Empty: there is none.
std::vector<Attribute> RequestAttributes(const clang::FunctionDecl& function);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_REQUEST_H_
