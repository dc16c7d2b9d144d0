// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Files that come, change, break and are repaired while they are in use.
#include "transport/tls_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <vector>

#include "notice/notice.h"

namespace spansmith::transport {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string Block(const std::string& label, const std::string& text) {
  return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
}

class TlsFilesTest : public ::testing::Test {
 protected:
  TlsFilesTest() {
    char name[] = "/tmp/spansmith-tls-XXXXXX";
    folder_ = mkdtemp(name);
    notice::SetSink([this](const std::string& line) { lines_.push_back(line); });
  }
  ~TlsFilesTest() override {
    notice::SetSink({});
    std::filesystem::remove_all(folder_);
  }

  // As rotation does it: another file, by rename.
  void Write(const std::string& name, const std::string& text) {
    std::ofstream(Path(name) + ".new") << text;
    std::filesystem::rename(Path(name) + ".new", Path(name));
  }
  std::string Path(const std::string& name) const { return folder_ + "/" + name; }

  std::string folder_;
  std::vector<std::string> lines_;
  std::string error_;
};

TEST_F(TlsFilesTest, WithoutAnyTheSystemsAreUsed) {
  TlsFiles files({});
  const TlsContents* const contents = files.Current(&error_);
  ASSERT_NE(contents, nullptr);
  EXPECT_EQ(contents->certificate, "");
}

TEST_F(TlsFilesTest, AMissingFileIsNamedAndLookedForAgain) {
  TlsFiles files({Path("ca.pem"), "", ""});
  EXPECT_EQ(files.Current(&error_), nullptr);
  EXPECT_EQ(error_, "the file " + Path("ca.pem") +
                        " of OTEL_EXPORTER_OTLP_CERTIFICATE cannot be used: No such file or directory");
  Write("ca.pem", Block("CERTIFICATE", "one"));
  ASSERT_NE(files.Current(&error_), nullptr);
  EXPECT_THAT(lines_, IsEmpty());
}

TEST_F(TlsFilesTest, WhatIsNoPemIsNamed) {
  for (const std::string& text : {std::string(), std::string("hello"), std::string("-----BEGIN CERTIFICATE-----\nabc"),
                                  Block("PRIVATE KEY", "x")}) {
    Write("ca.pem", text);
    TlsFiles files({Path("ca.pem"), "", ""});
    EXPECT_EQ(files.Current(&error_), nullptr) << text;
    EXPECT_THAT(error_, HasSubstr("no whole PEM block 'CERTIFICATE' is in it"));
  }
  std::filesystem::create_directory(Path("folder"));
  TlsFiles files({Path("folder"), "", ""});
  EXPECT_EQ(files.Current(&error_), nullptr);
  EXPECT_THAT(error_, HasSubstr("Is a directory"));
}

TEST_F(TlsFilesTest, APipeOrAHugeFileDoesNotHoldUp) {
  ASSERT_EQ(mkfifo(Path("pipe").c_str(), 0600), 0);
  TlsFiles pipe({Path("pipe"), "", ""});
  EXPECT_EQ(pipe.Current(&error_), nullptr);
  TlsFiles zero({"/dev/zero", "", ""});
  EXPECT_EQ(zero.Current(&error_), nullptr);
  EXPECT_THAT(error_, HasSubstr("larger than 4 MiB"));
}

TEST_F(TlsFilesTest, ANewFileIsRead) {
  Write("ca.pem", Block("CERTIFICATE", "one"));
  TlsFiles files({Path("ca.pem"), "", ""});
  EXPECT_THAT(files.Current(&error_)->certificate, HasSubstr("one"));
  files.Worked();
  Write("ca.pem", Block("CERTIFICATE", "two"));
  EXPECT_THAT(files.Current(&error_)->certificate, HasSubstr("two"));
  EXPECT_THAT(lines_, IsEmpty());
}

TEST_F(TlsFilesTest, ABrokenNewFileIsToldOfOnceAndTheOldStays) {
  Write("ca.pem", Block("CERTIFICATE", "one"));
  TlsFiles files({Path("ca.pem"), "", ""});
  files.Current(&error_);
  files.Worked();
  Write("ca.pem", "half a fi");
  for (int i = 0; i < 3; ++i) EXPECT_THAT(files.Current(&error_)->certificate, HasSubstr("one"));
  EXPECT_THAT(lines_, ElementsAre(HasSubstr("the old ones go on being so: the file " + Path("ca.pem"))));
  std::filesystem::remove(Path("ca.pem"));
  for (int i = 0; i < 3; ++i) EXPECT_THAT(files.Current(&error_)->certificate, HasSubstr("one"));
  EXPECT_THAT(lines_, ElementsAre(HasSubstr("no whole PEM"), HasSubstr("No such file")));
  Write("ca.pem", Block("CERTIFICATE", "two"));
  EXPECT_THAT(files.Current(&error_)->certificate, HasSubstr("two"));
}

TEST_F(TlsFilesTest, WhatTheLibraryRefusesGoesBackToWhatWorked) {
  Write("ca.pem", Block("CERTIFICATE", "one"));
  TlsFiles files({Path("ca.pem"), "", ""});
  files.Current(&error_);
  EXPECT_FALSE(files.Refused("no start line"));  // nothing ever worked
  files.Current(&error_);
  files.Worked();
  Write("ca.pem", Block("CERTIFICATE", "two"));
  files.Current(&error_);
  EXPECT_TRUE(files.Refused("no start line"));
  EXPECT_THAT(files.Current(&error_)->certificate, HasSubstr("one"));
  EXPECT_FALSE(files.Refused("no start line"));  // that it was
  EXPECT_THAT(lines_, ElementsAre(HasSubstr("no start line")));
}

TEST_F(TlsFilesTest, AKeyMayStandInTheFileOfItsCertificate) {
  Write("client.pem", Block("CERTIFICATE", "c") + Block("EC PRIVATE KEY", "k"));
  TlsFiles files({"", Path("client.pem"), ""});
  EXPECT_THAT(files.Current(&error_)->client_key, HasSubstr("EC PRIVATE KEY"));
  Write("alone.pem", Block("CERTIFICATE", "c"));
  TlsFiles alone({"", Path("alone.pem"), ""});
  EXPECT_EQ(alone.Current(&error_), nullptr);
  EXPECT_THAT(error_, HasSubstr("set OTEL_EXPORTER_OTLP_CLIENT_KEY"));
}

}  // namespace
}  // namespace spansmith::transport
