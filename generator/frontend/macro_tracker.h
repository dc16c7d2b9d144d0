// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Listens to the preprocessor for what happens to macros: which one a name meant, and to their `{`: a function whose
// body begins with one can have a guard behind it, if every use of that brace is one that can.
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
  // By where the name stands (a raw SourceLocation, in a file or in another macro's expansion). Not those that system
  // headers define, nor the compiler and its command line.
  std::map<unsigned, const clang::MacroInfo*> named;
  std::map<const clang::MacroInfo*, std::size_t> expansions;
  std::set<unsigned> stringized;  // places of `{` that also became text, by `#`
};

// Callbacks that fill `*uses`; both arguments outlive them. `braces`: expansions and stringized too.
std::unique_ptr<clang::PPCallbacks> TrackMacros(clang::Preprocessor& preprocessor, bool braces, MacroUses* uses);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_MACRO_TRACKER_H_
