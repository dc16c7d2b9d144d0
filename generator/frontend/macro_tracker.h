// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Listens to the preprocessor for what happens to the `{` of macros: a function whose body begins with one can have a
// guard behind it, if every use of that brace is one that can.
#ifndef SPANSMITH_GENERATOR_FRONTEND_MACRO_TRACKER_H_
#define SPANSMITH_GENERATOR_FRONTEND_MACRO_TRACKER_H_

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace clang {
class MacroInfo;
class PPCallbacks;
class Preprocessor;
}  // namespace clang

namespace spansmith::generator {

// Valid while the preprocessor is. A place is a raw SourceLocation: where a token is written, in a file.
struct MacroUses {
  std::map<const clang::MacroInfo*, std::size_t> expansions;
  std::set<unsigned> stringized;  // places of `{` that also became text, by `#`
};

// Callbacks that fill `*uses`; both arguments outlive them.
std::unique_ptr<clang::PPCallbacks> TrackMacros(clang::Preprocessor& preprocessor, MacroUses* uses);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_MACRO_TRACKER_H_
