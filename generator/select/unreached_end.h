// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Ends of bodies that no path leads to, though it takes more than the last statement to see it (`if (true) return x;`).
// g++ does not see it of a body with a guard, and would say at -O0 that control reaches the end (-Wreturn-type).
#ifndef SPANSMITH_GENERATOR_SELECT_UNREACHED_END_H_
#define SPANSMITH_GENERATOR_SELECT_UNREACHED_END_H_

#include <optional>

#include "generator/site/site.h"

namespace clang {
class FunctionDecl;
class SourceManager;
}  // namespace clang

namespace spansmith::generator {

// The closing brace of such a body, of a function that returns something; else nothing.
std::optional<Point> UnreachedEnd(const clang::SourceManager& sources, const clang::FunctionDecl& function);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_UNREACHED_END_H_
