// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A source's path as file globs see it.
#ifndef SPANSMITH_GENERATOR_SITE_PROJECT_PATH_H_
#define SPANSMITH_GENERATOR_SITE_PROJECT_PATH_H_

#include <string>

namespace spansmith::generator {

// Relative to the project (an absolute folder), or absolute where it is outside. `path`: as the compiler spells it,
// from the current folder. Normalises; follows no link.
std::string ProjectPath(const std::string& project, const std::string& path);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SITE_PROJECT_PATH_H_
