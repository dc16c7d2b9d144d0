// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/compiler_view.h"

#include <clang/Basic/SourceManager.h>
#include <clang/Lex/MacroInfo.h>
#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>

#include <cstdlib>
#include <string>
#include <vector>

namespace spansmith::generator {
namespace {

// A macro's text comes to Clang as the text of another one, by -D.
constexpr char kPrefix[] = "__SPANSMITH_COMPILERS_";

int Version(const PredefinedMacros& macros) {
  const auto it = macros.find("__GNUC__");
  return it == macros.end() ? 0 : std::atoi(it->second.c_str());
}

class View : public clang::PPCallbacks {
 public:
  View(clang::Preprocessor& preprocessor, const PredefinedMacros& macros)
      : preprocessor_(preprocessor), sources_(preprocessor.getSourceManager()), macros_(macros) {}

  void FileChanged(clang::SourceLocation location, FileChangeReason, clang::SrcMgr::CharacteristicKind kind,
                   clang::FileID) override {
    if (location.isInvalid()) return;
    const bool file = sources_.getFileEntryRefForID(sources_.getFileID(location)).has_value();
    const bool user = file && !clang::SrcMgr::isSystem(kind);
    if (user == user_ || (!prepared_ && !Prepare())) return;
    user_ = user;
    for (Change& change : changes_) {
      // What the user's files made of it since: `#define __has_feature(x) 0`.
      if (!user) change.theirs = preprocessor_.getMacroInfo(change.name);
      Define(change.name, user ? change.theirs : change.clangs, location);
    }
  }

 private:
  // Null: not defined.
  struct Change {
    clang::IdentifierInfo* name;
    clang::MacroInfo* theirs;  // what the user's files see
    clang::MacroInfo* clangs;
  };

  void Define(clang::IdentifierInfo* name, clang::MacroInfo* macro, clang::SourceLocation location) {
    if (macro != nullptr) {
      preprocessor_.appendDefMacroDirective(name, macro, location);
    } else if (preprocessor_.getMacroInfo(name) != nullptr) {
      // Two steps: of the allocator's own form of `new` g++ believes, unoptimised, that its `delete` does not match it.
      auto* const place = preprocessor_.getPreprocessorAllocator().Allocate<clang::UndefMacroDirective>();
      preprocessor_.appendMacroDirective(name, new (place) clang::UndefMacroDirective(location));
    }
  }

  // What differs. False: the main file has been entered, but its predefined macros, and those of the command line, are
  // still to be read.
  bool Prepare() {
    if (preprocessor_.getMacroInfo(preprocessor_.getIdentifierInfo("__clang__")) == nullptr) return false;
    prepared_ = true;
    for (const auto& [name, text] : macros_) {
      clang::IdentifierInfo* identifier = preprocessor_.getIdentifierInfo(name);
      clang::MacroInfo* theirs = preprocessor_.getMacroInfo(preprocessor_.getIdentifierInfo(kPrefix + name));
      clang::MacroInfo* clangs = preprocessor_.getMacroInfo(identifier);
      if (theirs == nullptr) continue;
      if (clangs != nullptr && clangs->isIdenticalTo(*theirs, preprocessor_, /*Syntactically=*/true)) continue;
      changes_.push_back({identifier, theirs, clangs});
    }
    for (const auto& entry : preprocessor_.getIdentifierTable()) {
      const std::string name = entry.getKey().str();
      if (macros_.count(name) != 0 || !IsClangsAlone(name)) continue;
      clang::MacroInfo* clangs = preprocessor_.getMacroInfo(entry.getValue());
      if (clangs != nullptr) changes_.push_back({entry.getValue(), nullptr, clangs});
    }
    return true;
  }

  // Macros that tell a Clang, and what tells what the compiler can. Others may be what macros of system headers are
  // made of, which user files expand.
  bool IsClangsAlone(const std::string& name) const {
    if (name.rfind("__clang", 0) == 0 || name.rfind("__cpp_", 0) == 0 || name == "__llvm__") return true;
    for (const char* word : {"__has_warning", "__is_identifier", "__has_declspec_attribute", "__building_module"}) {
      if (name == word) return true;
    }
    const int version = Version(macros_);  // GCC's release notes: "C family"
    if (name == "__has_builtin") return version < 10;
    if (name == "__has_feature" || name == "__has_extension") return version < 14;
    return name == "__has_embed" && version < 15;
  }

  clang::Preprocessor& preprocessor_;
  const clang::SourceManager& sources_;
  const PredefinedMacros& macros_;
  std::vector<Change> changes_;
  bool prepared_ = false;
  bool user_ = false;
};

}  // namespace

Arguments ViewArguments(const PredefinedMacros& macros) {
  Arguments out;
  for (const auto& [name, text] : macros) out.push_back("-D" + std::string(kPrefix) + name + "=" + text);
  return out;
}

std::unique_ptr<clang::PPCallbacks> SeeAsCompiler(clang::Preprocessor& preprocessor, const PredefinedMacros& macros) {
  return std::make_unique<View>(preprocessor, macros);
}

}  // namespace spansmith::generator
