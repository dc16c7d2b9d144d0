// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/allocation_functions.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace spansmith::generator {
namespace {

constexpr clang::OverloadedOperatorKind kOperators[] = {clang::OO_New, clang::OO_Array_New, clang::OO_Delete,
                                                        clang::OO_Array_Delete};
constexpr const char* kNames[] = {"malloc",       "free",          "calloc",         "realloc",
                                  "reallocarray", "aligned_alloc", "posix_memalign", "memalign",
                                  "valloc",       "pvalloc",       "cfree",          "malloc_usable_size"};

// What a body calls, constructors and destructors of its variables among it; a lambda's calls are its function's.
class Callees : public clang::RecursiveASTVisitor<Callees> {
 public:
  std::vector<const clang::FunctionDecl*> found;

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool VisitCallExpr(clang::CallExpr* call) { return Add(call->getDirectCallee()); }
  bool VisitCXXConstructExpr(clang::CXXConstructExpr* call) { return Add(call->getConstructor()); }
  bool VisitVarDecl(clang::VarDecl* variable) {
    const clang::CXXRecordDecl* record = variable->getType()->getAsCXXRecordDecl();
    return record == nullptr || !record->hasDefinition() || Add(record->getDestructor());
  }

 private:
  bool Add(const clang::FunctionDecl* function) {
    if (function != nullptr) found.push_back(function);
    return true;
  }
};

// As it is written: of an instantiation, the template's.
const clang::FunctionDecl* Written(const clang::FunctionDecl* function) {
  const clang::FunctionDecl* pattern = function->getTemplateInstantiationPattern();
  return (pattern == nullptr ? function : pattern)->getCanonicalDecl();
}

}  // namespace

AllocationFunctions::AllocationFunctions(clang::ASTContext& context) {
  std::vector<const clang::FunctionDecl*> open;
  const auto look_up = [&](clang::DeclarationName name) {
    for (const clang::NamedDecl* found : context.getTranslationUnitDecl()->lookup(name)) {
      const clang::FunctionDecl* function = found->getAsFunction();
      if (function != nullptr && function->isDefined()) open.push_back(function);
    }
  };
  for (const auto kind : kOperators) look_up(context.DeclarationNames.getCXXOperatorName(kind));
  for (const char* name : kNames) look_up(&context.Idents.get(name));
  while (!open.empty()) {
    const clang::FunctionDecl* function = open.back();
    open.pop_back();
    const clang::FunctionDecl* definition = nullptr;
    const clang::Stmt* body = function->getBody(definition);
    const bool is_new = functions_.insert(Written(function)).second;
    if (body == nullptr || !is_new) continue;
    Callees callees;
    callees.TraverseDecl(const_cast<clang::FunctionDecl*>(definition));
    open.insert(open.end(), callees.found.begin(), callees.found.end());
  }
}

bool AllocationFunctions::Has(const clang::FunctionDecl& function) const {
  for (const auto kind : kOperators) {
    if (function.getOverloadedOperator() == kind) return true;
  }
  return functions_.count(function.getCanonicalDecl()) != 0;
}

bool DefinesClassAllocation(const clang::DeclContext& context) {
  for (const clang::Decl* declaration : context.decls()) {
    if (const auto* of_template = llvm::dyn_cast<clang::TemplateDecl>(declaration))
      declaration = of_template->getTemplatedDecl();
    if (const auto* method = llvm::dyn_cast_or_null<clang::CXXMethodDecl>(declaration)) {
      const auto kind = method->getOverloadedOperator();
      const bool allocates = std::find(std::begin(kOperators), std::end(kOperators), kind) != std::end(kOperators);
      if (allocates && method->doesThisDeclarationHaveABody()) return true;
      continue;
    }
    if (declaration == nullptr ||
        !llvm::isa<clang::NamespaceDecl, clang::LinkageSpecDecl, clang::RecordDecl>(declaration))
      continue;
    if (DefinesClassAllocation(*llvm::cast<clang::DeclContext>(declaration))) return true;
  }
  return false;
}

}  // namespace spansmith::generator
