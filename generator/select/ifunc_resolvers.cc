// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/ifunc_resolvers.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/Mangle.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Lex/Preprocessor.h>

namespace spansmith::generator {
namespace {

class Finder : public clang::RecursiveASTVisitor<Finder> {
 public:
  explicit Finder(std::set<std::string>* names) : names_(names) {}

  bool TraverseStmt(clang::Stmt*) { return true; }
  bool VisitFunctionDecl(clang::FunctionDecl* function) {
    for (const auto* attribute : function->specific_attrs<clang::IFuncAttr>())
      names_->insert(attribute->getResolver().str());
    return true;
  }

 private:
  std::set<std::string>* names_;
};

}  // namespace

IfuncResolvers::IfuncResolvers(const clang::ASTContext& context, const clang::Preprocessor& preprocessor) {
  const clang::IdentifierTable& words = preprocessor.getIdentifierTable();
  if (words.find("ifunc") == words.end() && words.find("__ifunc__") == words.end()) return;
  Finder(&names_).TraverseDecl(context.getTranslationUnitDecl());
}

bool IfuncResolvers::Has(const clang::FunctionDecl& function) const {
  if (names_.empty() || function.isDependentContext()) return false;
  return names_.count(clang::ASTNameGenerator(function.getASTContext()).getName(&function)) != 0;
}

}  // namespace spansmith::generator
