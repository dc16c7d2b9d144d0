// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The dependency file that the compiler wrote (make syntax), made true again: it names the original source, not the
// copy, and the tool itself, so that a changed tool rebuilds, under Ninja and Makefiles alike.
#ifndef SPANSMITH_GENERATOR_LAUNCH_DEPFILE_H_
#define SPANSMITH_GENERATOR_LAUNCH_DEPFILE_H_

#include <string>

namespace spansmith::generator {

// `text` with every `copy` replaced by `source` (both as on command lines; empty copy: nothing to replace) and `tool`
// among the first rule's prerequisites.
std::string PatchDepfile(const std::string& text, const std::string& copy, const std::string& source,
                         const std::string& tool);

// The path as make writes it: blanks, `#` and `$` escaped.
std::string EscapeForMake(const std::string& path);

// The path as Ninja spells it in a build run from `folder`: relative if it lies in it, else as it is. (An absolute path
// in the build folder is another node for Ninja, and a rebuild would come one build late.)
std::string AsSpelledFrom(const std::string& folder, const std::string& path);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_LAUNCH_DEPFILE_H_
