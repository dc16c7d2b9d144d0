// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/carry.h"

#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/RecursiveASTVisitor.h>

#include <algorithm>

#include "generator/select/check_uses.h"

namespace spansmith::generator {
namespace {

class Mention : public clang::RecursiveASTVisitor<Mention> {
 public:
  explicit Mention(const clang::ParmVarDecl& parameter) : parameter_(parameter) {}
  bool VisitDeclRefExpr(clang::DeclRefExpr* reference) { return reference->getDecl() != &parameter_; }

 private:
  const clang::ParmVarDecl& parameter_;
};

// Whether an initialiser in front of the constructor's body uses the parameter: it may be gone when the body begins.
bool UsedBeforeBody(const clang::FunctionDecl& function, const clang::ParmVarDecl& parameter) {
  const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(&function);
  if (constructor == nullptr) return false;
  return std::any_of(constructor->init_begin(), constructor->init_end(), [&](clang::CXXCtorInitializer* initializer) {
    return initializer->isWritten() && !Mention(parameter).TraverseStmt(initializer->getInit());
  });
}

// Whether `type` is a template parameter of the function itself, so that `type&&` takes lvalues too.
bool IsDeducedHere(const clang::FunctionDecl& function, clang::QualType type) {
  const auto* parameter = type->getAs<clang::TemplateTypeParmType>();
  const clang::FunctionTemplateDecl* described = function.getDescribedFunctionTemplate();
  return parameter != nullptr && described != nullptr &&
         parameter->getDepth() == described->getTemplateParameters()->getDepth();
}

// A type that holds any callable has a constructor template; one that does not hold any has none, as a rule. What is
// not known yet is the compiler's to check (injected::Carry).
bool MayHoldCallables(clang::QualType type) {
  if (type->isDependentType()) return true;
  const clang::CXXRecordDecl* record = type->getAsCXXRecordDecl();
  if (record == nullptr) return false;
  if (!record->hasDefinition()) return true;
  const auto& declarations = record->getDefinition()->decls();
  return std::any_of(declarations.begin(), declarations.end(), [](const clang::Decl* declaration) {
    const auto* described = llvm::dyn_cast<clang::FunctionTemplateDecl>(declaration);
    return llvm::isa<clang::ConstructorUsingShadowDecl>(declaration) ||
           (described != nullptr && llvm::isa<clang::CXXConstructorDecl>(described->getTemplatedDecl()));
  });
}

constexpr llvm::StringLiteral kLinked = "spansmith:carry_linked";

bool IsCarryMark(const clang::AnnotateAttr& attribute) {
  return attribute.getAnnotation() == "spansmith:carry" || attribute.getAnnotation() == kLinked;
}

// The declaration that was written.
const clang::FunctionDecl& Written(const clang::FunctionDecl& function) {
  const clang::FunctionDecl* pattern = function.getTemplateInstantiationPattern();
  return pattern != nullptr ? *pattern : function;
}

// Why the function cannot wrap it; empty: it can.
std::string WrongType(const clang::FunctionDecl& function, const clang::ParmVarDecl& parameter) {
  const clang::QualType type = parameter.getType();
  const clang::QualType value = type.getNonReferenceType();
  if (parameter.isParameterPack()) return "it is a pack";
  if (type->isLValueReferenceType()) return "it is a reference to an object that stays the caller's";
  if (type->isRValueReferenceType() && IsDeducedHere(function, value)) {
    return "it is a forwarding reference, whose type is the callable's own";
  }
  if (value.isConstQualified()) return "it is const";
  if (!MayHoldCallables(value)) return "its type can hold no other callable";
  return {};
}

}  // namespace

bool IsCarriedAtCalls(const clang::FunctionDecl& function, unsigned index) {
  const clang::ParmVarDecl& parameter = *function.getParamDecl(index);
  const clang::QualType value = parameter.getType().getNonReferenceType();
  if (parameter.isParameterPack() || function.getOverloadedOperator() != clang::OO_None) return false;
  if (IsDeducedHere(function, value)) return !parameter.getType()->isLValueReferenceType() || value.isConstQualified();
  return parameter.getType()->isLValueReferenceType() && value.isConstQualified() && MayHoldCallables(value);
}

std::vector<CarriedAtCalls> CarriesAtCalls(const clang::FunctionDecl& callee) {
  std::vector<CarriedAtCalls> out;
  const clang::FunctionDecl& function = Written(callee);
  for (unsigned i = 0; i < function.getNumParams(); ++i) {
    if (!IsCarriedAtCalls(function, i)) continue;
    for (const clang::FunctionDecl* declaration : function.redecls()) {
      const clang::AnnotateAttr* found = nullptr;
      for (const auto* attribute : declaration->getParamDecl(i)->specific_attrs<clang::AnnotateAttr>()) {
        if (IsCarryMark(*attribute)) found = attribute;
      }
      if (found == nullptr) continue;
      out.push_back({i, found->getAnnotation() == kLinked});
      break;
    }
  }
  return out;
}

std::vector<CarriedParameter> CarriedParameters(const clang::FunctionDecl& function, UseIndex* index) {
  std::vector<CarriedParameter> out;
  for (const clang::FunctionDecl* declaration : function.redecls()) {
    for (unsigned i = 0; i < declaration->getNumParams(); ++i) {
      for (const auto* attribute : declaration->getParamDecl(i)->specific_attrs<clang::AnnotateAttr>()) {
        if (!IsCarryMark(*attribute)) continue;
        const AnnotationUse* use = index->Find(attribute->getLocation());
        const bool known = std::any_of(out.begin(), out.end(), [&](const CarriedParameter& p) { return p.index == i; });
        if (use != nullptr && !known) out.push_back({i, use});
      }
    }
  }
  std::sort(out.begin(), out.end(),
            [](const CarriedParameter& a, const CarriedParameter& b) { return a.index < b.index; });
  return out;
}

std::optional<Diagnostic> RefuseCarry(const clang::FunctionDecl& function, const CarriedParameter& parameter) {
  const clang::ParmVarDecl& declaration = *function.getParamDecl(parameter.index);
  if (declaration.getIdentifier() == nullptr) return At(*parameter.use, 41, {});
  const std::string name = declaration.getName().str();
  const std::string wrong = WrongType(function, declaration);
  if (!wrong.empty()) return At(*parameter.use, 33, {name, wrong});
  if (UsedBeforeBody(function, declaration)) return At(*parameter.use, 35, {name});
  return std::nullopt;
}

std::string WhyNotCarried(const clang::FunctionDecl& function, unsigned index) {
  const clang::ParmVarDecl& declaration = *function.getParamDecl(index);
  const std::string wrong = WrongType(function, declaration);
  if (!wrong.empty()) return wrong;
  return UsedBeforeBody(function, declaration) ? "the constructor uses it before its body begins" : "";
}

}  // namespace spansmith::generator
