// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Arguments as attributes of the entry: SPANSMITH_ARGS and the rule files' `arguments`. A name is one of a parameter,
// or `all`: every parameter that can be read without harm, which one that is to be written (an lvalue reference that is
// not const) or that may point at anything (a pointer) cannot, and whose type can be an attribute's value.
#ifndef SPANSMITH_GENERATOR_SELECT_ARGUMENTS_H_
#define SPANSMITH_GENERATOR_SELECT_ARGUMENTS_H_

#include <string>
#include <vector>

#include "generator/site/site.h"

namespace clang {
class FunctionDecl;
}  // namespace clang

namespace spansmith::generator {

// Adds what `name` says; a parameter that has its attribute already is passed over. `annotated`: the declaration whose
// names of the parameters are meant, and make the keys; `definition` itself for rules. `place`: of the name. The
// result: why the definition has no such argument, in words; empty: it has.
std::string AddArguments(const clang::FunctionDecl& definition, const clang::FunctionDecl& annotated,
                         const std::string& name, const Place& place, std::vector<Attribute>* attributes);

// "a, b": the names of its parameters, for messages; "none". The one that may have been meant by `word` is named
// besides.
std::string ParameterNames(const clang::FunctionDecl& function, const std::string& word);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_ARGUMENTS_H_
