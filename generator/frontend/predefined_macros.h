// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The macros that the real compiler defines by itself, for the command line at hand.
#ifndef SPANSMITH_GENERATOR_FRONTEND_PREDEFINED_MACROS_H_
#define SPANSMITH_GENERATOR_FRONTEND_PREDEFINED_MACROS_H_

#include <map>
#include <string>
#include <string_view>

#include "generator/invocation/compile_command.h"

namespace spansmith::generator {

// Name -> text: {"__GNUC__", "12"}. Those without parameters whose names the language keeps for compilers (`_`...).
using PredefinedMacros = std::map<std::string, std::string>;

// What the compiler says (10 ms), kept in the cache. Empty: it does not tell.
PredefinedMacros ReadPredefinedMacros(const CompileCommand& command);

// Of the text that `-dM -E` prints.
PredefinedMacros MacrosOf(std::string_view text);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_PREDEFINED_MACROS_H_
