// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What `auto` and `decltype(auto)` stand for, to be spelled: clang::TypeName of 22 leaves the names in it as they are,
// unqualified. Moot if a later one does not.
#ifndef SPANSMITH_GENERATOR_CLANG_COMPAT_DEDUCED_TYPE_H_
#define SPANSMITH_GENERATOR_CLANG_COMPAT_DEDUCED_TYPE_H_

#include <clang/AST/ASTContext.h>
#include <clang/AST/Type.h>
#include <llvm/Config/llvm-config.h>

namespace spansmith::generator {

inline clang::QualType WhatIsDeduced(clang::QualType type, [[maybe_unused]] const clang::ASTContext& context) {
#if LLVM_VERSION_MAJOR >= 22
  if (const auto* deduced = llvm::dyn_cast<clang::DeducedType>(type.getTypePtr());
      deduced != nullptr && !deduced->getDeducedType().isNull())
    return context.getQualifiedType(deduced->getDeducedType(), type.getLocalQualifiers());
#endif
  return type;
}

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_CLANG_COMPAT_DEDUCED_TYPE_H_
