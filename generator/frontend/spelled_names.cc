// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/spelled_names.h"

#include <clang/Basic/SourceManager.h>
#include <clang/Lex/MacroInfo.h>

#include <algorithm>
#include <vector>

namespace spansmith::generator {
namespace {

// Whether it stands in a line that begins as a directive in which a string can only be a file's name, or count for
// nothing.
bool InDirective(const clang::SourceManager& sources, clang::SourceLocation location) {
  const auto [file, offset] = sources.getDecomposedExpansionLoc(location);
  const llvm::StringRef text = sources.getBufferData(file);
  std::size_t begin = text.rfind('\n', offset);
  while (begin != llvm::StringRef::npos && begin > 0 && text[begin - 1] == '\\') begin = text.rfind('\n', begin - 1);
  llvm::StringRef line = text.substr(begin == llvm::StringRef::npos ? 0 : begin + 1).ltrim(" \t");
  if (!line.consume_front("#")) return false;
  const llvm::StringRef word = line.ltrim(" \t").take_while([](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
  return word == "include" || word == "if" || word == "elif";
}

}  // namespace

void SpelledNames::MacroExpands(const clang::Token& /*name*/, const clang::MacroDefinition& definition,
                                clang::SourceRange range, const clang::MacroArgs* /*arguments*/) {
  const clang::MacroInfo* macro = definition.getMacroInfo();
  if (macro == nullptr || !MayName(*macro) || InDirective(sources_, range.getBegin())) return;
  UsedOtherwise(*macro);
}

// A second definition must stay the same as the first one.
void SpelledNames::MacroDefined(const clang::Token& /*name*/, const clang::MacroDirective* directive) {
  const clang::MacroDirective* previous = directive->getPrevious();
  if (previous == nullptr || previous->getKind() != clang::MacroDirective::MD_Define) return;
  for (const clang::MacroDirective* one : {directive, previous}) {
    if (one->getMacroInfo() != nullptr && MayName(*one->getMacroInfo())) UsedOtherwise(*one->getMacroInfo());
  }
}

bool SpelledNames::MayName(const clang::MacroInfo& macro) {
  const auto [it, is_new] = may_name_.try_emplace(&macro, false);
  if (is_new) {
    it->second = std::any_of(macro.tokens_begin(), macro.tokens_end(), [](const clang::Token& token) {
      return token.isOneOf(clang::tok::less, clang::tok::string_literal);
    });
  }
  return it->second;
}

void SpelledNames::UsedOtherwise(const clang::MacroInfo& macro) {
  used_otherwise_.insert({macro.getDefinitionLoc(), macro.getDefinitionEndLoc()});
}

void SpelledNames::Finish() {
  std::vector<WrittenName*> names;
  for (Inclusion& inclusion : graph_->inclusions) {
    if (inclusion.spelled.file != 0) names.push_back(&inclusion.spelled);
  }
  if (names.empty()) return;
  for (const auto& [begin, end] : used_otherwise_) {
    if (begin.isInvalid() || end.isInvalid()) continue;
    const auto [file, first] = sources_.getDecomposedLoc(begin);
    const std::size_t last = sources_.getFileOffset(end);
    // The same text of the file each time that it is entered.
    const clang::OptionalFileEntryRef entry = sources_.getFileEntryRefForID(file);
    if (!entry) continue;
    const unsigned identity = entry->getFileEntry().getUID() + 1;
    for (WrittenName* name : names) {
      if (name->identity == identity && first <= name->begin && name->begin <= last) *name = {};
    }
  }
}

WrittenName WhereSpelled(const clang::SourceManager& sources, clang::SourceLocation begin, llvm::StringRef name,
                         bool angled) {
  // A name in brackets is put together in a buffer of the preprocessor's own, and expanded from its tokens.
  if (!begin.isMacroID()) return {};
  const clang::SourceLocation token = angled ? sources.getImmediateExpansionRange(begin).getBegin() : begin;
  const auto [file, offset] = sources.getDecomposedLoc(sources.getSpellingLoc(token));
  const clang::OptionalFileEntryRef entry = sources.getFileEntryRefForID(file);
  if (!entry) return {};
  const std::string text = (angled ? "<" : "\"") + name.str() + (angled ? ">" : "\"");
  if (!sources.getBufferData(file).substr(offset).starts_with(text)) return {};
  return {file.getHashValue(), entry->getFileEntry().getUID() + 1, offset, offset + text.size()};
}

}  // namespace spansmith::generator
