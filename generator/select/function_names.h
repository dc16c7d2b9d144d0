// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A function's name as rule files know it: without template arguments, unnamed and inline namespaces.
#ifndef SPANSMITH_GENERATOR_SELECT_FUNCTION_NAMES_H_
#define SPANSMITH_GENERATOR_SELECT_FUNCTION_NAMES_H_

#include <string>
#include <vector>

namespace clang {
class DeclContext;
class FunctionDecl;
class NamedDecl;
}  // namespace clang

namespace spansmith::generator {

// "Reconcile", "EtcdReconciler" (a constructor), "~Pool", "operator==", "operator bool".
std::string UnqualifiedName(const clang::NamedDecl& declaration);

// The same of its innermost class; empty: it is of none, or of one without a name.
std::string ClassName(const clang::FunctionDecl& function);

// What it is in, outermost first: namespaces, classes, and the functions around local classes.
std::vector<std::string> QualifiedName(const clang::NamedDecl& declaration);

// The namespaces alone.
std::vector<std::string> NamespaceOf(const clang::NamedDecl& declaration);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_FUNCTION_NAMES_H_
