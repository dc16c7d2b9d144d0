// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/invocation/module_unit.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

TEST(ModuleUnit, IsToldByTheCommand) {
  EXPECT_EQ(ModuleUnitOf({"clang++", "-std=c++20", "--precompile", "a.cppm", "-o", "a.pcm"}), "a.cppm");
  EXPECT_EQ(ModuleUnitOf({"clang++", "-c", "x/a.ixx"}), "x/a.ixx");
  EXPECT_EQ(ModuleUnitOf({"clang++", "-x", "c++-module", "a.cc", "-c"}), "a.cc");
  EXPECT_EQ(ModuleUnitOf({"clang++", "-c", "a.cc", "-o", "b.cppm"}), "");
  EXPECT_EQ(ModuleUnitOf({"clang++", "-E", "a.cppm"}), "");
  EXPECT_EQ(ModuleUnitOf({"clang++", "a.o", "-o", "a"}), "");
  EXPECT_EQ(ModuleUnitOf({}), "");
}

TEST(ModuleUnit, IsToldByTheText) {
  EXPECT_TRUE(IsModuleUnit("module;\n#include <map>\nexport module a;\n"));
  EXPECT_TRUE(IsModuleUnit("// a comment\n/* another */\n#define A \\\n  1\nexport module a.b:part;\n"));
  EXPECT_TRUE(IsModuleUnit("module a;"));
  EXPECT_TRUE(IsModuleUnit("export module a [[deprecated]];"));
  EXPECT_FALSE(IsModuleUnit(""));
  EXPECT_FALSE(IsModuleUnit("int module;"));
  EXPECT_FALSE(IsModuleUnit("module* current;"));
  EXPECT_FALSE(IsModuleUnit("module_t a;"));
  EXPECT_FALSE(IsModuleUnit("import a;\nint f();"));
  EXPECT_FALSE(IsModuleUnit("// module a;\nint f();"));
  EXPECT_FALSE(IsModuleUnit("module current = first();"));
}

}  // namespace
}  // namespace spansmith::generator
