// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/function_names.h"

#include <clang/AST/Decl.h>
#include <clang/AST/DeclCXX.h>

#include <algorithm>

namespace spansmith::generator {
namespace {

std::vector<std::string> Around(const clang::NamedDecl& declaration, bool namespaces_alone) {
  std::vector<std::string> out;
  for (const clang::DeclContext* context = declaration.getDeclContext(); context != nullptr;
       context = context->getParent()) {
    const auto* named = llvm::dyn_cast<clang::NamedDecl>(context);
    if (named == nullptr) continue;
    const auto* space = llvm::dyn_cast<clang::NamespaceDecl>(named);
    if (space != nullptr ? space->isAnonymousNamespace() || space->isInline() : namespaces_alone) continue;
    const std::string name = UnqualifiedName(*named);
    if (!name.empty()) out.push_back(name);
  }
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace

bool IsLambda(const clang::Decl& declaration) {
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&declaration);
  return method != nullptr && method->getParent()->isLambda() && method->getOverloadedOperator() == clang::OO_Call;
}

std::string UnqualifiedName(const clang::NamedDecl& declaration) {
  if (IsLambda(declaration)) return "lambda";
  // The names of these hold the class's template parameters, and a conversion's its type.
  if (llvm::isa<clang::CXXConstructorDecl, clang::CXXDestructorDecl>(declaration)) {
    const std::string name = UnqualifiedName(*llvm::cast<clang::CXXMethodDecl>(declaration).getParent());
    return llvm::isa<clang::CXXDestructorDecl>(declaration) ? "~" + name : name;
  }
  return declaration.getDeclName().getAsString();
}

std::string ClassName(const clang::FunctionDecl& function) {
  if (IsLambda(function)) {
    const clang::Decl* around = &function;
    while (around != nullptr && IsLambda(*around)) {
      const auto* closure = llvm::cast<clang::CXXRecordDecl>(around->getDeclContext());
      around = llvm::dyn_cast_or_null<clang::Decl>(closure->getParentFunctionOrMethod());
    }
    return around == nullptr ? "" : UnqualifiedName(*around->getAsFunction());
  }
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&function);
  return method == nullptr ? "" : UnqualifiedName(*method->getParent());
}

std::vector<std::string> QualifiedName(const clang::NamedDecl& declaration) {
  std::vector<std::string> out = Around(declaration, false);
  out.push_back(UnqualifiedName(declaration));
  return out;
}

std::string DisplayName(const clang::FunctionDecl& function) {
  if (!IsLambda(function)) return function.getQualifiedNameAsString();
  const clang::Decl* around = llvm::dyn_cast_or_null<clang::Decl>(
      llvm::cast<clang::CXXMethodDecl>(function).getParent()->getParentFunctionOrMethod());
  return (around == nullptr ? "" : DisplayName(*around->getAsFunction()) + "::") + "lambda";
}

std::vector<std::string> NamespaceOf(const clang::NamedDecl& declaration) { return Around(declaration, true); }

}  // namespace spansmith::generator
