// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which branches of conditions Clang takes in the user's files, to be compared with those that the real compiler takes
// (source_lines.h). Plain data; no Clang types. All lines and names are as a person sees them (`#line` applied).
#ifndef SPANSMITH_GENERATOR_FRONTEND_BRANCHES_H_
#define SPANSMITH_GENERATOR_FRONTEND_BRANCHES_H_

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "generator/frontend/source_lines.h"

namespace spansmith::generator {

// One entering of a file.
struct EnteredBranches {
  std::string file;
  std::vector<unsigned> directives;                    // lines of #if, #else, #endif..., those in skipped text apart
  std::vector<std::pair<unsigned, unsigned>> skipped;  // between two directives: first and last line
  bool renamed = false;                                // by a `#line` in it: its lines are not known
};

struct Branches {
  std::map<unsigned, EnteredBranches> entered;  // by EnteredFile::key
  std::set<std::string> named;                  // by `#line`
};

// Lines of one file that the compiler compiles and Clang does not see, in which functions may be.
struct UnseenCode {
  std::string file;
  unsigned first = 0;
  unsigned last = 0;

  bool operator==(const UnseenCode&) const = default;
};

// By file and line.
std::vector<UnseenCode> FindUnseen(const SourceLines& compiled, const Branches& branches);

// Whether the compiler compiles the line that Clang sees. True too of files that the compiler's output says nothing of.
bool IsCompiled(const SourceLines& compiled, const Branches& branches, unsigned key, unsigned line);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_BRANCHES_H_
