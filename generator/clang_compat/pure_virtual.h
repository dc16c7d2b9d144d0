// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Whether `= 0` stands on a function. Moot once the minimum is 18, which calls it so.
#ifndef SPANSMITH_GENERATOR_CLANG_COMPAT_PURE_VIRTUAL_H_
#define SPANSMITH_GENERATOR_CLANG_COMPAT_PURE_VIRTUAL_H_

#include <clang/AST/Decl.h>
#include <llvm/Config/llvm-config.h>

namespace spansmith::generator {

inline bool IsPureVirtual(const clang::FunctionDecl& function) {
#if LLVM_VERSION_MAJOR >= 18
  return function.isPureVirtual();
#else
  return function.isPure();
#endif
}

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_CLANG_COMPAT_PURE_VIRTUAL_H_
