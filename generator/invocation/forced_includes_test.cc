// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/invocation/forced_includes.h"

#include <gtest/gtest.h>

#include <fstream>

namespace spansmith::generator {
namespace {

// CMake's command lines for a source of a target with a precompiled header: g++'s, clang++'s.
const Arguments kGcc = {"-Winvalid-pch", "-include", "/b/cmake_pch.hxx", "-c", "x.cc"};
const Arguments kClang = {"-Xclang", "-include-pch", "-Xclang", "/b/cmake_pch.hxx.pch",
                          "-Xclang", "-include",     "-Xclang", "/b/cmake_pch.hxx",
                          "-c",      "x.cc"};

std::string Touch(const std::string& name) {
  std::string path = testing::TempDir() + name;
  std::ofstream file(path);
  file << "\n";
  return path;
}

TEST(ForcedIncludes, BothFormsAndNoOther) {
  EXPECT_EQ(ForcedIncludes(kGcc), std::vector<std::string>{"/b/cmake_pch.hxx"});
  EXPECT_EQ(ForcedIncludes(kClang), std::vector<std::string>{"/b/cmake_pch.hxx"});
  EXPECT_TRUE(ForcedIncludes({"-imacros", "a.h", "-include-pch", "b.pch", "-Wp,-include,c.h", "-include"}).empty());
}

TEST(ForcedIncludes, AsTextWithoutThePrecompiledHeader) {
  EXPECT_EQ(AsText(kGcc, false), kGcc);
  EXPECT_EQ(AsText(kGcc, true),
            (Arguments{"-Winvalid-pch", "-Xclang", "-include", "-Xclang", "/b/cmake_pch.hxx", "-c", "x.cc"}));
  EXPECT_EQ(AsText(kClang, false), Arguments(kClang.begin() + 4, kClang.end()));
  EXPECT_EQ(AsText({"-fpch-preprocess", "x.cc"}, false), Arguments{"x.cc"});
}

TEST(ForcedIncludes, AsTextOfAPrecompiledHeaderAlone) {
  const std::string header = Touch("forced_alone.h");
  EXPECT_EQ(AsText({"-include-pch", header + ".pch"}, false), (Arguments{"-Xclang", "-include", "-Xclang", header}));
  EXPECT_TRUE(AsText({"-include-pch", "/none/a.h.pch"}, false).empty());
}

TEST(ForcedIncludes, ACopyAndItsPrecompiledHeaderIfThereIsOne) {
  const std::string with = Touch("forced_copy.hxx");
  Touch("forced_copy.hxx.pch");
  EXPECT_EQ(WithForcedIncludes(kGcc, {{"/b/cmake_pch.hxx", with}}),
            (Arguments{"-Winvalid-pch", "-include", with, "-c", "x.cc"}));
  EXPECT_EQ(WithForcedIncludes(kClang, {{"/b/cmake_pch.hxx", with}}),
            (Arguments{"-Xclang", "-include-pch", "-Xclang", with + ".pch", "-Xclang", "-include", "-Xclang", with,
                       "-c", "x.cc"}));
  EXPECT_EQ(WithForcedIncludes(kClang, {{"/b/cmake_pch.hxx", "/none/copy"}}),
            (Arguments{"-Xclang", "-include", "-Xclang", "/none/copy", "-c", "x.cc"}));
  EXPECT_EQ(WithForcedIncludes({"-include-pch", "a.h.pch"}, {{"a.h", "/none/copy"}}),
            (Arguments{"-Xclang", "-include", "-Xclang", "/none/copy"}));
  EXPECT_EQ(WithForcedIncludes(kClang, {{"/other.h", "/none/copy"}}), kClang);
  EXPECT_EQ(WithForcedIncludes(kClang, {}), kClang);
}

TEST(ForcedIncludes, WhatCMakeMakes) {
  EXPECT_TRUE(IsMadeByCMake("/b/CMakeFiles/t.dir/cmake_pch.hxx"));
  EXPECT_FALSE(IsMadeByCMake("/b/cmake_pch.hxx.cxx"));
  EXPECT_FALSE(IsMadeByCMake("/b/pch.h"));
}

}  // namespace
}  // namespace spansmith::generator
