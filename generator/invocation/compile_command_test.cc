// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/invocation/compile_command.h"

#include <gtest/gtest.h>

#include <fstream>

namespace spansmith::generator {
namespace {

bool Reads(const Arguments& argv) {
  CompileCommand command;
  return ReadCompileCommand(argv, &command);
}

TEST(CompileCommand, ReadsWhatCMakeWrites) {
  CompileCommand command;
  ASSERT_TRUE(ReadCompileCommand({"ccache", "/usr/bin/c++", "-DX=1", "-I", "a.cc", "-O2", "-MD", "-MT", "x.o", "-MF",
                                  "x.o.d", "-o", "x.o", "-c", "/src/x.cc"},
                                 &command));
  EXPECT_EQ(command.launchers, Arguments{"ccache"});
  EXPECT_EQ(command.compiler, "/usr/bin/c++");
  EXPECT_EQ(command.output, "x.o");
  EXPECT_EQ(command.depfile, "x.o.d");
  EXPECT_TRUE(command.writes_depfile);
  ASSERT_EQ(command.sources.size(), 1u);
  EXPECT_EQ(command.arguments[command.sources[0]], "/src/x.cc");
}

TEST(CompileCommand, LeavesWhatCompilesNoCxxToTheCompiler) {
  EXPECT_FALSE(Reads({"g++", "-E", "-c", "a.cc"}));
  EXPECT_FALSE(Reads({"g++", "-M", "-c", "a.cc"}));
  EXPECT_FALSE(Reads({"g++", "-MM", "a.cc", "-c"}));
  EXPECT_FALSE(Reads({"g++", "a.o", "-o", "a"}));
  EXPECT_FALSE(Reads({"g++", "a.cc", "-o", "a"}));  // compiles and links: no object to stand beside
  EXPECT_FALSE(Reads({"gcc", "-c", "a.c"}));
  EXPECT_FALSE(Reads({"g++", "-x", "c++-header", "-c", "a.h"}));
  EXPECT_FALSE(Reads({"g++", "-x", "c", "-c", "a.cc"}));
  EXPECT_FALSE(Reads({"g++", "-c", "-"}));
  EXPECT_FALSE(Reads({"ccache"}));
  EXPECT_FALSE(Reads({}));
}

TEST(CompileCommand, TakesTheLanguageThatXNames) {
  EXPECT_TRUE(Reads({"g++", "-x", "c++", "-c", "a.inc"}));
  EXPECT_TRUE(Reads({"g++", "-xc++", "-c", "a.inc"}));
  EXPECT_TRUE(Reads({"g++", "-S", "a.cpp"}));
}

TEST(CompileCommand, SpellsOutWhatTheCompilerWouldHaveChosen) {
  CompileCommand command;
  ASSERT_TRUE(ReadCompileCommand({"g++", "-MD", "-c", "dir/a.cc", "b.cc"}, &command));
  ASSERT_EQ(command.sources.size(), 2u);
  const CompileCommand first = ForOneSource(command, 0);
  EXPECT_EQ(first.output, "a.o");
  EXPECT_EQ(first.depfile, "a.d");
  EXPECT_EQ(WithSource(first, "copy.cc"), (Arguments{"g++", "-MD", "-c", "copy.cc", "-o", "a.o", "-MF", "a.d"}));
  EXPECT_EQ(ForOneSource(command, 1).output, "b.o");
}

TEST(CompileCommand, TheDependencyFileStandsBesideTheOutput) {
  CompileCommand command;
  ASSERT_TRUE(ReadCompileCommand({"g++", "-MMD", "-c", "a.cc", "-oout/x.obj"}, &command));
  EXPECT_EQ(ForOneSource(command, 0).depfile, "out/x.d");
}

TEST(CompileCommand, FindsTheCompilerBehindLaunchers) {
  const auto launchers = [](const Arguments& in_front) {
    Arguments argv = in_front;
    argv.insert(argv.end(), {"g++", "-c", "a.cc"});
    CompileCommand command;
    EXPECT_TRUE(ReadCompileCommand(argv, &command));
    EXPECT_EQ(command.compiler, "g++");
    EXPECT_EQ(command.launchers, in_front);
  };
  launchers({"/usr/bin/cmake", "-E", "env", "A=1", "--unset=B", "ccache"});
  launchers({"/usr/bin/cmake", "-E", "env", "A=1", "--"});
  launchers({"env", "A=b c", "nice", "-n", "5", "ccache", "compiler_check=content"});
  launchers({"time", "distcc"});
}

TEST(CompileCommand, OtherInputsAreCompiledApart) {
  CompileCommand command;
  ASSERT_TRUE(ReadCompileCommand({"g++", "-O1", "-c", "a.cc", "b.c"}, &command));
  EXPECT_EQ(WithSource(ForOneSource(command, 0), "copy.cc"), (Arguments{"g++", "-O1", "-c", "copy.cc", "-o", "a.o"}));
  EXPECT_EQ(ForTheOthers(command), (Arguments{"g++", "-O1", "-c", "b.c"}));
  EXPECT_FALSE(ReadCompileCommand({"g++", "-c", "a.cc", "b.cc", "-o", "x.o"}, &command));
}

TEST(CompileCommand, TheKernelsWayOfAskingForADependencyFile) {
  CompileCommand command;
  ASSERT_TRUE(ReadCompileCommand({"g++", "-Wp,-MMD,dir/x.d", "-c", "a.cc", "-o", "x.o"}, &command));
  EXPECT_TRUE(command.writes_depfile);
  EXPECT_EQ(command.depfile, "dir/x.d");
}

TEST(CompileCommand, ExpandsResponseFiles) {
  const std::string path = testing::TempDir() + "/spansmith_response";
  std::ofstream(path) << "-c \"with blank.cc\" -o x.o";
  CompileCommand command;
  ASSERT_TRUE(ReadCompileCommand({"g++", "@" + path}, &command));
  EXPECT_EQ(command.arguments[command.sources[0]], "with blank.cc");
}

TEST(CompileCommand, MeaningIsWithoutOutputsAndPhases) {
  CompileCommand command;
  ASSERT_TRUE(ReadCompileCommand(
      {"g++", "-MD", "-MT", "x", "-MF", "y", "-save-temps", "-I", "-o", "-DA", "-o", "z", "-c", "a.cc"}, &command));
  EXPECT_EQ(MeaningArguments(command), (Arguments{"-I", "-o", "-DA", "a.cc"}));
}

}  // namespace
}  // namespace spansmith::generator
