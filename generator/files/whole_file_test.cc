// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/files/whole_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace spansmith::generator {
namespace {

namespace fs = std::filesystem;

class WholeFile : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = testing::TempDir() + "/whole-XXXXXX";
    folder_ = mkdtemp(pattern.data());
  }
  void TearDown() override { fs::remove_all(folder_); }

  ino_t NodeOf(const std::string& path) const {
    struct stat status{};
    return stat(path.c_str(), &status) == 0 ? status.st_ino : 0;
  }

  std::string folder_;
  std::string reason_;
};

TEST_F(WholeFile, ComesBackAsItWasWritten) {
  const std::string text("a\0b\r\n\xff", 6);
  ASSERT_TRUE(WriteFile(folder_ + "/f", text, &reason_)) << reason_;
  std::string there;
  ASSERT_TRUE(ReadFile(folder_ + "/f", &there));
  EXPECT_EQ(there, text);
}

TEST_F(WholeFile, LeavesNothingElseBehind) {
  ASSERT_TRUE(WriteFile(folder_ + "/f", "x", &reason_));
  EXPECT_FALSE(WriteFile(folder_ + "/absent/f", "x", &reason_));
  EXPECT_FALSE(reason_.empty());
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(WholeFile, WrittenOnlyIfChanged) {
  const std::string path = folder_ + "/f";
  ASSERT_TRUE(WriteIfChanged(path, "x", &reason_));
  const ino_t first = NodeOf(path);
  ASSERT_TRUE(WriteIfChanged(path, "x", &reason_));
  EXPECT_EQ(NodeOf(path), first);
  ASSERT_TRUE(WriteIfChanged(path, "y", &reason_));
  std::string there;
  ASSERT_TRUE(ReadFile(path, &there));
  EXPECT_EQ(there, "y");
}

TEST_F(WholeFile, AFileThatIsNotThereCannotBeRead) {
  std::string there;
  EXPECT_FALSE(ReadFile(folder_ + "/f", &there));
}

}  // namespace
}  // namespace spansmith::generator
