// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What one process writes another reads; whatever is wrong with the directory or a file in it.
#include "deliver/spill.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <vector>

#include "notice/notice.h"

namespace spansmith::deliver {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class SpillTest : public ::testing::Test {
 protected:
  SpillTest() {
    std::string pattern = ::testing::TempDir() + "spillXXXXXX";
    folder_ = mkdtemp(pattern.data());
    config_.folder = folder_.string();
    notice::SetSink([this](const std::string& line) { lines_.push_back(line); });
  }
  ~SpillTest() override {
    notice::SetSink({});
    fs::remove_all(folder_);
  }

  std::vector<fs::path> Files() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder_)) files.push_back(entry.path());
    return files;
  }
  // Everything that is left, as "bytes/spans".
  std::vector<std::string> ReadAll() const {
    std::vector<std::string> all;
    Spill spill(config_);
    while (const auto saved = spill.Next()) {
      all.push_back(saved->bytes + '/' + std::to_string(saved->spans));
      spill.Done();
    }
    return all;
  }

  fs::path folder_;
  config::SpillConfig config_;
  std::vector<std::string> lines_;
};

TEST_F(SpillTest, TheNextOneReadsWhatWasWrittenAndTheFileIsGone) {
  {
    Spill spill(config_);
    EXPECT_TRUE(spill.Write("first", 3));
    EXPECT_TRUE(spill.Write(std::string("\0\xff", 2), 1));
    EXPECT_TRUE(ReadAll().empty()) << "its process lives";
  }
  EXPECT_THAT(ReadAll(), ElementsAre("first/3", std::string("\0\xff", 2) + "/1"));
  EXPECT_THAT(Files(), IsEmpty());
  EXPECT_THAT(lines_, IsEmpty());
}

TEST_F(SpillTest, WhatWasNotDoneIsThereAgain) {
  {
    EXPECT_TRUE(Spill(config_).Write("first", 3));
  }
  {
    Spill spill(config_);
    EXPECT_EQ(spill.Next()->bytes, "first");
    EXPECT_EQ(spill.Next()->bytes, "first");
  }
  EXPECT_THAT(ReadAll(), ElementsAre("first/3"));
}

TEST_F(SpillTest, OnlyTheOwnerMayReadIt) {
  {
    EXPECT_TRUE(Spill(config_).Write("secret", 1));
  }
  EXPECT_EQ(fs::status(Files().at(0)).permissions() & fs::perms(077), fs::perms::none);
}

TEST_F(SpillTest, ATornTailIsDiscardedWhereverItWasTorn) {
  {
    EXPECT_TRUE(Spill(config_).Write("first", 3));
  }
  const auto one = fs::file_size(Files().at(0));
  fs::remove(Files().at(0));
  for (std::uintmax_t size = one + 1; size < one + 22; ++size) {
    {
      Spill spill(config_);
      EXPECT_TRUE(spill.Write("first", 3));
      EXPECT_TRUE(spill.Write("second", 3));
    }
    fs::resize_file(Files().at(0), size);
    lines_.clear();
    EXPECT_THAT(ReadAll(), ElementsAre("first/3")) << size;
    EXPECT_THAT(lines_, ElementsAre(HasSubstr(std::to_string(size - one) + " bytes"))) << size;
    EXPECT_THAT(Files(), IsEmpty());
  }
}

TEST_F(SpillTest, AChangedByteIsNotSent) {
  {
    EXPECT_TRUE(Spill(config_).Write("first", 3));
  }
  for (std::uintmax_t at = 0, size = fs::file_size(Files().at(0)); at < size; ++at) {
    if (Files().empty()) {
      EXPECT_TRUE(Spill(config_).Write("first", 3));
    }
    {
      std::fstream file(Files().at(0), std::ios::in | std::ios::out | std::ios::binary);
      file.seekg(static_cast<std::streamoff>(at));
      const int byte = file.get();
      file.seekp(static_cast<std::streamoff>(at));
      file.put(static_cast<char>(byte ^ 0x10));
    }
    EXPECT_THAT(ReadAll(), IsEmpty()) << at;
  }
}

TEST_F(SpillTest, WhatIsNoFileIsLeftAlone) {
  const fs::path elsewhere = folder_ / "elsewhere";
  std::ofstream(elsewhere) << "not ours";
  fs::create_symlink(elsewhere, folder_ / "link.spill");
  fs::create_directory(folder_ / "folder.spill");
  ASSERT_EQ(mkfifo((folder_ / "pipe.spill").c_str(), 0600), 0);
  EXPECT_THAT(ReadAll(), IsEmpty());
  EXPECT_THAT(lines_, IsEmpty());
  EXPECT_EQ(Files().size(), 4u);
  EXPECT_EQ(fs::file_size(elsewhere), 8u);
}

TEST_F(SpillTest, TheDirectoryHasABound) {
  config_.max_bytes = 100;
  Spill spill(config_);
  EXPECT_TRUE(spill.Write(std::string(60, 'x'), 1));
  EXPECT_FALSE(spill.Write(std::string(60, 'x'), 1));
  EXPECT_THAT(lines_, ElementsAre(HasSubstr("SPANSMITH_SPILL_SIZE")));
}

TEST_F(SpillTest, ADirectoryThatCannotBeIsSaidOnce) {
  config_.folder = "/proc/none/spill";
  Spill spill(config_);
  EXPECT_FALSE(spill.Write("first", 1));
  EXPECT_FALSE(spill.Write("first", 1));
  EXPECT_FALSE(spill.Next());
  EXPECT_THAT(lines_, ElementsAre(HasSubstr("SPANSMITH_SPILL_DIRECTORY='/proc/none/spill'")));
}

// In a process of its own: RLIMIT_FSIZE, as a full disk, ends a write in its middle.
TEST_F(SpillTest, AFullDiskLeavesNoHalfRecord) {
  const pid_t child = fork();
  if (child == 0) {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{100, 100};
    setrlimit(RLIMIT_FSIZE, &limit);
    Spill spill(config_);
    const bool ok = spill.Write("first", 3) && !spill.Write(std::string(1'000, 'x'), 1) && spill.Write("second", 2);
    _exit(ok ? 0 : 1);
  }
  int status = 1;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_THAT(ReadAll(), ElementsAre("first/3", "second/2"));
  EXPECT_THAT(lines_, IsEmpty());
}

TEST_F(SpillTest, AProcessThatIsKilledWhileWritingLosesThatRecordOnly) {
  const pid_t child = fork();
  if (child == 0) {
    Spill spill(config_);
    spill.Write("first", 3);
    while (true) spill.Write(std::string(100'000, 'x'), 7);
  }
  while (Files().empty() || fs::file_size(Files().at(0)) < 200'000) usleep(1'000);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  const std::vector<std::string> all = ReadAll();
  ASSERT_GT(all.size(), 1u);
  EXPECT_EQ(all.front(), "first/3");
  for (std::size_t i = 1; i < all.size(); ++i) EXPECT_EQ(all[i], std::string(100'000, 'x') + "/7");
  EXPECT_THAT(Files(), IsEmpty());
}

}  // namespace
}  // namespace spansmith::deliver
