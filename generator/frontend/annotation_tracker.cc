// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/annotation_tracker.h"

#include <clang/Basic/FileManager.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>
#include <clang/Lex/MacroArgs.h>
#include <clang/Lex/MacroInfo.h>

#include <algorithm>
#include <filesystem>

namespace spansmith::generator {
namespace {

// Clang spells a header beside `a.cc` as `./a.h`, the compilers as `a.h`.
llvm::StringRef WithoutDot(llvm::StringRef path) { return path.starts_with("./") ? path.drop_front(2) : path; }

}  // namespace

Place PlaceOf(const clang::SourceManager& sources, clang::SourceLocation location) {
  const clang::PresumedLoc presumed = sources.getPresumedLoc(sources.getFileLoc(location));
  if (presumed.isInvalid()) return {};
  return {WithoutDot(presumed.getFilename()).str(), presumed.getLine(), presumed.getColumn()};
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
  if (use.written_directly) {
    use.in_main_file = sources_.isWrittenInMainFile(name.getLocation());
    use.file = sources_.getFileID(name.getLocation()).getHashValue();
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

void AnnotationTracker::Pin(clang::SourceLocation begin, clang::SourceLocation end, clang::OptionalFileEntryRef file) {
  if (!file) return;
  std::error_code error;
  const std::filesystem::path path = std::filesystem::absolute(file->getName().str(), error);
  if (error) return;
  result_->pins.push_back(
      {sources_.getFileOffset(begin), sources_.getFileOffset(end), path.string(), WithoutDot(file->getName()).str()});
}

void AnnotationTracker::InclusionDirective(clang::SourceLocation hash, const clang::Token&, llvm::StringRef,
                                           bool angled, clang::CharSourceRange name_range,
                                           clang::OptionalFileEntryRef file, llvm::StringRef search_path,
                                           llvm::StringRef, SPANSMITH_INCLUSION_DIRECTIVE_TAIL) {
  if (angled || !file || !sources_.isWrittenInMainFile(hash)) return;
  // Beside the main file, where the copy does not stand; what -iquote and -I find, they find for the copy too.
  const clang::OptionalFileEntryRef main = sources_.getFileEntryRefForID(sources_.getMainFileID());
  if (!main || search_path != main->getDir().getName()) return;
  if (name_range.getBegin().isMacroID()) {  // `#include NAME`: the macro's name in the directive
    const clang::CharSourceRange range = sources_.getExpansionRange(name_range.getBegin());
    const clang::LangOptions& language = preprocessor_.getLangOpts();
    return Pin(range.getBegin(), clang::Lexer::getLocForEndOfToken(range.getEnd(), 0, sources_, language), file);
  }
  Pin(name_range.getBegin(), name_range.getEnd(), file);
}

void AnnotationTracker::HasInclude(clang::SourceLocation location, llvm::StringRef name, bool angled,
                                   clang::OptionalFileEntryRef file, clang::SrcMgr::CharacteristicKind) {
  if (angled || !file || location.isMacroID() || !sources_.isWrittenInMainFile(location)) return;
  const std::size_t from = sources_.getFileOffset(location);
  const llvm::StringRef text = sources_.getBufferData(sources_.getMainFileID());
  const std::size_t at = text.find(("\"" + name + "\"").str(), from);
  if (at == llvm::StringRef::npos || text.slice(from, at).contains('\n')) return;
  const clang::SourceLocation begin =
      sources_.getLocForStartOfFile(sources_.getMainFileID()).getLocWithOffset(static_cast<int>(at));
  Pin(begin, begin.getLocWithOffset(static_cast<int>(name.size() + 2)), file);
}

}  // namespace spansmith::generator
