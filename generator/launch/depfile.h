// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The dependency file that the compiler wrote (make syntax), made true again: it names the original source, not the
// copy, an include as the original finds it, the tool itself and the rule files, so that a changed one
// rebuilds, under Ninja and Makefiles alike.
#ifndef SPANSMITH_GENERATOR_LAUNCH_DEPFILE_H_
#define SPANSMITH_GENERATOR_LAUNCH_DEPFILE_H_

#include <string>
#include <vector>

namespace spansmith::generator {

// A path that the compiler saw, and the one to name instead; both as on command lines.
struct Respelling {
  std::string from;
  std::string to;
};

// `text` with every path that is the `from` of a respelling replaced, and `more` (the tool, rule files) among the first
// rule's prerequisites.
std::string PatchDepfile(const std::string& text, const std::vector<Respelling>& respellings,
                         const std::vector<std::string>& more);

// The path as make writes it: blanks, `#` and `$` escaped.
std::string EscapeForMake(const std::string& path);

// The path as Ninja spells it in a build run from `folder`: relative if it lies in it, else as it is. (An absolute path
// in the build folder is another node for Ninja, and a rebuild would come one build late.)
std::string AsSpelledFrom(const std::string& folder, const std::string& path);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_LAUNCH_DEPFILE_H_
