// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/arguments.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Decl.h>

#include <algorithm>
#include <string_view>

#include "generator/rulefile/nearest.h"

namespace spansmith::generator {
namespace {

std::string KeyOf(const std::string& parameter) { return "code.argument." + parameter; }

// Whether it may be read at entry, whatever the caller passes.
bool IsReadable(const clang::ParmVarDecl& parameter) {
  const clang::QualType type = parameter.getType();
  if (type->isLValueReferenceType() && !type.getNonReferenceType().isConstQualified()) return false;
  if (const auto* reference = type->getAs<clang::RValueReferenceType>();
      reference != nullptr && reference->getPointeeType()->isTemplateTypeParmType()) {
    return false;  // a forwarding reference: perhaps to an lvalue
  }
  const clang::QualType value = type.getNonReferenceType();
  return !parameter.isParameterPack() && !value.isVolatileQualified() && !value->isAnyPointerType() &&
         !value->isMemberPointerType() && !value->isFunctionType() && !value->isArrayType() && !value->isNullPtrType();
}

}  // namespace

std::string AddArguments(const clang::FunctionDecl& definition, const clang::FunctionDecl& annotated,
                         const std::string& name, const Place& place, std::vector<Attribute>* attributes) {
  std::string reason = name == "all" ? "" : "there is none of that name";
  for (unsigned i = 0; i < std::min(definition.getNumParams(), annotated.getNumParams()); ++i) {
    const clang::ParmVarDecl& parameter = *definition.getParamDecl(i);
    const std::string defined = parameter.getName().str();
    const std::string there = annotated.getParamDecl(i)->getName().str();
    const std::string& called = there.empty() ? defined : there;
    if (name != called && name != "all") continue;
    if (name == "all" && (defined.empty() || !IsReadable(parameter))) continue;
    if (parameter.isParameterPack()) return "it is a parameter pack";
    if (defined.empty()) return "the definition gives it no name";
    reason.clear();
    const auto known = std::find_if(attributes->begin(), attributes->end(),
                                    [&](const Attribute& a) { return a.key == KeyOf(called); });
    if (known != attributes->end()) {
      known->if_value = known->if_value && name == "all";
      continue;
    }
    // Without a place the text is the tool's own, which is not renamed.
    attributes->push_back(
        {KeyOf(called),
         {name == "all" || there.empty() ? defined : there, name == "all" || there.empty() ? Place{} : place},
         {},
         name == "all"});
  }
  return reason;
}

std::string ParameterNames(const clang::FunctionDecl& function, const std::string& word) {
  std::string out;
  std::vector<std::string_view> names;
  for (const clang::ParmVarDecl* parameter : function.parameters()) {
    const llvm::StringRef name = parameter->getName();
    if (name.empty()) continue;
    out += (out.empty() ? "" : ", ") + name.str();
    names.emplace_back(name.data(), name.size());
  }
  if (out.empty()) return "none";
  const bool known = std::find(names.begin(), names.end(), word) != names.end();
  return out + (known || word.empty() ? "" : DidYouMean(word, names));
}

}  // namespace spansmith::generator
