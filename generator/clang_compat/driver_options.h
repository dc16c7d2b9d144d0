// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The table of Clang's options, which has moved between releases: OPT_... in `options`, and a parser for the command
// line of `clang++` itself (not of clang-cl, flang or cc1).
#ifndef SPANSMITH_GENERATOR_CLANG_COMPAT_DRIVER_OPTIONS_H_
#define SPANSMITH_GENERATOR_CLANG_COMPAT_DRIVER_OPTIONS_H_

#include <llvm/Config/llvm-config.h>
#include <llvm/Option/ArgList.h>
#include <llvm/Option/OptTable.h>

#include <vector>

// Moot once the minimum is 22.
#if LLVM_VERSION_MAJOR >= 22
#include <clang/Options/Options.h>
#else
#include <clang/Driver/Options.h>
#endif

namespace spansmith::generator {

#if LLVM_VERSION_MAJOR >= 22
namespace options = clang::options;
inline const llvm::opt::OptTable& DriverOptions() { return clang::getDriverOptTable(); }
#else
namespace options = clang::driver::options;
inline const llvm::opt::OptTable& DriverOptions() { return clang::driver::getDriverOptTable(); }
#endif

// `raw` outlives the result.
inline llvm::opt::InputArgList ParseDriverArguments(const std::vector<const char*>& raw) {
  unsigned missing_index = 0;
  unsigned missing_count = 0;
#if LLVM_VERSION_MAJOR >= 17  // moot once that is the minimum
  return DriverOptions().ParseArgs(raw, missing_index, missing_count, llvm::opt::Visibility(options::ClangOption));
#else
  return DriverOptions().ParseArgs(raw, missing_index, missing_count, 0,
                                   options::CLOption | options::DXCOption | options::CLDXCOption |
                                       options::FlangOnlyOption | options::NoDriverOption);
#endif
}

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_CLANG_COMPAT_DRIVER_OPTIONS_H_
