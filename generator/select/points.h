// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Locations of the main file as points that an edit can use.
#ifndef SPANSMITH_GENERATOR_SELECT_POINTS_H_
#define SPANSMITH_GENERATOR_SELECT_POINTS_H_

#include <cstddef>
#include <optional>

#include "generator/site/site.h"

namespace clang {
class LangOptions;
class SourceLocation;
class SourceManager;
}  // namespace clang

namespace spansmith::generator {

// Nothing if the location is not written in the main file itself (it comes out of a macro, or another file).
std::optional<Point> PointAt(const clang::SourceManager& sources, clang::SourceLocation location);

// The point `offset` bytes into the main file.
Point PointAtOffset(const clang::SourceManager& sources, std::size_t offset);

// One past the `;` that is the next token at `offset`; nothing if another token is.
std::optional<Point> AfterSemicolon(const clang::SourceManager& sources, const clang::LangOptions& language,
                                    std::size_t offset);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_POINTS_H_
