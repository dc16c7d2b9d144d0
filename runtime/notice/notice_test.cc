// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Lines are said once, and hold neither credentials nor control characters.
#include "notice/notice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "notice/counted.h"

namespace spansmith::notice {
namespace {

using ::testing::ElementsAre;

class Notice : public ::testing::Test {
 protected:
  void SetUp() override {
    SetSink([this](const std::string& line) { lines_.push_back(line); });
  }
  void TearDown() override { SetSink({}); }
  std::vector<std::string> lines_;
};

TEST(Counted, OneIsNoPlural) {
  EXPECT_EQ(Counted(1, "spans"), "1 span");
  EXPECT_EQ(Counted(0, "log records"), "0 log records");
  EXPECT_EQ(Counted(2, "spans"), "2 spans");
  EXPECT_EQ(CountedOf(1, 2, "spans") + Were(1) + "lost", "1 of 2 spans was lost");
  EXPECT_EQ(CountedOf(1, 1, "spans") + Are(1) + "lost", "1 of 1 span is lost");
  EXPECT_EQ(std::string(Are(2)) + Were(0), " are  were ");
}

TEST_F(Notice, OnceIsOnce) {
  SayOnce("a thing");
  SayOnce("a thing");
  SayOnce("another");
  Say("a thing");
  EXPECT_THAT(lines_, ElementsAre("spansmith: a thing", "spansmith: another", "spansmith: a thing"));
}

TEST_F(Notice, ControlCharactersDoNotReachTheTerminal) {
  Say("a\033[31m\nb");
  EXPECT_THAT(lines_, ElementsAre("spansmith: a?[31m?b"));
}

TEST_F(Notice, AForkedChildMaySayItAgain) {
  SayOnce("in both");
  HoldForFork();
  ReleaseAfterFork(true);
  SayOnce("in both");
  EXPECT_EQ(lines_.size(), 2u);
}

TEST(MaskUrl, HidesUserPasswordAndQuery) {
  EXPECT_EQ(MaskUrl("http://u:p@host:4318/v1/traces"), "http://***@host:4318/v1/traces");
  EXPECT_EQ(MaskUrl("http://u:p@x@host/"), "http://***@host/");
  EXPECT_EQ(MaskUrl("https://host/v1?token=abc"), "https://host/v1?***");
  EXPECT_EQ(MaskUrl("https://host/a@b"), "https://host/a@b");
  EXPECT_EQ(MaskUrl("u:p@host"), "***@host");
  EXPECT_EQ(MaskUrl(""), "");
}

TEST_F(Notice, ALevelAboveTheOneThatIsSetIsNotSaid) {
  SetLevel(Level::kWarn);
  Say("an error", Level::kError);
  Say("a warning");
  SayOnce("information", Level::kInfo);
  SetLevel(Level::kNone);
  Say("an error", Level::kError);
  Say("asked for", Level::kNone);
  SetLevel(Level::kInfo);
  SayOnce("information", Level::kInfo);  // what was not said is not said once
  Say("debugging", Level::kDebug);
  EXPECT_THAT(lines_, ElementsAre("spansmith: an error", "spansmith: a warning", "spansmith: asked for",
                                  "spansmith: information"));
}

}  // namespace
}  // namespace spansmith::notice
