// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Locations of the source file and its headers as points that an edit can use.
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

// Nothing if the location is not written in a file itself (it comes out of a macro).
std::optional<Point> PointAt(const clang::SourceManager& sources, clang::SourceLocation location);

// `offset` bytes into the file that `in_file`, a location written in it, belongs to.
clang::SourceLocation LocationAt(const clang::SourceManager& sources, clang::SourceLocation in_file,
                                 std::size_t offset);

// One past the token at the location; nothing if that is not written in a file itself.
std::optional<Point> AfterToken(const clang::SourceManager& sources, const clang::LangOptions& language,
                                clang::SourceLocation token);

// One past the `;` that is the next token at the location, one written in a file; nothing if another token is.
std::optional<Point> AfterSemicolon(const clang::SourceManager& sources, const clang::LangOptions& language,
                                    clang::SourceLocation location);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_POINTS_H_
