// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/returns.h"
#include "generator/clang_compat/deduced_type.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/QualTypeNames.h>
#include <clang/AST/Stmt.h>
#include <clang/Lex/Lexer.h>

#include "generator/select/error_types.h"
#include "generator/select/points.h"

namespace spansmith::generator {

const clang::ValueDecl* ReturnedVariable(const clang::Expr& written) {
  const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(written.IgnoreParens());
  if (reference == nullptr) return nullptr;
  const clang::ValueDecl* declaration = reference->getDecl();
  return llvm::isa<clang::VarDecl, clang::BindingDecl>(declaration) ? declaration : nullptr;
}

bool CanMove(clang::QualType type) {
  const clang::CXXRecordDecl* record = type->getAsCXXRecordDecl();
  if (record == nullptr) return true;
  if (!record->hasDefinition()) return false;
  for (const clang::CXXConstructorDecl* constructor : record->ctors()) {
    // Of several, told apart by constraints as std::expected's, the one that this type has.
    if (constructor->isMoveConstructor() && !constructor->isIneligibleOrNotSelected())
      return !constructor->isDeleted() && constructor->getAccess() == clang::AS_public;
  }
  return record->needsImplicitMoveConstructor() && !record->defaultedMoveConstructorIsDeleted();
}

std::string TypeText(clang::QualType type, const clang::ASTContext& context) {
  clang::PrintingPolicy policy(context.getLangOpts());
  policy.SuppressUnwrittenScope = true;
  policy.adjustForCPlusPlus();
  return clang::TypeName::getFullyQualifiedName(WhatIsDeduced(type, context), context, policy,
                                                /*WithGlobalNsPrefix=*/true);
}

namespace {

// Whether evaluating the expression leaves temporaries that die at the end of the statement.
bool LeavesTemporaries(const clang::Stmt& statement) {
  if (llvm::isa<clang::ExprWithCleanups, clang::MaterializeTemporaryExpr, clang::CXXBindTemporaryExpr>(statement)) {
    return true;
  }
  for (const clang::Stmt* child : statement.children()) {
    if (child != nullptr && LeavesTemporaries(*child)) return true;
  }
  return false;
}

// Whether the return's conversion begins with a move out of the named local ([class.copy.elision]).
bool MovesImplicitly(const clang::Stmt& statement) {
  if (const auto* cast = llvm::dyn_cast<clang::ImplicitCastExpr>(&statement);
      cast != nullptr && cast->isXValue() && cast->getCastKind() == clang::CK_NoOp) {
    return true;
  }
  for (const clang::Stmt* child : statement.children()) {
    if (child != nullptr && MovesImplicitly(*child)) return true;
  }
  return false;
}

// Whether that move is one by a constructor that takes a base of the local, which rvalues of the local itself do not
// mean before C++20 ([class.copy.elision]/3).
bool MovesIntoBase(const clang::Expr& value, const clang::ValueDecl& named) {
  const clang::CXXRecordDecl* local = named.getType().getNonReferenceType()->getAsCXXRecordDecl();
  const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(value.IgnoreImplicit());
  if (local == nullptr || made == nullptr || made->getConstructor()->getNumParams() == 0) return false;
  const clang::CXXRecordDecl* taken =
      made->getConstructor()->getParamDecl(0)->getType().getNonReferenceType()->getAsCXXRecordDecl();
  return taken != nullptr && local->hasDefinition() && taken->getCanonicalDecl() != local->getCanonicalDecl() &&
         local->isDerivedFrom(taken);
}

// Whether the type, as printed, can stand in front of a variable's name: a pointer or reference to a function or an
// array cannot, unless it has a name of its own.
bool CanSpell(clang::QualType type) {
  if (llvm::isa<clang::TypedefType, clang::UsingType>(type.getTypePtr())) return true;
  const clang::QualType pointee = type->getPointeeType();
  if (pointee.isNull()) return true;
  if (type->isMemberPointerType()) return false;
  if (llvm::isa<clang::TypedefType, clang::UsingType>(pointee.getTypePtr())) return true;
  return !pointee->isFunctionType() && !pointee->isArrayType() && CanSpell(pointee);
}

// Whether the expression names a member at an address that a reference may not bind to.
bool IsPackedMember(const clang::Expr& expression) {
  const auto* member = llvm::dyn_cast<clang::MemberExpr>(expression.IgnoreParens());
  if (member == nullptr) return false;
  const auto* field = llvm::dyn_cast<clang::FieldDecl>(member->getMemberDecl());
  return (field != nullptr &&
          (field->hasAttr<clang::PackedAttr>() || field->getParent()->hasAttr<clang::PackedAttr>())) ||
         IsPackedMember(*member->getBase());
}

bool IsComma(const clang::Expr& written) {
  if (const auto* binary = llvm::dyn_cast<clang::BinaryOperator>(&written)) return binary->isCommaOp();
  const auto* call = llvm::dyn_cast<clang::CXXOperatorCallExpr>(&written);
  return call != nullptr && call->getOperator() == clang::OO_Comma;
}

// A return type `decltype(auto)` is deduced from the very words of the returned expression.
bool IsDecltypeAuto(const clang::FunctionDecl& function) {
  const auto* deduced = function.getDeclaredReturnType()->getContainedAutoType();
  return deduced != nullptr && deduced->isDecltypeAuto();
}

// A return type that is still to be deduced, of `auto` alone or of a lambda that says none: in a template. It will be
// the returned variable's own type.
bool IsPlainAuto(clang::QualType returned) {
  const auto* deduced = llvm::dyn_cast<clang::AutoType>(returned.getTypePtr());
  return deduced != nullptr && deduced->getDeducedType().isNull() && !deduced->isDecltypeAuto();
}

// What is written behind the `return`. Before C++17 the move that compilers leave out stands around it, at the
// `return`.
clang::SourceRange WrittenRange(const clang::Expr& value, clang::SourceLocation returns) {
  const clang::Expr* written = &value;
  while (written->getBeginLoc() == returns) {
    const auto* move = llvm::dyn_cast<clang::CXXConstructExpr>(written->IgnoreImplicit());
    if (move == nullptr || move->getNumArgs() == 0) break;
    written = move->getArg(0);
  }
  return written->getSourceRange();
}

// Where the statement and its value stand; nothing: a part of it comes out of a macro.
std::optional<ReturnStatement> PlaceReturn(const clang::ASTContext& context, const clang::ReturnStmt& statement) {
  const clang::SourceManager& sources = context.getSourceManager();
  const clang::LangOptions& language = context.getLangOpts();
  const clang::Expr& value = *statement.getRetValue();
  ReturnStatement out;
  const std::optional<Point> begin = PointAt(sources, statement.getReturnLoc());
  const clang::CharSourceRange range = clang::Lexer::makeFileCharRange(
      clang::CharSourceRange::getTokenRange(WrittenRange(value, statement.getReturnLoc())), sources, language);
  const std::optional<Point> value_begin = range.isValid() ? PointAt(sources, range.getBegin()) : std::nullopt;
  const std::optional<Point> value_end = range.isValid() ? PointAt(sources, range.getEnd()) : std::nullopt;
  const std::optional<Point> end =
      value_end.has_value() ? AfterSemicolon(sources, language, range.getEnd()) : std::nullopt;
  if (!begin || !value_begin || !value_end || !end || value_begin->offset < begin->offset ||
      begin->file != value_begin->file) {
    return std::nullopt;
  }
  out.begin = *begin;
  out.value_begin = *value_begin;
  out.value_end = *value_end;
  out.end = *end;
  out.value_text = clang::Lexer::getSourceText(range, sources, language).str();
  return out;
}

bool IsBraced(const ReturnStatement& statement) {
  return !statement.value_text.empty() && statement.value_text.front() == '{';
}

}  // namespace

std::optional<ReturnStatement> ChooseReturnForm(const clang::ASTContext& context, const clang::FunctionDecl& function,
                                                const clang::ReturnStmt& statement, std::string* refusal) {
  const clang::LangOptions& language = context.getLangOpts();
  const clang::Expr* value = statement.getRetValue();
  if (value == nullptr) {
    *refusal = "it returns no value";
    return std::nullopt;
  }
  std::optional<ReturnStatement> placed = PlaceReturn(context, statement);
  if (!placed.has_value()) {
    *refusal = "a part of it comes out of a macro";
    return std::nullopt;
  }
  ReturnStatement& out = *placed;

  const clang::QualType returned = function.getReturnType();
  const bool braced = IsBraced(out);
  const clang::Expr& written = *value->IgnoreUnlessSpelledInSource();
  const clang::ValueDecl* named = braced ? nullptr : ReturnedVariable(written);
  const bool is_of_type =
      !braced &&
      context.hasSameUnqualifiedType((named != nullptr ? named->getType() : written.getType()).getNonReferenceType(),
                                     returned.getNonReferenceType());
  const bool same_type = is_of_type || (named != nullptr && IsPlainAuto(returned));

  if (named != nullptr && same_type && !named->getType().isVolatileQualified()) {
    out.form = ReturnForm::kNamed;
    return out;
  }
  // Where the expression alone depends, it is converted to a type that is known; but which local it moves from is not.
  if (returned->isDependentType() || returned->isUndeducedType() || (written.isTypeDependent() && named != nullptr)) {
    *refusal =
        "the returned type depends on a template parameter, where only `return variable;` of that very type can be "
        "seen";
    return std::nullopt;
  }
  out.comma = !braced && IsComma(written);
  if (returned->isReferenceType()) {
    out.form = ReturnForm::kReference;
    out.type = CanSpell(returned)                  ? TypeText(returned, context)
               : returned->isRValueReferenceType() ? "auto&&"
                                                   : "auto&";
    if (!CanSpell(returned) && !same_type) {
      *refusal = "its type cannot be written in front of a name";
      return std::nullopt;
    }
    out.rvalue_reference = returned->isRValueReferenceType();
    return out;
  }
  if (same_type && returned->isRecordType() && written.isGLValue() && !LeavesTemporaries(written) &&
      !IsPackedMember(written) && !IsDecltypeAuto(function)) {
    out.form = ReturnForm::kReference;
    out.type = written.isXValue() ? "auto&&" : "auto&";
    out.rvalue_reference = written.isXValue();
    return out;
  }
  if (!CanMove(returned)) {
    *refusal = "its value is a temporary of a type that cannot be moved";
    return std::nullopt;
  }
  out.form = ReturnForm::kValue;
  const bool decays = !braced && context.hasSameType(written.getType()->canDecayToPointerType()
                                                         ? context.getDecayedType(written.getType())
                                                         : written.getType(),
                                                     returned);
  if (!CanSpell(returned) && !decays) {
    *refusal = "its type cannot be written in front of a name";
    return std::nullopt;
  }
  const bool has_it = (same_type && written.isPRValue()) || !CanSpell(returned);
  out.type = has_it ? "auto" : TypeText(returned.getUnqualifiedType(), context);
  out.implicit_move = named != nullptr && MovesImplicitly(*value);
  out.into_base = out.implicit_move && !language.CPlusPlus20 && MovesIntoBase(*value, *named);
  if (out.implicit_move && named->getType()->isReferenceType() && !language.CPlusPlus20) {
    *refusal = "it converts out of an rvalue reference, which compilers do in two ways before C++20";
    return std::nullopt;
  }
  return out;
}

std::optional<ReturnStatement> ChooseErrorForm(const clang::ASTContext& context, const ErrorTypes& types,
                                               const clang::FunctionDecl& function,
                                               const clang::ReturnStmt& statement) {
  if (statement.getRetValue() == nullptr) return std::nullopt;
  std::optional<ReturnStatement> out = PlaceReturn(context, statement);
  if (!out.has_value()) return std::nullopt;
  const clang::QualType returned = function.getReturnType();
  if (!IsBraced(*out)) {
    const clang::Expr& written = *statement.getRetValue()->IgnoreUnlessSpelledInSource();
    const clang::ValueDecl* named = ReturnedVariable(written);
    const clang::QualType type = (named != nullptr ? named->getType() : written.getType()).getNonReferenceType();
    if (!context.hasSameUnqualifiedType(type, returned)) {
      if (types.IsValueOf(type, returned)) return std::nullopt;
      // What is converted says whether it is an error before it is: the conversion stays as it is.
      if (types.MayBePart(type) && !type.isVolatileQualified() && !IsPackedMember(written)) {
        out->form = named != nullptr ? ReturnForm::kNamed : ReturnForm::kPassed;
        out->part = true;
        return out;
      }
    }
  }
  std::string refusal;
  return ChooseReturnForm(context, function, statement, &refusal);
}

}  // namespace spansmith::generator
