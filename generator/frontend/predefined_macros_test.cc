// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/predefined_macros.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

TEST(MacrosOf, ThoseWithoutParametersOfTheCompilersOwnNames) {
  EXPECT_EQ(MacrosOf("#define __GNUC__ 12\n#define unix 1\n#define __INT8_C(c) c\n#define __EMPTY\n"
                     "#define __VERSION__ \"12.2.0 (x)\"\nwarning: no\n#define _LP64 1"),
            (PredefinedMacros{{"__GNUC__", "12"}, {"__EMPTY", ""}, {"__VERSION__", "\"12.2.0 (x)\""}, {"_LP64", "1"}}));
}

TEST(ReadPredefinedMacros, AsksTheCompilerWithTheCommandsOwnFlags) {
  CompileCommand command;
  ASSERT_TRUE(ReadCompileCommand({"g++", "-include", "no-such.h", "-std=c++17", "-c", "no-such.cc"}, &command));
  const PredefinedMacros macros = ReadPredefinedMacros(command);
  ASSERT_EQ(macros.count("__GNUC__"), 1u);
  EXPECT_EQ(macros.at("__cplusplus"), "201703L");
}

}  // namespace
}  // namespace spansmith::generator
