// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Lets the user's files see the predefined macros of the real compiler, where that is another than Clang, so that their
// conditions are answered as it answers them; system headers go on seeing Clang's, without which Clang cannot parse
// them.
#ifndef SPANSMITH_GENERATOR_FRONTEND_COMPILER_VIEW_H_
#define SPANSMITH_GENERATOR_FRONTEND_COMPILER_VIEW_H_

#include <memory>

#include "generator/frontend/predefined_macros.h"
#include "generator/process/process.h"

namespace clang {
class PPCallbacks;
class Preprocessor;
}  // namespace clang

namespace spansmith::generator {

// What the callbacks need on Clang's command line.
Arguments ViewArguments(const PredefinedMacros& macros);

// Both arguments outlive the callbacks. To be made before the main file is entered.
std::unique_ptr<clang::PPCallbacks> SeeAsCompiler(clang::Preprocessor& preprocessor, const PredefinedMacros& macros);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_COMPILER_VIEW_H_
