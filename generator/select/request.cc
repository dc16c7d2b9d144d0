// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/request.h"

#include <clang/AST/Decl.h>
#include <clang/AST/DeclCXX.h>

#include <array>
#include <string>

namespace spansmith::generator {
namespace {

// How to read the member off an object: "name" or "name()"; empty: no such public member, the bases' included.
std::string Member(const clang::CXXRecordDecl& record, llvm::StringRef name) {
  for (const clang::Decl* declaration : record.decls()) {
    const auto* member = llvm::dyn_cast<clang::NamedDecl>(declaration);
    if (member == nullptr || !member->getIdentifier() || member->getName() != name ||
        member->getAccess() != clang::AS_public) {
      continue;
    }
    if (llvm::isa<clang::FieldDecl>(member)) return name.str();
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(member);
    if (method != nullptr && method->isConst() && method->getMinRequiredArguments() == 0) return name.str() + "()";
  }
  for (const clang::CXXBaseSpecifier& base : record.bases()) {
    const clang::CXXRecordDecl* definition = base.getType()->getAsCXXRecordDecl();
    if (definition == nullptr || base.getAccessSpecifier() != clang::AS_public || !definition->hasDefinition())
      continue;
    std::string found = Member(*definition->getDefinition(), name);
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace

std::vector<Attribute> RequestAttributes(const clang::FunctionDecl& function) {
  for (const clang::ParmVarDecl* parameter : function.parameters()) {
    const clang::QualType type = parameter->getType().getNonReferenceType();
    const bool pointer = type->isPointerType();
    const clang::CXXRecordDecl* record = pointer ? type->getPointeeCXXRecordDecl() : type->getAsCXXRecordDecl();
    if (record == nullptr || !record->hasDefinition() || !parameter->getIdentifier()) continue;
    const std::string name = Member(*record->getDefinition(), "name");
    std::string name_space;
    for (const char* spelling : {"ns", "namespace_", "namespace_name"}) {
      if (name_space.empty()) name_space = Member(*record->getDefinition(), spelling);
    }
    if (name.empty() || name_space.empty()) continue;
    const std::string condition = pointer ? parameter->getName().str() + " != nullptr" : "";
    const std::string object = parameter->getName().str() + (pointer ? "->" : ".");
    return {{"k8s.namespace", {object + name_space, {}}, condition}, {"k8s.name", {object + name, {}}, condition}};
  }
  return {};
}

}  // namespace spansmith::generator
