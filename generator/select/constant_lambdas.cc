// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/constant_lambdas.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/SourceManager.h>

#include "generator/clang_compat/default_argument.h"

namespace spansmith::generator {
namespace {

using Locations = std::set<unsigned>;

// Every lambda in a piece of the tree, and every one whose closure is mentioned there.
class Mentions : public clang::RecursiveASTVisitor<Mentions> {
 public:
  explicit Mentions(Locations* out) : out_(out) {}

  bool VisitExpr(clang::Expr* expression) {
    const clang::QualType type = expression->getType();
    const clang::CXXRecordDecl* record = type.isNull() ? nullptr : type.getNonReferenceType()->getAsCXXRecordDecl();
    if (record != nullptr && record->isLambda()) out_->insert(record->getLocation().getRawEncoding());
    return true;
  }
  bool VisitLambdaExpr(clang::LambdaExpr* lambda) {
    out_->insert(lambda->getLambdaClass()->getLocation().getRawEncoding());
    return true;
  }

 private:
  Locations* out_;
};

class Finder : public clang::RecursiveASTVisitor<Finder> {
 public:
  Finder(clang::ASTContext& context, Locations* out) : context_(context), mentions_(out) {}

  bool TraverseDecl(clang::Decl* declaration) {
    if (declaration == nullptr) return true;
    const bool holds_others =
        llvm::isa<clang::TranslationUnitDecl, clang::NamespaceDecl, clang::LinkageSpecDecl>(declaration);
    if (!holds_others && context_.getSourceManager().isInSystemHeader(declaration->getLocation())) return true;
    return RecursiveASTVisitor::TraverseDecl(declaration);
  }

  bool VisitFunctionDecl(clang::FunctionDecl* function) {
    if (function->isConstexprSpecified() || function->isConsteval()) Statement(function->getBody());
    return true;
  }
  bool VisitVarDecl(clang::VarDecl* variable) {
    clang::Expr* initialiser = variable->getInit();
    if (initialiser == nullptr) return true;
    if (variable->isConstexpr() || llvm::isa<clang::ParmVarDecl>(variable) ||
        variable->hasAttr<clang::ConstInitAttr>()) {
      Statement(initialiser);
    } else if (!llvm::isa<clang::LambdaExpr>(initialiser->IgnoreImplicit()) && !initialiser->isValueDependent() &&
               (!variable->isLocalVarDecl() || variable->isStaticLocal() || variable->getType().isConstQualified())) {
      Locations inside;
      Mentions(&inside).TraverseStmt(initialiser);
      if (!inside.empty() && variable->evaluateValue() != nullptr) Statement(initialiser);
    }
    return true;
  }
  bool VisitFieldDecl(clang::FieldDecl* field) {
    // A constant of a class that can have none evaluates nothing.
    const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(field->getParent());
    const bool literal =
        record == nullptr || record->isDependentContext() || !record->isCompleteDefinition() || record->isLiteral();
    if (literal) Statement(field->getInClassInitializer());
    Statement(field->getBitWidth());
    return true;
  }
  bool VisitEnumConstantDecl(clang::EnumConstantDecl* constant) { return Statement(constant->getInitExpr()); }
  bool VisitNonTypeTemplateParmDecl(clang::NonTypeTemplateParmDecl* parameter) {
    return Statement(DefaultArgumentOf(*parameter));
  }
  bool VisitStaticAssertDecl(clang::StaticAssertDecl* assertion) { return Statement(assertion->getAssertExpr()); }
  bool VisitConceptDecl(clang::ConceptDecl* declared) { return Statement(declared->getConstraintExpr()); }
  bool VisitConstantExpr(clang::ConstantExpr* expression) { return Statement(expression); }
  bool VisitCaseStmt(clang::CaseStmt* statement) {
    return Statement(statement->getLHS()) && Statement(statement->getRHS());
  }
  bool VisitIfStmt(clang::IfStmt* statement) { return !statement->isConstexpr() || Statement(statement->getCond()); }
  bool VisitCXXNoexceptExpr(clang::CXXNoexceptExpr* expression) { return Statement(expression->getOperand()); }
  bool VisitUnaryExprOrTypeTraitExpr(clang::UnaryExprOrTypeTraitExpr* expression) {
    return expression->isArgumentType() || Statement(expression->getArgumentExpr());
  }
  bool VisitRequiresExpr(clang::RequiresExpr* expression) { return Statement(expression); }
  bool VisitArrayTypeLoc(clang::ArrayTypeLoc type) { return Statement(type.getSizeExpr()); }
  // A closure type that can be constructed anew, wherever its name goes.
  bool VisitDecltypeTypeLoc(clang::DecltypeTypeLoc type) {
    return !context_.getLangOpts().CPlusPlus20 || Statement(type.getUnderlyingExpr());
  }
  bool TraverseTemplateArgumentLoc(const clang::TemplateArgumentLoc& argument) {
    if (argument.getArgument().getKind() == clang::TemplateArgument::Expression)
      Statement(argument.getSourceExpression());
    return RecursiveASTVisitor::TraverseTemplateArgumentLoc(argument);
  }

 private:
  bool Statement(clang::Stmt* statement) { return statement == nullptr || mentions_.TraverseStmt(statement); }

  clang::ASTContext& context_;
  Mentions mentions_;
};

}  // namespace

bool ConstantLambdas::Has(const clang::LambdaExpr& lambda) {
  if (!found_.has_value()) {
    Finder(context_, &found_.emplace()).TraverseDecl(context_.getTranslationUnitDecl());
  }
  return found_->count(lambda.getLambdaClass()->getLocation().getRawEncoding()) != 0;
}

}  // namespace spansmith::generator
