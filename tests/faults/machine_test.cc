// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Rows: what the machine itself does to the program; one attempt each.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "row.h"

namespace spansmith::faults {
namespace {

using transport::HttpAnswer;

constexpr char kFailed[] = "export_failed";

class Machine : public ::testing::Test {
 protected:
  Machine() {
    char name[] = "/tmp/spansmith-faults-XXXXXX";
    folder_ = mkdtemp(name);
  }
  ~Machine() override { std::filesystem::remove_all(folder_); }

  static Environment IntoFile(const std::string& path) {
    return {{"OTEL_TRACES_EXPORTER", "file"}, {"SPANSMITH_TRACES_FILE", path}};
  }
  std::string folder_;
};

TEST_F(Machine, DiskIsFull) {
  Expect("file on a full disk", RunTraced(IntoFile("/dev/full")), 0, kFailed, "No space left on device");
}

// More than the program is given (traced_program.cc): it must not be waited for.
TEST_F(Machine, DiskIsFullUntilTheEnd) {
  const Environment again = {
      {"SPANSMITH_RETRY_TIME", "600000"}, {"FAULTS_FLUSH", "100"}, {"FAULTS_SHUTDOWN", "600000"}};
  Expect("file on a disk that stays full", RunTraced(IntoFile("/dev/full") + again), 0, kFailed,
         "No space left on device");
}

// A signal (SIGXFSZ) comes with it, which must not end the program.
TEST_F(Machine, FileMayNotGrow) {
  Expect("file at its size limit", RunTraced(IntoFile(folder_ + "/t.jsonl"), "small-files"), 0, kFailed,
         "File too large");
}

TEST_F(Machine, FileCannotBeWritten) {
  Expect("file that cannot be made", RunTraced(IntoFile(folder_ + "/no/such/folder/t.jsonl")), 0, kFailed,
         "No such file or directory");
  Expect("file that is a folder", RunTraced(IntoFile(folder_)), 0, kFailed, "Is a directory");
}

TEST_F(Machine, FileDescriptorsAreUsedUp) {
  Receiver receiver(HttpAnswer(200));
  const Result result = RunTraced(To(receiver.url()), "no-files");
  EXPECT_EQ(receiver.accepted(), result["delivered"]);
  Expect("no file descriptor is free", result, 0, kFailed, "cannot be sent to");
}

TEST_F(Machine, ClockIsSetBack) {
  Receiver receiver(HttpAnswer(200));
  Expect("clock set back by a year", RunTraced(To(receiver.url()), "clock-back"), kSpans, "", "");
  EXPECT_EQ(receiver.accepted(), kSpans);
}

}  // namespace
}  // namespace spansmith::faults
