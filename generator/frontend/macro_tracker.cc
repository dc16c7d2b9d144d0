// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/macro_tracker.h"

#include <clang/Basic/SourceManager.h>
#include <clang/Lex/MacroArgs.h>
#include <clang/Lex/MacroInfo.h>
#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>

#include <algorithm>

namespace spansmith::generator {
namespace {

class Tracker : public clang::PPCallbacks {
 public:
  Tracker(clang::Preprocessor& preprocessor, bool braces, MacroUses* uses)
      : sources_(preprocessor.getSourceManager()), braces_(braces), uses_(uses) {}

  void MacroExpands(const clang::Token& name, const clang::MacroDefinition& definition, clang::SourceRange,
                    const clang::MacroArgs* arguments) override {
    const clang::MacroInfo* macro = definition.getMacroInfo();
    if (macro == nullptr || macro->isBuiltinMacro()) return;
    if (IsOfProject(*macro)) uses_->named[name.getLocation().getRawEncoding()] = macro;
    if (!braces_) return;
    ++uses_->expansions[macro];
    if (arguments == nullptr) return;
    for (unsigned i = 0; i < macro->getNumParams(); ++i) {
      if (Stringizes(*macro, i)) AddBraces(*arguments, i);
    }
  }

 private:
  bool IsOfProject(const clang::MacroInfo& macro) {
    const auto [it, is_new] = of_project_.try_emplace(&macro, false);
    if (is_new) {
      const clang::SourceLocation at = macro.getDefinitionLoc();
      it->second = at.isFileID() && !sources_.isInSystemHeader(at) &&
                   sources_.getFileEntryRefForID(sources_.getFileID(at)).has_value();
    }
    return it->second;
  }

  static bool Stringizes(const clang::MacroInfo& macro, unsigned parameter) {
    const clang::IdentifierInfo* name = macro.params()[parameter];
    for (auto token = macro.tokens_begin(); token != macro.tokens_end(); ++token) {
      const auto next = token + 1;
      if (token->is(clang::tok::hash) && next != macro.tokens_end() && next->getIdentifierInfo() == name) return true;
      // `#__VA_OPT__(...)`
      if (token->is(clang::tok::hash) && next != macro.tokens_end() && next->is(clang::tok::identifier) &&
          next->getIdentifierInfo()->isStr("__VA_OPT__")) {
        return true;
      }
    }
    return false;
  }

  void AddBraces(const clang::MacroArgs& arguments, unsigned parameter) {
    if (parameter >= arguments.getNumMacroArguments()) return;
    for (const clang::Token* token = arguments.getUnexpArgument(parameter); token->isNot(clang::tok::eof); ++token) {
      if (token->is(clang::tok::l_brace))
        uses_->stringized.insert(sources_.getSpellingLoc(token->getLocation()).getRawEncoding());
    }
  }

  clang::SourceManager& sources_;
  bool braces_;
  MacroUses* uses_;
  std::map<const clang::MacroInfo*, bool> of_project_;
};

}  // namespace

std::unique_ptr<clang::PPCallbacks> TrackMacros(clang::Preprocessor& preprocessor, bool braces, MacroUses* uses) {
  return std::make_unique<Tracker>(preprocessor, braces, uses);
}

}  // namespace spansmith::generator
