// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Where `#pragma GCC target` compiles what follows for another processor than the file (`arch=`), or without some of
// its instructions: g++ inlines nothing there that was compiled as the file is, no guard either.
#ifndef SPANSMITH_GENERATOR_FRONTEND_OTHER_TARGETS_H_
#define SPANSMITH_GENERATOR_FRONTEND_OTHER_TARGETS_H_

#include <string_view>
#include <utility>
#include <vector>

namespace clang {
class Preprocessor;
class SourceLocation;
class SourceManager;
}  // namespace clang

namespace spansmith::generator {

// What `target` says, as an attribute's text or a pragma's: whether g++ refuses to inline into it what is compiled as
// the file is. More instructions are fine.
bool IsOtherTarget(std::string_view text);

class OtherTargets {
 public:
  // From here on, in the order of the translation unit; a raw SourceLocation.
  void Add(unsigned location, bool other);
  bool Has(const clang::SourceManager& sources, clang::SourceLocation location) const;

 private:
  std::vector<std::pair<unsigned, bool>> changes_;
};

// Handles these pragmas, and the `_Pragma`s of macros, as Clang does not. `*targets` outlives the preprocessor.
void TrackTargets(clang::Preprocessor& preprocessor, OtherTargets* targets);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_OTHER_TARGETS_H_
