// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/annotation_tracker.h"

#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>
#include <clang/Lex/MacroArgs.h>
#include <clang/Lex/MacroInfo.h>

#include <algorithm>

namespace spansmith::generator {

std::string SpelledName(llvm::StringRef path) { return (path.starts_with("./") ? path.drop_front(2) : path).str(); }

Place PlaceOf(const clang::SourceManager& sources, clang::SourceLocation location) {
  const clang::PresumedLoc presumed = sources.getPresumedLoc(sources.getFileLoc(location));
  if (presumed.isInvalid()) return {};
  return {SpelledName(presumed.getFilename()), presumed.getLine(), presumed.getColumn()};
}

std::string LineOf(const clang::SourceManager& sources, clang::SourceLocation location) {
  const clang::SourceLocation in_file = sources.getFileLoc(location);
  const auto [file, offset] = sources.getDecomposedLoc(in_file);
  const llvm::StringRef text = sources.getBufferData(file);
  if (offset > text.size()) return {};
  const std::size_t before = text.take_front(offset).rfind('\n');
  const std::size_t begin = before == llvm::StringRef::npos ? 0 : before + 1;
  return text.slice(begin, text.find('\n', offset)).rtrim('\r').str();
}

AnnotationTracker::AnnotationTracker(clang::Preprocessor& preprocessor, ParseResult* result)
    : preprocessor_(preprocessor), sources_(preprocessor.getSourceManager()), result_(result) {
  preprocessor.setTokenWatcher([this](const clang::Token& token) {
    if (token.is(clang::tok::string_literal) && token.getLength() >= kAnnotationMark.size() &&
        llvm::StringRef(token.getLiteralData(), token.getLength())
            .starts_with(llvm::StringRef(kAnnotationMark.data(), kAnnotationMark.size()))) {
      ++result_->annotations;
    }
  });
}

bool AnnotationTracker::HoldsResult(const clang::Token& name, int depth) const {
  if (depth == 0 || !name.is(clang::tok::identifier) || !name.getIdentifierInfo()->hasMacroDefinition()) return false;
  const clang::MacroInfo* macro = preprocessor_.getMacroInfo(name.getIdentifierInfo());
  return macro != nullptr && std::any_of(macro->tokens_begin(), macro->tokens_end(), [&](const clang::Token& token) {
           return token.is(clang::tok::identifier) &&
                  (token.getIdentifierInfo()->isStr("result") || HoldsResult(token, depth - 1));
         });
}

UseArgument AnnotationTracker::ReadArgument(llvm::ArrayRef<clang::Token> tokens) const {
  UseArgument out;
  if (tokens.empty()) return out;
  const clang::Token& first = tokens.front();
  const clang::Token& last = tokens.back();
  out.first_token = preprocessor_.getSpelling(first);
  out.first_is_string = clang::tok::isStringLiteral(first.getKind());
  out.first_is_macro = first.is(clang::tok::identifier) && first.getIdentifierInfo()->hasMacroDefinition();
  for (const clang::Token& token : tokens) {
    if (out.macro_with_result.empty() && HoldsResult(token, 8))
      out.macro_with_result = preprocessor_.getSpelling(token);
  }
  out.written.place = PlaceOf(sources_, first.getLocation());
  out.source_line = LineOf(sources_, first.getLocation());
  const bool in_one_file = first.getLocation().isFileID() && last.getLocation().isFileID() &&
                           sources_.getFileID(first.getLocation()) == sources_.getFileID(last.getLocation());
  if (in_one_file) {
    const clang::SourceLocation end = last.getLocation().getLocWithOffset(static_cast<int>(last.getLength()));
    out.written.text = clang::Lexer::getSourceText(clang::CharSourceRange::getCharRange(first.getLocation(), end),
                                                   sources_, preprocessor_.getLangOpts())
                           .str();
    return out;
  }
  for (const clang::Token& token : tokens) {
    if (&token != &first && (token.hasLeadingSpace() || token.isAtStartOfLine())) out.written.text += ' ';
    out.written.text += preprocessor_.getSpelling(token);
  }
  return out;
}

void AnnotationTracker::MacroExpands(const clang::Token& name, const clang::MacroDefinition& definition,
                                     clang::SourceRange range, const clang::MacroArgs* arguments) {
  const llvm::StringRef macro = name.getIdentifierInfo()->getName();
  if (!macro.starts_with("SPANSMITH_") || macro.starts_with("SPANSMITH_DETAIL_")) return;
  AnnotationUse use;
  use.macro = macro.str();
  use.location = name.getLocation().getRawEncoding();
  use.place = PlaceOf(sources_, name.getLocation());
  use.source_line = LineOf(sources_, name.getLocation());
  use.written_directly = name.getLocation().isFileID();
  use.file = sources_.getFileID(sources_.getFileLoc(name.getLocation())).getHashValue();
  if (use.written_directly) {
    use.begin = sources_.getFileOffset(name.getLocation());
    use.end = sources_.getFileOffset(
        clang::Lexer::getLocForEndOfToken(range.getEnd(), 0, sources_, preprocessor_.getLangOpts()));
  } else {
    const clang::CharSourceRange outer = sources_.getExpansionRange(name.getLocation());
    use.file = sources_.getFileID(outer.getBegin()).getHashValue();
    use.begin = sources_.getFileOffset(outer.getBegin());
    use.end = sources_.getFileOffset(
        clang::Lexer::getLocForEndOfToken(outer.getEnd(), 0, sources_, preprocessor_.getLangOpts()));
  }
  const unsigned formal = arguments == nullptr ? 0 : arguments->getNumMacroArguments();
  for (unsigned i = 0; i < formal; ++i) {
    const clang::Token* tokens = arguments->getUnexpArgument(i);
    const llvm::ArrayRef<clang::Token> all(tokens, clang::MacroArgs::getArgLength(tokens));
    if (definition.getMacroInfo()->getNumParams() > 1) {
      use.arguments.push_back(ReadArgument(all));
      continue;
    }
    use.all = ReadArgument(all);
    // `...` alone: the pieces between commas outside any bracket.
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t k = 0; k <= all.size(); ++k) {
      const bool end = k == all.size();
      if (!end && all[k].isOneOf(clang::tok::l_paren, clang::tok::l_square, clang::tok::l_brace)) ++depth;
      if (!end && all[k].isOneOf(clang::tok::r_paren, clang::tok::r_square, clang::tok::r_brace)) --depth;
      if (end || (depth == 0 && all[k].is(clang::tok::comma))) {
        use.arguments.push_back(ReadArgument(all.slice(begin, k - begin)));
        begin = k + 1;
      }
    }
  }
  // Expansions come outer first, and what stands in an annotation's arguments lies between its parentheses.
  for (std::size_t i = result_->uses.size(); i-- > 0;) {
    const AnnotationUse& outer = result_->uses[i];
    if (!outer.written_directly || !use.written_directly || outer.parent.has_value()) continue;
    if (outer.file == use.file && outer.begin < use.begin && use.end <= outer.end) use.parent = i;
    break;
  }
  result_->uses.push_back(std::move(use));
}

}  // namespace spansmith::generator
