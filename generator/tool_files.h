// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The two programs of the tool: `spansmith` in front, and `spansmith-clang`, which it becomes where Clang is needed.
// They stand in one folder (a build), or the second in libexec (an installation). A rebuild depends on both.
#ifndef SPANSMITH_GENERATOR_TOOL_FILES_H_
#define SPANSMITH_GENERATOR_TOOL_FILES_H_

#include <string>

namespace spansmith::generator {

struct ToolFiles {
  std::string front;
  std::string clang;     // empty: it is not there
  std::string expected;  // where it was looked for, for a message
};

// Of the program in front.
ToolFiles FilesOfFront();

// Of spansmith-clang; `called`: its argv[0], by which the other says where it is itself.
ToolFiles FilesOfClang(const std::string& called);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_TOOL_FILES_H_
