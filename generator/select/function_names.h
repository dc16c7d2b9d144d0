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
class Decl;
class FunctionDecl;
class NamedDecl;
}  // namespace clang

namespace spansmith::generator {

// Whether it is a lambda's call operator.
bool IsLambda(const clang::Decl& declaration);

// "Reconcile", "EtcdReconciler" (a constructor), "~Pool", "operator==", "operator bool", "lambda".
std::string UnqualifiedName(const clang::NamedDecl& declaration);

// The same of its innermost class, or of the function around a lambda; empty: it is of none, or of one without a name.
std::string ClassName(const clang::FunctionDecl& function);

// What it is in, outermost first: namespaces, classes, and the functions around local classes.
std::vector<std::string> QualifiedName(const clang::NamedDecl& declaration);

// As a person would write it: with unnamed namespaces, and the parameters of functions around it.
std::string DisplayName(const clang::FunctionDecl& function);

// The namespaces alone.
std::vector<std::string> NamespaceOf(const clang::NamedDecl& declaration);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_FUNCTION_NAMES_H_
