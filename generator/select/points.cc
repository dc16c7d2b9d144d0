// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/points.h"

#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>

#include "generator/frontend/annotation_tracker.h"

namespace spansmith::generator {

std::optional<Point> PointAt(const clang::SourceManager& sources, clang::SourceLocation location) {
  if (location.isInvalid() || location.isMacroID()) return std::nullopt;
  const auto [file, offset] = sources.getDecomposedLoc(location);
  return Point{offset, PlaceOf(sources, location), file.getHashValue()};
}

clang::SourceLocation LocationAt(const clang::SourceManager& sources, clang::SourceLocation in_file,
                                 std::size_t offset) {
  return sources.getLocForStartOfFile(sources.getFileID(in_file)).getLocWithOffset(static_cast<int>(offset));
}

std::optional<Point> AfterToken(const clang::SourceManager& sources, const clang::LangOptions& language,
                                clang::SourceLocation token) {
  if (token.isInvalid() || token.isMacroID()) return std::nullopt;
  const unsigned length = clang::Lexer::MeasureTokenLength(token, sources, language);
  return PointAt(sources, token.getLocWithOffset(static_cast<int>(length)));
}

std::optional<Point> AfterSemicolon(const clang::SourceManager& sources, const clang::LangOptions& language,
                                    clang::SourceLocation location) {
  const auto [file, offset] = sources.getDecomposedLoc(location);
  const llvm::StringRef text = sources.getBufferData(file);
  clang::Lexer lexer(sources.getLocForStartOfFile(file), language, text.begin(), text.begin() + offset, text.end());
  clang::Token token;
  lexer.LexFromRawLexer(token);
  if (token.isNot(clang::tok::semi)) return std::nullopt;
  return PointAt(sources, token.getLocation().getLocWithOffset(static_cast<int>(token.getLength())));
}

}  // namespace spansmith::generator
