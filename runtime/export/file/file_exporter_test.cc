// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Lines in a real file; and what cannot be written.
#include "export/file/file_exporter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace spansmith::exporter {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::StartsWith;

class FileExporterTest : public ::testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/spansmith_file_XXXXXX";
    ASSERT_NE(mkdtemp(name), nullptr);
    folder_ = name;
    path_ = folder_ + "/traces.jsonl";
  }
  void TearDown() override {
    unlink(path_.c_str());
    rmdir(folder_.c_str());
  }
  std::vector<std::string> Lines() const {
    std::vector<std::string> lines;
    std::ifstream file(path_);
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
  }
  static Outcome Export(FileExporter& exporter, const char* name) {
    SpanData span;
    span.name = name;
    return exporter.Export(drain::Batch({span}), {});
  }
  std::string folder_;
  std::string path_;
};

TEST_F(FileExporterTest, ALineABatchAppended) {
  FileExporter first(path_, {});
  FileExporter second(path_, {});
  EXPECT_TRUE(Export(first, "one").delivered());
  EXPECT_TRUE(Export(second, "two").delivered());
  EXPECT_TRUE(Export(first, "three").delivered());
  const auto lines = Lines();
  ASSERT_THAT(lines, SizeIs(3));
  EXPECT_THAT(lines[1], StartsWith("{\"resourceSpans\":"));
  EXPECT_THAT(lines[1], HasSubstr("\"name\":\"two\""));
  EXPECT_THAT(lines[2], EndsWith("}"));
}

TEST_F(FileExporterTest, AFileThatWasMovedAwayIsBegunAnew) {
  FileExporter exporter(path_, {});
  Export(exporter, "one");
  ASSERT_EQ(unlink(path_.c_str()), 0);
  Export(exporter, "two");
  EXPECT_THAT(Lines(), SizeIs(1));
}

TEST_F(FileExporterTest, WhatCannotBeOpenedHasAReason) {
  FileExporter nowhere(folder_ + "/no/such/folder/t.jsonl", {});
  EXPECT_FALSE(Export(nowhere, "one").delivered());
  EXPECT_EQ(Export(nowhere, "one").reason, "No such file or directory");
  FileExporter folder(folder_, {});
  EXPECT_EQ(Export(folder, "one").reason, "Is a directory");
  EXPECT_EQ(nowhere.Destination(), "the file " + folder_ + "/no/such/folder/t.jsonl");
}

TEST_F(FileExporterTest, AFullDisk) {
  FileExporter exporter("/dev/full", {});
  const Outcome outcome = Export(exporter, "one");
  EXPECT_FALSE(outcome.delivered());
  EXPECT_EQ(outcome.reason, "No space left on device");
}

TEST_F(FileExporterTest, APipeThatNobodyReadsDoesNotHoldUp) {
  ASSERT_EQ(mkfifo(path_.c_str(), 0600), 0);
  FileExporter exporter(path_, {});
  EXPECT_FALSE(Export(exporter, "one").delivered());
}

TEST_F(FileExporterTest, ATornLineIsEndedBeforeTheNext) {
  FileExporter exporter(path_, {});
  ASSERT_TRUE(Export(exporter, "one").delivered());
  // A limit on file sizes is a disk that fills up in the middle of a line.
  struct stat now{};
  ASSERT_EQ(stat(path_.c_str(), &now), 0);
  rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit tight{static_cast<rlim_t>(now.st_size) + 20, before.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &tight), 0);
  const Outcome torn = Export(exporter, "two");
  const Outcome none = Export(exporter, "three");
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
  std::signal(SIGXFSZ, handler);
  EXPECT_FALSE(torn.delivered());
  EXPECT_EQ(torn.reason, "File too large");
  EXPECT_FALSE(none.delivered());
  EXPECT_TRUE(Export(exporter, "four").delivered());
  const auto lines = Lines();
  ASSERT_THAT(lines, SizeIs(3));
  EXPECT_THAT(lines[1], SizeIs(20));
  EXPECT_THAT(lines[2], HasSubstr("\"name\":\"four\""));
  EXPECT_THAT(lines[2], StartsWith("{\"resourceSpans\":"));
}

}  // namespace
}  // namespace spansmith::exporter
