// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/branch_tracker.h"

#include <clang/Basic/SourceManager.h>
#include <clang/Lex/PPCallbacks.h>

#include "generator/frontend/annotation_tracker.h"

namespace spansmith::generator {
namespace {

class BranchTracker : public clang::PPCallbacks {
 public:
  BranchTracker(const clang::SourceManager& sources, Branches* branches) : sources_(sources), branches_(branches) {}

  void FileChanged(clang::SourceLocation location, FileChangeReason reason, clang::SrcMgr::CharacteristicKind kind,
                   clang::FileID) override {
    if (reason == EnterFile && location.isValid() && !clang::SrcMgr::isSystem(kind) &&
        sources_.getFileEntryRefForID(sources_.getFileID(location))) {
      EnteredBranches& one = branches_->entered[sources_.getFileID(location).getHashValue()];
      if (one.file.empty()) one.file = PlaceOf(sources_, location).file;
    }
    // Behind a `#line` of its own a file's lines are another's, and are not looked for.
    if (reason == RenameFile && location.isValid()) {
      const auto it = branches_->entered.find(sources_.getFileID(location).getHashValue());
      if (it != branches_->entered.end()) it->second.renamed = true;
      branches_->named.insert(PlaceOf(sources_, location).file);
    }
  }

  void SourceRangeSkipped(clang::SourceRange range, clang::SourceLocation) override {
    EnteredBranches* one = Of(range.getBegin());
    const unsigned first = PlaceOf(sources_, range.getBegin()).line;
    const unsigned last = PlaceOf(sources_, range.getEnd()).line;
    if (one != nullptr && first + 1 < last) one->skipped.emplace_back(first + 1, last - 1);
  }

  void If(clang::SourceLocation at, clang::SourceRange, ConditionValueKind) override { Directive(at); }
  void Elif(clang::SourceLocation at, clang::SourceRange, ConditionValueKind, clang::SourceLocation) override {
    Directive(at);
  }
  void Ifdef(clang::SourceLocation at, const clang::Token&, const clang::MacroDefinition&) override { Directive(at); }
  void Ifndef(clang::SourceLocation at, const clang::Token&, const clang::MacroDefinition&) override { Directive(at); }
  void Elifdef(clang::SourceLocation at, const clang::Token&, const clang::MacroDefinition&) override { Directive(at); }
  void Elifdef(clang::SourceLocation at, clang::SourceRange, clang::SourceLocation) override { Directive(at); }
  void Elifndef(clang::SourceLocation at, const clang::Token&, const clang::MacroDefinition&) override {
    Directive(at);
  }
  void Elifndef(clang::SourceLocation at, clang::SourceRange, clang::SourceLocation) override { Directive(at); }
  void Else(clang::SourceLocation at, clang::SourceLocation) override { Directive(at); }
  void Endif(clang::SourceLocation at, clang::SourceLocation) override { Directive(at); }

 private:
  // Null: it is in a system header.
  EnteredBranches* Of(clang::SourceLocation location) {
    const auto it = branches_->entered.find(sources_.getFileID(location).getHashValue());
    return it == branches_->entered.end() ? nullptr : &it->second;
  }

  void Directive(clang::SourceLocation location) {
    if (EnteredBranches* one = Of(location)) one->directives.push_back(PlaceOf(sources_, location).line);
  }

  const clang::SourceManager& sources_;
  Branches* branches_;
};

}  // namespace

std::unique_ptr<clang::PPCallbacks> TrackBranches(const clang::SourceManager& sources, Branches* branches) {
  return std::make_unique<BranchTracker>(sources, branches);
}

}  // namespace spansmith::generator
