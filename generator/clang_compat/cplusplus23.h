// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Whether the language is C++23 or later. Moot once the minimum is 17, which calls it so.
#ifndef SPANSMITH_GENERATOR_CLANG_COMPAT_CPLUSPLUS23_H_
#define SPANSMITH_GENERATOR_CLANG_COMPAT_CPLUSPLUS23_H_

#include <clang/Basic/LangOptions.h>
#include <llvm/Config/llvm-config.h>

namespace spansmith::generator {

inline bool IsCPlusPlus23(const clang::LangOptions& language) {
#if LLVM_VERSION_MAJOR >= 17
  return language.CPlusPlus23;
#else
  return language.CPlusPlus2b;
#endif
}

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_CLANG_COMPAT_CPLUSPLUS23_H_
