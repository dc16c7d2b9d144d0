// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// C++23 as the option -std is told of it. Moot once the minimum is 17, which knows it by that name.
#ifndef SPANSMITH_GENERATOR_CLANG_COMPAT_STANDARD_NAME_H_
#define SPANSMITH_GENERATOR_CLANG_COMPAT_STANDARD_NAME_H_

#include <llvm/Config/llvm-config.h>

#include <string>

namespace spansmith::generator {

inline std::string KnownToClang(const std::string& argument) {
#if LLVM_VERSION_MAJOR < 17
  if (argument == "-std=c++23") return "-std=c++2b";
  if (argument == "-std=gnu++23") return "-std=gnu++2b";
#endif
  return argument;
}

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_CLANG_COMPAT_STANDARD_NAME_H_
