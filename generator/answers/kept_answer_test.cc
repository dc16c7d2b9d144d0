// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/answers/kept_answer.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace spansmith::generator {
namespace {

class KeptAnswerTest : public testing::Test {
 protected:
  KeptAnswerTest() {
    std::string pattern = testing::TempDir() + "answersXXXXXX";
    folder_ = mkdtemp(pattern.data());
    setenv("SPANSMITH_CACHE_DIR", (folder_ / "cache").c_str(), 1);
    unsetenv("SPANSMITH_CACHE");
  }
  ~KeptAnswerTest() override {
    unsetenv("SPANSMITH_CACHE_DIR");
    std::filesystem::remove_all(folder_);
  }

  // How often a compiler was asked, after this question about a source and its options.
  int Ask(const std::string& question, const std::string& source, const Arguments& options,
          const std::string& answer = "yes") {
    CompileCommand command;
    command.compiler = "c++";
    command.arguments = options;
    command.sources = {command.arguments.size()};
    command.arguments.push_back(source);
    EXPECT_EQ(KeptAnswer(command, question, [&] { return ++asked_, answer; }), answer);
    return asked_;
  }

  std::filesystem::path folder_;
  int asked_ = 0;
};

TEST_F(KeptAnswerTest, IsAskedForOnceForEachSetOfOptions) {
  const std::string headers = "-I" + (folder_ / "headers").string();
  EXPECT_EQ(Ask("one", "a.cc", {"-O2", headers}), 1);
  EXPECT_EQ(Ask("one", "b.cc", {"-O2", headers}), 1);
  EXPECT_EQ(Ask("another", "b.cc", {"-O2", headers}), 2);
  EXPECT_EQ(Ask("one", "a.cc", {"-O0", headers}), 3);
  std::filesystem::create_directory(folder_ / "headers");
  EXPECT_EQ(Ask("one", "a.cc", {"-O2", headers}), 4);
  setenv("CPATH", folder_.c_str(), 1);
  EXPECT_EQ(Ask("one", "a.cc", {"-O2", headers}), 5);
  unsetenv("CPATH");
  EXPECT_EQ(Ask("one", "a.cc", {"-O2", headers}), 5);
}

TEST_F(KeptAnswerTest, NoAnswerIsNotKept) {
  EXPECT_EQ(Ask("one", "a.cc", {}, ""), 1);
  EXPECT_EQ(Ask("one", "a.cc", {}), 2);
  EXPECT_EQ(Ask("one", "a.cc", {}), 2);
}

TEST(NamedFolders, AsOneArgumentOrTwo) {
  EXPECT_EQ(NamedFolders({"-Ia", "-isystem", "b", "-O2", "-iquotec"}), (std::vector<std::string>{"a", "b", "c"}));
}

}  // namespace
}  // namespace spansmith::generator
