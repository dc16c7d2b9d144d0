// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The real compiler's folder of builtin headers stands behind all others (frontend/clang_arguments.h) for what Clang
// has not (omp.h); of what both have, Clang's `#include_next` shall not come upon the other's.
#ifndef SPANSMITH_GENERATOR_FRONTEND_BUILTIN_HEADERS_H_
#define SPANSMITH_GENERATOR_FRONTEND_BUILTIN_HEADERS_H_

#include <llvm/Support/VirtualFileSystem.h>

#include <string>

#include "generator/invocation/compile_command.h"

namespace spansmith::generator {

// Whether it is a compiler's folder of builtin headers (stddef.h, immintrin.h): they use that compiler's own builtins.
bool IsBuiltinHeaders(const std::string& directory);

// The machine's files, but for those in other compilers' folders of builtin headers among the arguments' -isystem that
// Clang (-resource-dir) has too.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FilesForClang(const Arguments& arguments);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_BUILTIN_HEADERS_H_
