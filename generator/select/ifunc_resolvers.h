// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Resolvers of ifuncs (GCC manual, "Common Function Attributes"): the dynamic linker calls them while it relocates the
// program, when nothing of another library can be called yet.
#ifndef SPANSMITH_GENERATOR_SELECT_IFUNC_RESOLVERS_H_
#define SPANSMITH_GENERATOR_SELECT_IFUNC_RESOLVERS_H_

#include <set>
#include <string>

namespace clang {
class ASTContext;
class FunctionDecl;
class Preprocessor;
}  // namespace clang

namespace spansmith::generator {

class IfuncResolvers {
 public:
  // Looks at every declaration, once, if the source has the word at all.
  IfuncResolvers(const clang::ASTContext& context, const clang::Preprocessor& preprocessor);

  bool Has(const clang::FunctionDecl& function) const;

 private:
  std::set<std::string> names_;  // mangled
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_IFUNC_RESOLVERS_H_
