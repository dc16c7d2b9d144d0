// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/clang_arguments.h"

#include <gtest/gtest.h>
#include <llvm/TargetParser/Host.h>

namespace spansmith::generator {
namespace {

// The options that say where to look for headers, in their order.
std::string Directories(const Arguments& argv, const Arguments& search_directories) {
  CompileCommand command;
  EXPECT_TRUE(ReadCompileCommand(argv, &command));
  Arguments unknown;
  const Arguments arguments = ClangArguments(command, search_directories, "", &unknown);
  std::string out;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument.rfind("-I", 0) == 0 || argument.rfind("-i", 0) == 0) {
      out += argument + (argument.size() == 2 || argument[1] == 'i' ? " " + arguments[i + 1] : "") + " ";
    }
  }
  return out;
}

TEST(ClangArguments, DirectoriesAreTheCompilersInItsOrder) {
  EXPECT_EQ(Directories({"g++", "-isystem", "b", "-Ia", "-iquote", "q", "-c", "x.cc"}, {"a", "b", "/none/usr"}),
            "-iquote q -I a -isystem b -isystem /none/usr ");
}

TEST(ClangArguments, AUserDirectoryThatTheCompilerHasAsItsOwnIsItsOwn) {
  EXPECT_EQ(Directories({"g++", "-I/none/usr", "-I", "a", "-c", "x.cc"}, {"a", "/none/lib", "/none/usr"}),
            "-I a -isystem /none/lib -isystem /none/usr ");
}

TEST(ClangArguments, TheCompilersBuiltinHeadersComeBehindEverything) {
  const std::string all = Directories({"g++", "-c", "x.cc"}, {"/none/c++/12", "/none/gcc/12/include", "/none/usr"});
  EXPECT_EQ(all.find("-isystem /none/c++/12 -isystem "), 0u) << all;
  EXPECT_NE(all.find("/include -isystem /none/usr -isystem /none/gcc/12/include "), std::string::npos) << all;
}

TEST(ClangArguments, AnotherMachineIsClangsTargetToo) {
  CompileCommand command;
  ASSERT_TRUE(ReadCompileCommand({"cross-g++", "-c", "x.cc"}, &command));
  const auto targets = [&](const std::string& target) {
    Arguments unknown;
    std::string out;
    for (const std::string& argument : ClangArguments(command, {}, target, &unknown)) {
      if (argument.rfind("--target=", 0) == 0) out += argument;
    }
    return out;
  };
  EXPECT_EQ(targets("riscv64-linux-gnu"), "--target=riscv64-linux-gnu");
  EXPECT_EQ(targets("armv7l-linux-gnueabihf"), "--target=armv7l-linux-gnueabihf");
  EXPECT_EQ(targets(""), "");
  const std::string ours = llvm::sys::getDefaultTargetTriple();
  EXPECT_EQ(targets(ours), "");
  EXPECT_EQ(targets(ours.substr(0, ours.find('-')) + "-linux-gnu"), "");  // without or with another vendor
}

TEST(ClangArguments, WithoutAListTheUsersOptionsStay) {
  EXPECT_EQ(Directories({"g++", "-Ia", "-isystem", "b", "-c", "x.cc"}, {}), "-I a -isystem b ");
}

}  // namespace
}  // namespace spansmith::generator
