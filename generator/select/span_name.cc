// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/span_name.h"

#include <clang/AST/Attr.h>
#include <clang/AST/Decl.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>

#include <algorithm>
#include <vector>

#include "generator/select/body.h"

namespace spansmith::generator {
namespace {

void AddTypeParameters(const clang::TemplateParameterList& list, std::vector<std::string>* names) {
  for (const clang::NamedDecl* parameter : list) {
    if (llvm::isa<clang::TemplateTypeParmDecl>(parameter) && !parameter->isParameterPack() &&
        !parameter->getName().empty())
      names->push_back(parameter->getName().str());
  }
}

// The function's own type parameters, and those of the classes around it: a friend's are those of the class it is
// written in.
std::vector<std::string> TypeParametersInScope(const clang::FunctionDecl& function) {
  std::vector<std::string> names;
  if (const clang::FunctionTemplateDecl* described = function.getDescribedFunctionTemplate())
    AddTypeParameters(*described->getTemplateParameters(), &names);
  const clang::DeclContext* context = function.getFriendObjectKind() == clang::Decl::FOK_None
                                          ? function.getDeclContext()
                                          : function.getLexicalDeclContext();
  for (; context != nullptr; context = context->getParent()) {
    const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(context);
    if (record == nullptr) continue;
    if (const clang::ClassTemplateDecl* described = record->getDescribedClassTemplate())
      AddTypeParameters(*described->getTemplateParameters(), &names);
  }
  return names;
}

// "; there are `T` and `U`".
std::string Listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out += (i == 0                  ? (names.size() == 1 ? "; there is `" : "; there are `")
            : i + 1 == names.size() ? " and `"
                                    : ", `") +
           names[i] + "`";
  return out;
}

bool ScopeOf(const clang::Decl& declaration, Site* site) {
  for (const auto* attribute : declaration.specific_attrs<clang::AnnotateAttr>()) {
    if (attribute->getAnnotation() != "spansmith:scope") continue;
    const clang::Expr* literal = nullptr;
    auto it = attribute->args_begin();
    if (it == attribute->args_end() || !LiteralText(*it, &site->scope, &literal)) continue;
    site->scope_version.clear();
    if (++it != attribute->args_end()) LiteralText(*it, &site->scope_version, &literal);
    return true;
  }
  return false;
}

}  // namespace

bool NameSpan(const clang::FunctionDecl& function, const std::string& mark, const std::string& text, Site* site,
              std::string* placeholder, std::string* reason) {
  site->name = text;
  if (mark == "reconcile") {
    site->role = Role::kReconcile;
    site->name = "Reconcile";
    site->object_kind = text;
  } else if (mark == "build") {
    site->role = Role::kBuild;
    site->name = "Build" + text;
  } else if (mark == "update_status") {
    site->role = Role::kUpdateStatus;
    site->name = "UpdateStatus";
    site->object_kind = text;
  }

  for (std::size_t at = 0; (at = text.find_first_of("{}", at)) != std::string::npos;) {
    const std::size_t close = text.find('}', at);
    *placeholder = "`" + text.substr(at, close == std::string::npos ? close : close - at + 1) + "`";
    if (text[at] == '}' || close == std::string::npos) {
      *reason = "its braces do not match";
      return false;
    }
    const std::string parameter = text.substr(at + 1, close - at - 1);
    if (!site->object_kind.empty()) {
      *reason = "only SPANSMITH_SPAN and SPANSMITH_BUILD take one";
      return false;
    }
    if (!site->kind_parameter.empty() && site->kind_parameter != parameter) {
      *reason = "it has `{" + site->kind_parameter + "}` already";
      return false;
    }
    const std::vector<std::string> known = TypeParametersInScope(function);
    if (std::find(known.begin(), known.end(), parameter) == known.end()) {
      *reason = "there is no such type template parameter here" + Listed(known);
      return false;
    }
    site->kind_parameter = parameter;
    at = close + 1;
  }
  return true;
}

void FindScope(const clang::FunctionDecl& function, Site* site) {
  if (ScopeOf(function, site)) return;
  for (const clang::DeclContext* context = function.getDeclContext(); context != nullptr;
       context = context->getParent()) {
    const clang::Decl* declaration = clang::Decl::castFromDeclContext(context);
    for (const clang::Decl* part : declaration->redecls()) {
      if (ScopeOf(*part, site)) return;
    }
  }
}

}  // namespace spansmith::generator
