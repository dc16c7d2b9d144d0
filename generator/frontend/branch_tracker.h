// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Listens to the preprocessor for the branches that it takes and skips in the user's files.
#ifndef SPANSMITH_GENERATOR_FRONTEND_BRANCH_TRACKER_H_
#define SPANSMITH_GENERATOR_FRONTEND_BRANCH_TRACKER_H_

#include <memory>

#include "generator/frontend/branches.h"

namespace clang {
class PPCallbacks;
class SourceManager;
}  // namespace clang

namespace spansmith::generator {

// Callbacks that fill `*branches`; both arguments outlive them. To be made before the main file is entered.
std::unique_ptr<clang::PPCallbacks> TrackBranches(const clang::SourceManager& sources, Branches* branches);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_BRANCH_TRACKER_H_
