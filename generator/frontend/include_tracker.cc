// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/include_tracker.h"

#include <clang/Basic/FileManager.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>
#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>

#include <filesystem>

#include "generator/clang_compat/clang_compat.h"
#include "generator/frontend/annotation_tracker.h"
#include "generator/frontend/made_headers.h"
#include "generator/frontend/spelled_names.h"

namespace spansmith::generator {
namespace {

std::string Absolute(llvm::StringRef name) {
  std::error_code error;
  const std::filesystem::path path = std::filesystem::absolute(name.str(), error);
  return error ? name.str() : path.string();
}

class IncludeTracker : public clang::PPCallbacks {
 public:
  IncludeTracker(clang::Preprocessor& preprocessor, IncludeGraph* graph)
      : preprocessor_(preprocessor), sources_(preprocessor.getSourceManager()), graph_(graph) {}

  void FileChanged(clang::SourceLocation location, FileChangeReason reason, clang::SrcMgr::CharacteristicKind kind,
                   clang::FileID) override {
    if (location.isInvalid()) return;
    const clang::FileID file = sources_.getFileID(location);
    if (reason == SystemHeaderPragma && !graph_->files.empty()) {
      for (EnteredFile& entered : graph_->files) entered.system |= entered.key == file.getHashValue();
    }
    if (reason != EnterFile) return;
    const clang::OptionalFileEntryRef entry = sources_.getFileEntryRefForID(file);
    if (!entry) return;  // the predefined macros, or the command line
    const bool main = file == sources_.getMainFileID();
    graph_->files.push_back({file.getHashValue(), Identity(*entry),
                             main ? entry->getName().str() : SpelledName(entry->getName()), Absolute(entry->getName()),
                             main, clang::SrcMgr::isSystem(kind) || IsReplaced(preprocessor_, *entry)});
  }

  void InclusionDirective(clang::SourceLocation hash, const clang::Token& include, llvm::StringRef file_name,
                          bool angled, clang::CharSourceRange name_range, clang::OptionalFileEntryRef file,
                          llvm::StringRef search_path, llvm::StringRef, SPANSMITH_INCLUSION_DIRECTIVE_TAIL) override {
    if (!file) return;
    Inclusion out = Found(*file);
    const clang::FileID includer = sources_.getFileID(hash);
    const clang::OptionalFileEntryRef entry = sources_.getFileEntryRefForID(includer);
    out.next = include.getIdentifierInfo() != nullptr && include.getIdentifierInfo()->isStr("include_next");
    if (entry) {
      out.place = PlaceOf(sources_, hash);
      out.includer = includer.getHashValue();
      out.beside = !angled && search_path == entry->getDir().getName();
      clang::CharSourceRange range = name_range;
      if (name_range.getBegin().isMacroID()) {  // `#include NAME`: the macro's name in the directive
        out.spelled = WhereSpelled(sources_, name_range.getBegin(), file_name, angled);
        const clang::CharSourceRange expansion = sources_.getExpansionRange(name_range.getBegin());
        out.macro = clang::Lexer::getSourceText(clang::CharSourceRange::getTokenRange(expansion.getBegin()), sources_,
                                                preprocessor_.getLangOpts())
                        .str();
        range = clang::CharSourceRange::getCharRange(
            expansion.getBegin(),
            clang::Lexer::getLocForEndOfToken(expansion.getEnd(), 0, sources_, preprocessor_.getLangOpts()));
      }
      if (range.getBegin().isFileID() && range.getEnd().isFileID() &&
          sources_.getFileID(range.getBegin()) == includer && sources_.getFileID(range.getEnd()) == includer) {
        out.begin = sources_.getFileOffset(range.getBegin());
        out.end = sources_.getFileOffset(range.getEnd());
      }
    }
    const bool plain = include.getIdentifierInfo() != nullptr && include.getIdentifierInfo()->isStr("include");
    if (!entry && plain) out.forced = file_name.str();  // -imacros has a directive of its own
    graph_->inclusions.push_back(std::move(out));
  }

  void HasInclude(clang::SourceLocation location, llvm::StringRef name, bool angled, clang::OptionalFileEntryRef file,
                  clang::SrcMgr::CharacteristicKind) override {
    if (angled || !file || location.isMacroID()) return;
    const clang::FileID includer = sources_.getFileID(location);
    const std::size_t from = sources_.getFileOffset(location);
    const llvm::StringRef text = sources_.getBufferData(includer);
    const std::size_t at = text.find(("\"" + name + "\"").str(), from);
    if (at == llvm::StringRef::npos || text.slice(from, at).contains('\n')) return;
    Inclusion out = Found(*file);
    out.includer = includer.getHashValue();
    out.begin = at;
    out.end = at + name.size() + 2;
    out.beside = true;  // perhaps; to look for it by its path does no harm
    out.test = true;
    graph_->inclusions.push_back(std::move(out));
  }

 private:
  static unsigned Identity(clang::FileEntryRef file) { return file.getFileEntry().getUID() + 1; }

  static Inclusion Found(clang::FileEntryRef file) {
    Inclusion out;
    out.identity = Identity(file);
    out.name = SpelledName(file.getName());
    out.path = Absolute(file.getName());
    return out;
  }

  clang::Preprocessor& preprocessor_;
  const clang::SourceManager& sources_;
  IncludeGraph* graph_;
};

clang::FileID FindFile(const clang::SourceManager& sources, unsigned key) {
  for (unsigned i = 0; i < sources.local_sloc_entry_size(); ++i) {
    const clang::SrcMgr::SLocEntry& entry = sources.getLocalSLocEntry(i);
    if (!entry.isFile()) continue;
    const clang::FileID file = sources.getFileID(clang::SourceLocation::getFromRawEncoding(entry.getOffset()));
    if (file.getHashValue() == key) return file;
  }
  return {};
}

}  // namespace

std::unique_ptr<clang::PPCallbacks> TrackIncludes(clang::Preprocessor& preprocessor, IncludeGraph* graph) {
  return std::make_unique<IncludeTracker>(preprocessor, graph);
}

EnteredText ReadEntered(const clang::Preprocessor& preprocessor, unsigned key) {
  const clang::SourceManager& sources = preprocessor.getSourceManager();
  const clang::FileID file = FindFile(sources, key);
  EnteredText out;
  if (file.isInvalid()) return out;
  out.text = sources.getBufferData(file).str();
  // Raw: no condition is looked at. `# include "name"` and `__has_include ( "name"`, comments and raw strings apart.
  clang::Lexer lexer(file, sources.getBufferOrFake(file), sources, preprocessor.getLangOpts());
  clang::Token token;
  bool directive = false;
  int expects = 0;  // 1: the name; 2: `(` before it
  for (bool end = false; !end;) {
    end = lexer.LexFromRawLexer(token);
    if (token.isAtStartOfLine()) {
      directive = token.is(clang::tok::hash);
      expects = 0;
      if (directive) continue;
    }
    if (!directive) continue;
    if (expects == 1 && token.is(clang::tok::string_literal) && token.getLength() > 2) {
      const std::size_t begin = sources.getFileOffset(token.getLocation());
      out.quoted.push_back({begin, begin + token.getLength(), out.text.substr(begin + 1, token.getLength() - 2)});
    }
    if (expects == 2 && token.is(clang::tok::l_paren)) {
      expects = 1;
      continue;
    }
    expects = 0;
    if (!token.is(clang::tok::raw_identifier)) continue;
    const llvm::StringRef word = token.getRawIdentifier();
    if (word == "include" || word == "include_next" || word == "import") expects = 1;
    if (word == "__has_include" || word == "__has_include_next") expects = 2;
    out.include_next = out.include_next || word == "include_next" || word == "__has_include_next";
  }
  return out;
}

}  // namespace spansmith::generator
