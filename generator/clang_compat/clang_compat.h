// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The only place that tests an LLVM version: what differs between the releases we build with (16 and later; Debian 12
// has 19), each with the version that makes it moot. `scripts/check` forbids such a test elsewhere.
#ifndef SPANSMITH_GENERATOR_CLANG_COMPAT_CLANG_COMPAT_H_
#define SPANSMITH_GENERATOR_CLANG_COMPAT_CLANG_COMPAT_H_

#include <llvm/Config/llvm-config.h>

static_assert(LLVM_VERSION_MAJOR >= 16, "Spansmith's generator needs LLVM 16 or later");

// The last parameters of PPCallbacks::InclusionDirective. Moot once the minimum is 19.
#if LLVM_VERSION_MAJOR >= 19
#define SPANSMITH_INCLUSION_DIRECTIVE_TAIL const clang::Module*, bool, clang::SrcMgr::CharacteristicKind
#else
#define SPANSMITH_INCLUSION_DIRECTIVE_TAIL const clang::Module*, clang::SrcMgr::CharacteristicKind
#endif

#endif  // SPANSMITH_GENERATOR_CLANG_COMPAT_CLANG_COMPAT_H_
