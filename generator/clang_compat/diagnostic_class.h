// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Whether a diagnostic is a warning by its nature, whatever it was made by an option or a pragma.
#ifndef SPANSMITH_GENERATOR_CLANG_COMPAT_DIAGNOSTIC_CLASS_H_
#define SPANSMITH_GENERATOR_CLANG_COMPAT_DIAGNOSTIC_CLASS_H_

#include <clang/Basic/Diagnostic.h>
#include <llvm/Config/llvm-config.h>

namespace spansmith::generator {

// `kind` is no note's.
inline bool IsWarningByNature(const clang::DiagnosticsEngine& diagnostics, unsigned kind) {
#if LLVM_VERSION_MAJOR >= 20  // moot once that is the minimum
  return diagnostics.getDiagnosticIDs()->isWarningOrExtension(kind);
#else
  return diagnostics.getDiagnosticIDs()->isBuiltinWarningOrExtension(kind);
#endif
}

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_CLANG_COMPAT_DIAGNOSTIC_CLASS_H_
