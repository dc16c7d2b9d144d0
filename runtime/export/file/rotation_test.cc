// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Files that are put aside, by one and by several.
#include "export/file/rotation.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace spansmith::exporter {
namespace {

namespace fs = std::filesystem;

class RotationTest : public ::testing::Test {
 protected:
  RotationTest() {
    std::string pattern = ::testing::TempDir() + "rotationXXXXXX";
    folder_ = mkdtemp(pattern.data());
    path_ = folder_ + "/t.jsonl";
  }
  ~RotationTest() override { fs::remove_all(folder_); }

  void Append(const std::string& text, const Rotation& rotation) const {
    const int file = OpenRotated(path_, rotation, text.size());
    ASSERT_GE(file, 0);
    ASSERT_EQ(write(file, text.data(), text.size()), static_cast<ssize_t>(text.size()));
    close(file);
  }
  static std::string Read(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
  }

  std::string folder_;
  std::string path_;
};

TEST_F(RotationTest, AFullFileIsPutAsideAndTheOldestGoes) {
  for (const char* text : {"aaaa", "bb", "cccc", "dddd", "eeee"}) Append(text, {6, 3});
  EXPECT_EQ(Read(path_), "eeee");
  EXPECT_EQ(Read(path_ + ".1"), "dddd");
  EXPECT_EQ(Read(path_ + ".2"), "cccc");
  EXPECT_FALSE(fs::exists(path_ + ".3"));
}

TEST_F(RotationTest, ALineThatIsTooLongHasAFileOfItsOwn) {
  for (const char* text : {"aaaaaaaaaa", "bbbbbbbbbb"}) Append(text, {6, 3});
  EXPECT_EQ(Read(path_), "bbbbbbbbbb");
  EXPECT_EQ(Read(path_ + ".1"), "aaaaaaaaaa");
}

TEST_F(RotationTest, OneFileAloneBeginsAnew) {
  for (const char* text : {"aaaa", "bbbb"}) Append(text, {6, 1});
  EXPECT_EQ(Read(path_), "bbbb");
  EXPECT_FALSE(fs::exists(path_ + ".1"));
}

TEST_F(RotationTest, WithoutABoundItGrows) {
  for (int i = 0; i < 100; ++i) Append("aaaa", {0, 3});
  EXPECT_EQ(Read(path_).size(), 400u);
}

TEST_F(RotationTest, SeveralProcessesLoseNothing) {
  constexpr int kProcesses = 4;
  constexpr int kLines = 200;
  for (int p = 0; p < kProcesses; ++p) {
    if (fork() != 0) continue;
    for (int i = 0; i < kLines; ++i) Append(std::to_string(p) + "\n", {40, 10'000});
    _exit(HasFailure() ? 1 : 0);
  }
  for (int p = 0; p < kProcesses; ++p) {
    int status = 1;
    wait(&status);
    EXPECT_EQ(status, 0);
  }
  std::size_t bytes = 0;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    EXPECT_LE(entry.file_size(), 40u);
    bytes += entry.file_size();
  }
  EXPECT_EQ(bytes, std::size_t{2} * kProcesses * kLines);
}

}  // namespace
}  // namespace spansmith::exporter
