// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/points.h"

#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>

#include "generator/frontend/annotation_tracker.h"

namespace spansmith::generator {

std::optional<Point> PointAt(const clang::SourceManager& sources, clang::SourceLocation location) {
  if (location.isInvalid() || location.isMacroID() || !sources.isWrittenInMainFile(location)) return std::nullopt;
  return Point{sources.getFileOffset(location), PlaceOf(sources, location)};
}

Point PointAtOffset(const clang::SourceManager& sources, std::size_t offset) {
  const clang::SourceLocation location =
      sources.getLocForStartOfFile(sources.getMainFileID()).getLocWithOffset(static_cast<int>(offset));
  return Point{offset, PlaceOf(sources, location)};
}

std::optional<Point> AfterSemicolon(const clang::SourceManager& sources, const clang::LangOptions& language,
                                    std::size_t offset) {
  const clang::FileID file = sources.getMainFileID();
  const llvm::StringRef text = sources.getBufferData(file);
  clang::Lexer lexer(sources.getLocForStartOfFile(file), language, text.begin(), text.begin() + offset, text.end());
  clang::Token token;
  lexer.LexFromRawLexer(token);
  if (token.isNot(clang::tok::semi)) return std::nullopt;
  return PointAtOffset(sources, sources.getFileOffset(token.getLocation()) + token.getLength());
}

}  // namespace spansmith::generator
