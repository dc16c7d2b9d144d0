// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// C++20 module units, which are not rewritten: told by the command that compiles them, or by their text ([cpp.pre],
// [module.unit]). Reads and runs nothing.
#ifndef SPANSMITH_GENERATOR_INVOCATION_MODULE_UNIT_H_
#define SPANSMITH_GENERATOR_INVOCATION_MODULE_UNIT_H_

#include <string>
#include <string_view>

#include "generator/process/process.h"

namespace spansmith::generator {

// The source of a command that compiles one, by its name (.cppm, .ixx...) or by -x c++-module; empty: it compiles none.
std::string ModuleUnitOf(const Arguments& command);

// Whether a source's text is one: `module;` or `[export] module name;` is its first declaration.
bool IsModuleUnit(std::string_view text);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_INVOCATION_MODULE_UNIT_H_
