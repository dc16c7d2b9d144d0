// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/keyword_macros.h"

#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Preprocessor.h>

#include <algorithm>

namespace spansmith::generator {
namespace {

// What generator/transform writes and would mean something else; without `noexcept`, say, it still means the same.
constexpr const char* kKeywords[] = {"auto",   "catch",       "const",  "if",  "return",
                                     "static", "static_cast", "struct", "try", "void"};

}  // namespace

KeywordMacros::KeywordMacros(const clang::Preprocessor& preprocessor) : preprocessor_(preprocessor) {
  const clang::IdentifierTable& words = preprocessor.getIdentifierTable();
  for (const char* keyword : kKeywords) {
    const auto found = words.find(keyword);
    if (found != words.end() && found->second->hadMacroDefinition()) defined_.push_back(found->second);
  }
}

bool KeywordMacros::At(clang::SourceLocation location) const {
  const clang::SourceManager& sources = preprocessor_.getSourceManager();
  const clang::SourceLocation place = sources.getExpansionLoc(location);
  return std::any_of(defined_.begin(), defined_.end(), [&](const clang::IdentifierInfo* word) {
    const clang::MacroDirective* directive = preprocessor_.getLocalMacroDirectiveHistory(word);
    return directive != nullptr && directive->findDirectiveAtLoc(place, sources).isValid();
  });
}

}  // namespace spansmith::generator
