// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/invocation/precompile_command.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

// As CMake 3.25 writes them.
const Arguments kGcc = {"ccache",
                        "g++",
                        "-O2",
                        "-x",
                        "c++-header",
                        "-include",
                        "/b/t/cmake_pch.hxx",
                        "-MD",
                        "-MT",
                        "t/x.gch",
                        "-MF",
                        "t/x.gch.d",
                        "-o",
                        "/b/t/cmake_pch.hxx.gch",
                        "-c",
                        "/b/t/cmake_pch.hxx.cxx"};
const Arguments kClang = {"clang++",
                          "-Xclang",
                          "-emit-pch",
                          "-Xclang",
                          "-include",
                          "-Xclang",
                          "/b/t/cmake_pch.hxx",
                          "-x",
                          "c++-header",
                          "-o",
                          "/b/t/cmake_pch.hxx.pch",
                          "-c",
                          "/b/t/cmake_pch.hxx.cxx"};

TEST(PrecompileCommand, ReadsWhatCMakeWrites) {
  PrecompileCommand command;
  ASSERT_TRUE(ReadPrecompileCommand(kGcc, &command));
  EXPECT_EQ(command.header, "/b/t/cmake_pch.hxx");
  EXPECT_EQ(command.ending, ".gch");
  EXPECT_EQ(command.argv, kGcc);
  EXPECT_EQ(command.compile.launchers, Arguments{"ccache"});
  EXPECT_EQ(command.compile.arguments[command.compile.sources.front()], "/b/t/cmake_pch.hxx.cxx");
  EXPECT_EQ(command.compile.depfile, "t/x.gch.d");
  ASSERT_TRUE(ReadPrecompileCommand(kClang, &command));
  EXPECT_EQ(command.ending, ".pch");
  for (const std::string& argument : command.compile.arguments) {
    EXPECT_NE(argument, "-emit-pch");
    EXPECT_NE(argument, "c++-header");
  }
}

TEST(PrecompileCommand, OthersAreNone) {
  PrecompileCommand command;
  EXPECT_FALSE(ReadPrecompileCommand({"g++", "-include", "/b/cmake_pch.hxx", "-c", "x.cc"}, &command));
  EXPECT_FALSE(ReadPrecompileCommand({"g++", "-x", "c++-header", "a.h", "-o", "a.h.gch"}, &command));
  Arguments elsewhere = kGcc;
  elsewhere[13] = "/b/other.gch";
  EXPECT_FALSE(ReadPrecompileCommand(elsewhere, &command));
  Arguments two = kGcc;
  two.insert(two.begin() + 2, {"-include", "more.h"});
  EXPECT_FALSE(ReadPrecompileCommand(two, &command));
}

TEST(PrecompileCommand, TheSameOfACopy) {
  PrecompileCommand command;
  ASSERT_TRUE(ReadPrecompileCommand(kGcc, &command));
  std::string dependencies;
  Arguments expected = kGcc;
  expected[6] = "/h/copy.hxx";
  expected[11] = "/h/copy.hxx.gch.d";
  expected[13] = "/h/copy.hxx.gch";
  EXPECT_EQ(PrecompileInstead(command, "/h/copy.hxx", &dependencies), expected);
  EXPECT_EQ(dependencies, "/h/copy.hxx.gch.d");
  ASSERT_TRUE(ReadPrecompileCommand(kClang, &command));
  expected = kClang;
  expected[6] = "/h/copy.hxx";
  expected[10] = "/h/copy.hxx.pch";
  EXPECT_EQ(PrecompileInstead(command, "/h/copy.hxx", &dependencies), expected);
  EXPECT_TRUE(dependencies.empty());
}

}  // namespace
}  // namespace spansmith::generator
