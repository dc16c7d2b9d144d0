// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Listens to the preprocessor for what includes what; and reads the include directives that it skips, because another
// compiler may not.
#ifndef SPANSMITH_GENERATOR_FRONTEND_INCLUDE_TRACKER_H_
#define SPANSMITH_GENERATOR_FRONTEND_INCLUDE_TRACKER_H_

#include <memory>

#include "generator/frontend/include_graph.h"
#include "generator/frontend/parse.h"

namespace clang {
class FileID;
class LangOptions;
class PPCallbacks;
class Preprocessor;
class SourceManager;
}  // namespace clang

namespace spansmith::generator {

// Callbacks that fill `*graph`; both arguments outlive them. To be made before the main file is entered.
std::unique_ptr<clang::PPCallbacks> TrackIncludes(clang::Preprocessor& preprocessor, IncludeGraph* graph);

// The text of an entered file, and every quoted file name in its directives, skipped ones too.
EnteredText ReadEntered(const clang::Preprocessor& preprocessor, unsigned key);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_INCLUDE_TRACKER_H_
