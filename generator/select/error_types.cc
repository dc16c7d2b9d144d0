// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/error_types.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/CXXInheritance.h>
#include <clang/AST/Decl.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>

#include <algorithm>
#include <initializer_list>

namespace spansmith::generator {
namespace {

// All of these members, each by one of its names.
using Member = std::initializer_list<const char*>;
using Shape = std::initializer_list<Member>;

// The rows of runtime/include/spansmith/errors/: status.h, holders.h, error_code.h.
const std::initializer_list<Shape> kShapes = {
    {{"ok"}, {"code", "error_code", "status"}},
    {{"has_value", "hasValue", "value"}, {"error"}},
    {{"has_error"}, {"error"}},
    {{"IsSuccess"}, {"GetError"}},
    {{"value"}, {"category"}, {"message"}},
};
// What is an error whatever it holds: by its members and, since many a class has an error(), by its name.
const Shape kUnexpected = {{"error"}};
const std::initializer_list<const char*> kUnexpectedNames = {"unexpected", "failure"};

bool IsCallable(const clang::NamedDecl* declaration) {
  const clang::NamedDecl* underlying = declaration->getUnderlyingDecl();
  return llvm::isa<clang::CXXMethodDecl, clang::FunctionTemplateDecl>(underlying);
}

// The pattern of a template that is not instantiated here, whose members are known; else the class itself. Null: none.
const clang::CXXRecordDecl* RecordOf(clang::QualType type) {
  const clang::CXXRecordDecl* record = type->getAsCXXRecordDecl();
  if (record == nullptr) {
    if (const auto* injected = type->getAs<clang::InjectedClassNameType>()) {
      record = injected->getDecl();
    } else if (const auto* written = type->getAs<clang::TemplateSpecializationType>()) {
      const auto* described =
          llvm::dyn_cast_or_null<clang::ClassTemplateDecl>(written->getTemplateName().getAsTemplateDecl());
      if (described != nullptr) record = described->getTemplatedDecl();
    }
  }
  return record == nullptr ? nullptr : record->getDefinition();
}

// Whether the class, or one of its bases, has the member; a base that is not known may.
bool Has(const clang::ASTContext& context, const clang::CXXRecordDecl& record, const char* name) {
  const clang::DeclarationName identifier(&context.Idents.get(name));
  const auto own = [&](const clang::CXXRecordDecl& one) {
    for (const clang::NamedDecl* declaration : one.lookup(identifier)) {
      if (IsCallable(declaration)) return true;
    }
    return false;
  };
  if (own(record)) return true;
  for (const clang::CXXBaseSpecifier& base : record.bases()) {
    const clang::CXXRecordDecl* definition = RecordOf(base.getType());
    if (definition == nullptr || Has(context, *definition, name)) return true;
  }
  return false;
}

bool Fits(const clang::ASTContext& context, const clang::CXXRecordDecl& record, const Shape& shape) {
  for (const Member& member : shape) {
    bool found = false;
    for (const char* name : member) found = found || Has(context, record, name);
    if (!found) return false;
  }
  return true;
}

// The template that the type is made of; null: of none.
const clang::ClassTemplateDecl* TemplateOf(clang::QualType type) {
  if (const auto* record = type->getAsCXXRecordDecl()) {
    if (const auto* specialization = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(record))
      return specialization->getSpecializedTemplate()->getCanonicalDecl();
  }
  if (const auto* written = type->getAs<clang::TemplateSpecializationType>()) {
    const auto* described =
        llvm::dyn_cast_or_null<clang::ClassTemplateDecl>(written->getTemplateName().getAsTemplateDecl());
    return described == nullptr ? nullptr : described->getCanonicalDecl();
  }
  return nullptr;
}

clang::QualType Bare(clang::QualType type) { return type.getNonReferenceType().getUnqualifiedType(); }

// The first template argument, which holders call value_type; null: there is none.
clang::QualType FirstArgument(clang::QualType type) {
  if (const auto* record = type->getAsCXXRecordDecl()) {
    const auto* specialization = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(record);
    if (specialization != nullptr && specialization->getTemplateArgs().size() != 0 &&
        specialization->getTemplateArgs()[0].getKind() == clang::TemplateArgument::Type) {
      return specialization->getTemplateArgs()[0].getAsType();
    }
  }
  if (const auto* written = type->getAs<clang::TemplateSpecializationType>()) {
    const auto arguments = written->template_arguments();
    if (!arguments.empty() && arguments[0].getKind() == clang::TemplateArgument::Type) return arguments[0].getAsType();
  }
  return {};
}

template <typename Declaration>
const Declaration* Find(const clang::ASTContext& context, const clang::DeclContext& scope, const char* name) {
  for (const clang::NamedDecl* declaration : scope.lookup(clang::DeclarationName(&context.Idents.get(name)))) {
    if (const auto* found = llvm::dyn_cast<Declaration>(declaration)) return found;
  }
  return nullptr;
}

}  // namespace

ErrorTypes::ErrorTypes(const clang::ASTContext& context) : context_(context) {
  const auto* ours = Find<clang::NamespaceDecl>(context, *context.getTranslationUnitDecl(), "spansmith");
  if (ours != nullptr) traits_ = Find<clang::ClassTemplateDecl>(context, *ours, "ErrorTraits");
}

bool ErrorTypes::HasTraits(clang::QualType type) const {
  if (traits_ == nullptr) return false;
  for (const clang::ClassTemplateSpecializationDecl* one : traits_->specializations()) {
    const bool written = one->getSpecializationKind() == clang::TSK_ExplicitSpecialization;
    if (written && context_.hasSameUnqualifiedType(one->getTemplateArgs()[0].getAsType(), type)) return true;
  }
  llvm::SmallVector<clang::ClassTemplatePartialSpecializationDecl*, 4> partial;
  const_cast<clang::ClassTemplateDecl*>(traits_)->getPartialSpecializations(partial);
  for (const clang::ClassTemplatePartialSpecializationDecl* one : partial) {
    const clang::ClassTemplateDecl* about = TemplateOf(one->getTemplateArgs()[0].getAsType());
    // One by a condition may be about any type.
    if (about == nullptr ? type->isRecordType() || type->isEnumeralType() : about == TemplateOf(type)) return true;
  }
  return false;
}

bool ErrorTypes::MayBe(clang::QualType type) const {
  if (type->isReferenceType() || type->isVoidType() || type->isUndeducedType()) return false;
  type = Bare(type);
  if (HasTraits(type)) return true;
  const clang::CXXRecordDecl* record = RecordOf(type);
  if (record == nullptr) return type->isDependentType() && !type->isPointerType();
  for (const Shape& shape : kShapes) {
    if (Fits(context_, *record, shape)) return true;
  }
  return false;
}

bool ErrorTypes::MayBePart(clang::QualType type) const {
  type = Bare(type);
  if (type->isVoidType() || type->isDependentType()) return false;
  const clang::CXXRecordDecl* record = RecordOf(type);
  if (MayBe(type)) return true;
  const bool named =
      record != nullptr && std::any_of(kUnexpectedNames.begin(), kUnexpectedNames.end(),
                                       [&](auto* word) { return record->getName().contains_insensitive(word); });
  return named && Fits(context_, *record, kUnexpected);
}

bool ErrorTypes::IsValueOf(clang::QualType part, clang::QualType type) const {
  const clang::QualType value = FirstArgument(type);
  return !value.isNull() && context_.hasSameUnqualifiedType(Bare(part), value) && !MayBe(value);
}

bool ErrorTypes::ComesTooLate(clang::QualType type, const clang::FunctionDecl& function) const {
  if (traits_ == nullptr) return false;
  const clang::SourceManager& sources = context_.getSourceManager();
  for (const clang::ClassTemplateSpecializationDecl* one : traits_->specializations()) {
    if (one->getSpecializationKind() == clang::TSK_ExplicitSpecialization &&
        context_.hasSameUnqualifiedType(one->getTemplateArgs()[0].getAsType(), Bare(type)) &&
        sources.isBeforeInTranslationUnit(function.getLocation(), one->getLocation())) {
      return true;
    }
  }
  return false;
}

}  // namespace spansmith::generator
