// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A template parameter's default argument, which has changed its type.
#ifndef SPANSMITH_GENERATOR_CLANG_COMPAT_DEFAULT_ARGUMENT_H_
#define SPANSMITH_GENERATOR_CLANG_COMPAT_DEFAULT_ARGUMENT_H_

#include <clang/AST/DeclTemplate.h>
#include <llvm/Config/llvm-config.h>

namespace spansmith::generator {

// The default argument as it is written; null: there is none. Before 19 no visitor comes to it as an argument.
inline clang::Expr* DefaultArgumentOf(const clang::NonTypeTemplateParmDecl& parameter) {
  if (!parameter.hasDefaultArgument()) return nullptr;
#if LLVM_VERSION_MAJOR >= 19  // moot once that is the minimum
  const clang::TemplateArgumentLoc& argument = parameter.getDefaultArgument();
  return argument.getArgument().getKind() == clang::TemplateArgument::Expression ? argument.getSourceExpression()
                                                                                 : nullptr;
#else
  return parameter.getDefaultArgument();
#endif
}

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_CLANG_COMPAT_DEFAULT_ARGUMENT_H_
