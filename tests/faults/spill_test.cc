// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Rows: what could not be sent is kept in a directory (SPANSMITH_SPILL_DIRECTORY) for the next process.
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "row.h"
#include "transport/testing/http_server.h"

namespace spansmith::faults {
namespace {

using transport::HttpAnswer;
namespace fs = std::filesystem;

class Spill : public ::testing::Test {
 protected:
  Spill() {
    char name[] = "/tmp/spansmith-faults-XXXXXX";
    folder_ = mkdtemp(name);
  }
  ~Spill() override { fs::remove_all(folder_); }

  Environment Kept(const std::string& folder) const {
    return {{"SPANSMITH_SPILL_DIRECTORY", folder}, {"FAULTS_FLUSH", "100"}};
  }
  // A process that could not send, and what it left.
  Result Left(const std::string& what = "") {
    return RunTraced(To("http://127.0.0.1:" + std::to_string(transport::RefusingPort())) + Kept(folder_), what);
  }
  std::vector<fs::path> Files() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder_)) {
      if (entry.path().extension() == ".spill") files.push_back(entry.path());
    }
    return files;
  }
  std::string folder_;
};

TEST_F(Spill, TheNextProcessSendsThem) {
  Expect("refused, with a spill directory", Left(), 0, "spilled", "are kept in ");
  ASSERT_EQ(Files().size(), 1u);
  Receiver receiver(HttpAnswer(200));
  Expect("the next process, 10 spans being kept", RunTraced(To(receiver.url()) + Kept(folder_)), kSpans, "", "");
  EXPECT_EQ(receiver.accepted(), 2 * kSpans);
  EXPECT_TRUE(Files().empty());
}

TEST_F(Spill, ATornTailIsDiscarded) {
  Left();
  ASSERT_EQ(Files().size(), 1u);
  fs::resize_file(Files()[0], fs::file_size(Files()[0]) - 1);
  Receiver receiver(HttpAnswer(200));
  Expect("the next process, what is kept is torn", RunTraced(To(receiver.url()) + Kept(folder_)), kSpans, "",
         "are no whole record");
  EXPECT_EQ(receiver.accepted(), kSpans);
  EXPECT_TRUE(Files().empty());
}

// What was half written cannot be told from what was never there, and nobody is left to count it.
TEST_F(Spill, KilledWhileSpilling) {
  const std::string url = "http://127.0.0.1:" + std::to_string(transport::RefusingPort());
  EXPECT_EQ(RunToItsEnd(To(url) + Kept(folder_), "killed").exit_code, 128 + SIGKILL);
  ASSERT_EQ(Files().size(), 1u);
  EXPECT_GT(fs::file_size(Files()[0]), 0u);
  Receiver receiver(HttpAnswer(200));
  Expect("the next process, after one that was killed while it spilled", RunTraced(To(receiver.url()) + Kept(folder_)),
         kSpans, "", "are no whole record");
  EXPECT_EQ(receiver.accepted(), kSpans);
  EXPECT_TRUE(Files().empty());
}

TEST_F(Spill, ATornTailAfterAWholeRecord) {
  Left();
  ASSERT_EQ(Files().size(), 1u);
  const fs::path file = Files()[0];
  std::ofstream(file, std::ios::app | std::ios::binary) << "SPAN\x10";
  Receiver receiver(HttpAnswer(200));
  Expect("the next process, a whole record and a torn one", RunTraced(To(receiver.url()) + Kept(folder_)), kSpans, "",
         "are no whole record");
  EXPECT_EQ(receiver.accepted(), 2 * kSpans);
}

TEST_F(Spill, ADirectoryThatCannotBeWritten) {
  const std::string url = "http://127.0.0.1:" + std::to_string(transport::RefusingPort());
  Expect("spill directory that cannot be made", RunTraced(To(url) + Kept("/proc/no/such")), 0, "export_failed",
         "/proc/no/such");
}

TEST_F(Spill, ADirectoryOnAFullDisk) {
  Expect("spill directory on a full disk", Left("spill-full"), 0, "export_failed", "No space left on device");
  Receiver receiver(HttpAnswer(200));  // of the half record nothing is left
  Expect("the next process, after a full disk", RunTraced(To(receiver.url()) + Kept(folder_)), kSpans, "", "");
  EXPECT_EQ(receiver.accepted(), kSpans);
}

TEST_F(Spill, ADirectoryThatMayNotGrow) {
  Expect("spill file at its size limit", Left("small-files"), 0, "export_failed", "File too large");
  Receiver receiver(HttpAnswer(200));
  const Result next = RunTraced(To(receiver.url()) + Kept(folder_));
  EXPECT_EQ(receiver.accepted(), kSpans) << next.said;
}

}  // namespace
}  // namespace spansmith::faults
