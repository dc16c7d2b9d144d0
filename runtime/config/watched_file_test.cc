// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A file that is written, replaced, swapped by a link, torn, taken away: what is seen of it, and when.
#include "config/watched_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace spansmith::config {
namespace {

using ::testing::HasSubstr;
namespace fs = std::filesystem;

class Watched : public ::testing::Test {
 protected:
  Watched() : folder_(fs::path(::testing::TempDir()) / ("watched." + std::to_string(getpid()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~Watched() override { fs::remove_all(folder_); }

  void Put(const std::string& text, const std::string& name = "file") { std::ofstream(folder_ / name) << text; }
  static std::string TextOf(const std::optional<WatchedFile::News>& news) {
    if (!news) return "nothing new";
    return news->trouble.empty() ? news->text : "trouble: " + news->trouble;
  }
  std::string Look() { return TextOf(file_.Look()); }

  const fs::path folder_;
  WatchedFile file_{folder_ / "file"};
};

TEST_F(Watched, ATextCountsAtTheSecondLookAndOnce) {
  Put("one");
  EXPECT_EQ(Look(), "nothing new");
  EXPECT_EQ(Look(), "one");
  EXPECT_EQ(Look(), "nothing new");
  Put("two!");
  EXPECT_EQ(Look(), "nothing new");
  Put("three!");  // written in two steps
  EXPECT_EQ(Look(), "nothing new");
  EXPECT_EQ(Look(), "three!");
}

TEST_F(Watched, TheSameTextAgainIsNoNews) {
  Put("one");
  Look();
  Look();
  Put("one");
  EXPECT_EQ(Look(), "nothing new");
  EXPECT_EQ(Look(), "nothing new");
}

TEST_F(Watched, AtTheStartItCountsAtOnce) {
  Put("one");
  EXPECT_EQ(TextOf(file_.Look(true)), "one");
  EXPECT_EQ(Look(), "nothing new");
}

TEST_F(Watched, ALinkThatIsSwapped) {  // as the kubelet does with a ConfigMap
  fs::create_directory(folder_ / "a");
  fs::create_directory(folder_ / "b");
  Put("old", "a/file");
  Put("new", "b/file");
  fs::create_directory_symlink("a", folder_ / "..data");
  fs::create_symlink("..data/file", folder_ / "file");
  Look();
  EXPECT_EQ(Look(), "old");
  fs::create_directory_symlink("b", folder_ / "..data_tmp");
  fs::rename(folder_ / "..data_tmp", folder_ / "..data");
  EXPECT_EQ(Look(), "nothing new");
  EXPECT_EQ(Look(), "new");
}

TEST_F(Watched, TroubleIsToldOnce) {
  EXPECT_EQ(Look(), "nothing new");
  EXPECT_THAT(Look(), HasSubstr("trouble: cannot be read: No such file"));
  EXPECT_EQ(Look(), "nothing new");
  Put("here");
  Look();
  EXPECT_EQ(Look(), "here");
  fs::remove(folder_ / "file");
  Look();
  EXPECT_THAT(Look(), HasSubstr("No such file"));
  fs::create_directory(folder_ / "file");
  Look();
  EXPECT_EQ(Look(), "trouble: is not a file");
  fs::remove(folder_ / "file");
  Put(std::string(WatchedFile::kMost + 1, 'x'));
  Look();
  EXPECT_EQ(Look(), "trouble: is larger than 65536 bytes");
  Put(std::string(WatchedFile::kMost, 'x'));
  Look();
  EXPECT_EQ(Look().size(), WatchedFile::kMost);
}

TEST_F(Watched, AFileThatMayNotBeRead) {
  Put("secret");
  fs::permissions(folder_ / "file", fs::perms::none);
  // Root may read everything.
  const bool root = geteuid() == 0;
  if (root) {
    ASSERT_EQ(seteuid(65534), 0);
  }
  Look();
  const std::string without = Look();
  if (root) {
    ASSERT_EQ(seteuid(0), 0);
  }
  EXPECT_THAT(without, HasSubstr("Permission denied"));
  fs::permissions(folder_ / "file", fs::perms::owner_read);
  Look();
  EXPECT_EQ(Look(), "secret");
}

TEST_F(Watched, APipeDoesNotHoldUs) {
  ASSERT_EQ(mkfifo((folder_ / "file").c_str(), 0600), 0);
  Look();
  EXPECT_EQ(Look(), "trouble: is not a file");
}

}  // namespace
}  // namespace spansmith::config
