// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/call_parts.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/CXXInheritance.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>

#include <algorithm>

namespace spansmith::generator {
namespace {

const clang::FunctionDecl* FunctionOf(const clang::NamedDecl* declaration) {
  return declaration->getUnderlyingDecl()->getAsFunction();
}

std::vector<const clang::Expr*> Written(llvm::ArrayRef<const clang::Expr*> arguments) {
  std::vector<const clang::Expr*> out;
  for (const clang::Expr* argument : arguments) {
    if (llvm::isa<clang::CXXDefaultArgExpr>(argument) || llvm::isa<clang::PackExpansionExpr>(argument)) break;
    out.push_back(argument->IgnoreImplicitAsWritten());
  }
  return out;
}

bool Takes(const clang::FunctionDecl& function, std::size_t arguments) {
  if (arguments < function.getMinRequiredArguments()) return false;
  const unsigned most = function.getNumParams();
  return arguments <= most || function.isVariadic() ||
         (most != 0 && function.getParamDecl(most - 1)->isParameterPack());
}

// Whether an argument of an enumeration's type meets a parameter of that type: what tells std::async's two apart, whose
// other arguments are anything.
bool TakesItsEnum(const clang::FunctionDecl& function, const std::vector<const clang::Expr*>& arguments) {
  for (unsigned i = 0; i < std::min<std::size_t>(arguments.size(), function.getNumParams()); ++i) {
    const clang::QualType given = arguments[i]->getType();
    if (given.isNull() || given->isDependentType() || !given->isEnumeralType()) continue;
    const clang::QualType taken = function.getParamDecl(i)->getType().getNonReferenceType().getUnqualifiedType();
    if (taken.getCanonicalType() == given.getCanonicalType().getUnqualifiedType()) return true;
  }
  return false;
}

// The overloads that the arguments may mean.
template <typename Declarations>
std::vector<const clang::FunctionDecl*> Candidates(const Declarations& declarations,
                                                   const std::vector<const clang::Expr*>& arguments,
                                                   std::size_t written) {
  std::vector<const clang::FunctionDecl*> out;
  for (const clang::NamedDecl* declaration : declarations) {
    const clang::FunctionDecl* function = FunctionOf(declaration);
    if (function != nullptr && Takes(*function, written)) out.push_back(function);
  }
  const auto takes = [&](const clang::FunctionDecl* function) { return TakesItsEnum(*function, arguments); };
  if (std::any_of(out.begin(), out.end(), takes)) std::erase_if(out, [&](const auto* f) { return !takes(f); });
  return out;
}

std::vector<const clang::NamedDecl*> Constructors(clang::QualType type) {
  std::vector<const clang::NamedDecl*> out;
  const clang::CXXRecordDecl* record = type.isNull() ? nullptr : type->getAsCXXRecordDecl();
  if (record == nullptr || !record->hasDefinition() || record->isDependentContext()) return out;
  for (const clang::Decl* declaration : record->getDefinition()->decls()) {
    const auto* described = llvm::dyn_cast<clang::FunctionTemplateDecl>(declaration);
    const bool constructor =
        llvm::isa<clang::CXXConstructorDecl>(declaration) ||
        (described != nullptr && llvm::isa<clang::CXXConstructorDecl>(described->getTemplatedDecl()));
    if (constructor) out.push_back(llvm::cast<clang::NamedDecl>(declaration));
  }
  return out;
}

CallParts::Object ObjectOf(bool implicit, bool arrow) {
  if (implicit) return CallParts::Object::kImplicit;
  return arrow ? CallParts::Object::kPointer : CallParts::Object::kReference;
}

clang::QualType Pointee(clang::QualType type) {
  if (type.isNull()) return type;
  type = type.getNonReferenceType();
  return type->isPointerType() ? type->getPointeeType() : type;
}

}  // namespace

std::optional<CallParts> PartsOf(const clang::CallExpr& call) {
  if (llvm::isa<clang::CXXOperatorCallExpr, clang::UserDefinedLiteral>(call)) return std::nullopt;
  CallParts out;
  out.arguments = Written(llvm::ArrayRef(call.getArgs(), call.getNumArgs()));
  out.begin = call.getBeginLoc();
  out.last = call.getRParenLoc();
  const clang::Expr* callee = call.getCallee()->IgnoreParenImpCasts();
  if (const auto* named = llvm::dyn_cast<clang::DeclRefExpr>(callee)) {
    out.callee = named->getBeginLoc();
    out.name = named->getLocation();
    out.template_arguments = named->hasExplicitTemplateArgs();
  } else if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(callee)) {
    out.object = ObjectOf(member->isImplicitAccess(), member->isArrow());
    out.object_type = Pointee(member->getBase()->getType());
    out.callee = member->isImplicitAccess() ? member->getBeginLoc() : member->getOperatorLoc();
    out.name = member->getMemberLoc();
    out.template_arguments = member->hasExplicitTemplateArgs();
  } else if (const auto* lookup = llvm::dyn_cast<clang::UnresolvedLookupExpr>(callee)) {
    out.callee = lookup->getBeginLoc();
    out.name = lookup->getNameLoc();
    out.template_arguments = lookup->hasExplicitTemplateArgs();
    out.callees = Candidates(lookup->decls(), out.arguments, call.getNumArgs());
  } else if (const auto* open = llvm::dyn_cast<clang::UnresolvedMemberExpr>(callee)) {
    out.object = ObjectOf(open->isImplicitAccess(), open->isArrow());
    out.object_type = Pointee(open->getBaseType());
    out.callee = open->isImplicitAccess() ? open->getBeginLoc() : open->getOperatorLoc();
    out.name = open->getMemberLoc();
    out.template_arguments = open->hasExplicitTemplateArgs();
    out.callees = Candidates(open->decls(), out.arguments, call.getNumArgs());
  } else {
    return std::nullopt;
  }
  if (const auto* in_parens = llvm::dyn_cast<clang::ParenExpr>(call.getCallee()->IgnoreImpCasts());
      in_parens != nullptr && out.object == CallParts::Object::kNone) {
    out.parens = in_parens->getRParen();
  }
  if (const clang::FunctionDecl* direct = call.getDirectCallee()) out.callees = {direct};
  // A static member is called like a function of no object, whatever stands before it.
  const auto* method = out.callees.empty() ? nullptr : llvm::dyn_cast<clang::CXXMethodDecl>(out.callees.front());
  if (method != nullptr && method->isStatic() && out.object == CallParts::Object::kImplicit)
    out.object = CallParts::Object::kNone;
  if (out.callees.empty()) return std::nullopt;
  return out;
}

std::optional<CallParts> PartsOf(const clang::CXXConstructExpr& call) {
  if (call.isElidable() || call.getParenOrBraceRange().isInvalid()) return std::nullopt;
  CallParts out;
  out.constructs = true;
  out.callees = {call.getConstructor()};
  out.arguments = Written(llvm::ArrayRef(call.getArgs(), call.getNumArgs()));
  out.begin = out.callee = out.name = call.getBeginLoc();
  out.last = call.getParenOrBraceRange().getEnd();
  return out;
}

std::optional<CallParts> PartsOf(const clang::CXXUnresolvedConstructExpr& call) {
  CallParts out;
  out.constructs = true;
  const std::vector<const clang::Expr*> arguments(call.arg_begin(), call.arg_end());
  out.arguments = Written(arguments);
  out.callees = Candidates(Constructors(call.getTypeAsWritten()), out.arguments, arguments.size());
  out.begin = out.callee = out.name = call.getBeginLoc();
  out.last = call.getEndLoc();
  if (out.callees.empty()) return std::nullopt;
  return out;
}

std::optional<CallParts> PartsOf(const clang::VarDecl& variable) {
  const auto* list = llvm::dyn_cast_or_null<clang::ParenListExpr>(variable.getInit());
  if (list == nullptr) return std::nullopt;
  CallParts out;
  out.constructs = true;
  std::vector<const clang::Expr*> arguments;
  for (unsigned i = 0; i < list->getNumExprs(); ++i) arguments.push_back(list->getExpr(i));
  out.arguments = Written(arguments);
  out.callees = Candidates(Constructors(variable.getType()), out.arguments, arguments.size());
  out.begin = out.callee = out.name = variable.getLocation();
  out.last = list->getRParenLoc();
  if (out.callees.empty()) return std::nullopt;
  return out;
}

bool MayBeCallable(clang::QualType type) {
  if (type.isNull() || type->isDependentType()) return true;
  type = type.getNonReferenceType();
  if (type->isFunctionType() || type->isFunctionPointerType() || type->isMemberPointerType() ||
      type->isBlockPointerType()) {
    return true;
  }
  const clang::CXXRecordDecl* record = type->getAsCXXRecordDecl();
  if (record == nullptr || !record->hasDefinition()) return false;
  const clang::DeclarationName call = record->getASTContext().DeclarationNames.getCXXOperatorName(clang::OO_Call);
  const auto has = [&](const clang::CXXRecordDecl* one) { return !one->getDefinition()->lookup(call).empty(); };
  return has(record) || !record->getDefinition()->forallBases(
                            [&](const clang::CXXRecordDecl* base) { return !base->hasDefinition() || !has(base); });
}

bool MayBeCopied(clang::QualType type) {
  const clang::CXXRecordDecl* record = type.isNull() ? nullptr : type->getAsCXXRecordDecl();
  if (record == nullptr || !record->hasDefinition() || record->isDependentContext()) return true;
  record = record->getDefinition();
  const bool declared = record->hasUserDeclaredCopyConstructor();
  if (!declared && (record->hasUserDeclaredMoveConstructor() || record->hasUserDeclaredMoveAssignment())) return false;
  for (const clang::CXXConstructorDecl* constructor : record->ctors()) {
    if (constructor->isCopyConstructor() && constructor->isDeleted()) return false;
  }
  if (declared) return true;
  return std::all_of(record->field_begin(), record->field_end(),
                     [](const clang::FieldDecl* field) {
                       return field->getType()->isReferenceType() || MayBeCopied(field->getType());
                     }) &&
         std::all_of(record->bases_begin(), record->bases_end(),
                     [](const clang::CXXBaseSpecifier& base) { return MayBeCopied(base.getType()); });
}

}  // namespace spansmith::generator
