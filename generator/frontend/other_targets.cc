// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/other_targets.h"

#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Pragma.h>
#include <clang/Lex/Preprocessor.h>

#include <algorithm>
#include <memory>
#include <string>

namespace spansmith::generator {
namespace {

// What the four pragmas share.
struct State {
  OtherTargets* targets;
  bool other = false;
  std::vector<bool> pushed;
};

class Handler : public clang::PragmaHandler {
 public:
  Handler(llvm::StringRef name, std::shared_ptr<State> state) : PragmaHandler(name), state_(std::move(state)) {}

  void HandlePragma(clang::Preprocessor& preprocessor, clang::PragmaIntroducer, clang::Token& first) override {
    std::string text;
    clang::Token token = first;
    while (token.isNot(clang::tok::eod) && token.isNot(clang::tok::eof)) {
      if (clang::tok::isStringLiteral(token.getKind())) text += preprocessor.getSpelling(token);
      preprocessor.Lex(token);
    }
    Take(getName(), text);
    state_->targets->Add(preprocessor.getSourceManager().getExpansionLoc(first.getLocation()).getRawEncoding(),
                         state_->other);
  }

 private:
  void Take(llvm::StringRef name, const std::string& text) {
    if (name == "target") {
      state_->other = state_->other || IsOtherTarget(text);
    } else if (name == "push_options") {
      state_->pushed.push_back(state_->other);
    } else if (name == "reset_options") {
      state_->other = false;
    } else if (!state_->pushed.empty()) {
      state_->other = state_->pushed.back();
      state_->pushed.pop_back();
    }
  }

  std::shared_ptr<State> state_;
};

}  // namespace

bool IsOtherTarget(std::string_view text) {
  const auto says = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
  return says("arch=") || says("general-regs-only") || says("no-");
}

void OtherTargets::Add(unsigned location, bool other) {
  if ((changes_.empty() && !other) || (!changes_.empty() && changes_.back().second == other)) return;
  changes_.emplace_back(location, other);
}

bool OtherTargets::Has(const clang::SourceManager& sources, clang::SourceLocation location) const {
  if (changes_.empty()) return false;
  const clang::SourceLocation at = sources.getExpansionLoc(location);
  const auto behind = std::partition_point(changes_.begin(), changes_.end(), [&](const auto& change) {
    return sources.isBeforeInTranslationUnit(clang::SourceLocation::getFromRawEncoding(change.first), at);
  });
  return behind != changes_.begin() && std::prev(behind)->second;
}

void TrackTargets(clang::Preprocessor& preprocessor, OtherTargets* targets) {
  const auto state = std::make_shared<State>(State{targets, false, {}});
  for (const char* name : {"target", "push_options", "pop_options", "reset_options"})
    preprocessor.AddPragmaHandler("GCC", new Handler(name, state));  // which owns it
}

}  // namespace spansmith::generator
