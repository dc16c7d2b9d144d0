// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The lines of an outage, and those that are not said.
#include "deliver/outage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "notice/notice.h"

namespace spansmith::deliver {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using ::testing::ElementsAre;

class OutageTest : public ::testing::Test {
 protected:
  OutageTest() {
    notice::SetSink([this](const std::string& line) { lines_.push_back(line); });
  }
  ~OutageTest() override { notice::SetSink({}); }

  std::vector<std::string> lines_;
  Outage outage_{"http://h/", "check it"};
  Outage::Clock::time_point now_{std::chrono::hours(1)};
};

TEST_F(OutageTest, OneLineAtItsBeginningAndOneAtItsEnd) {
  for (int i = 0; i < 3; ++i) outage_.Postponed("connection refused", seconds(300), now_);
  outage_.Delivered();
  outage_.Delivered();
  EXPECT_THAT(lines_, ElementsAre("spansmith: spans cannot be sent to http://h/: connection refused; they are kept and "
                                  "tried again for up to 300 s; check it",
                                  "spansmith: spans are sent to http://h/ again; none was lost meanwhile"));
}

TEST_F(OutageTest, LossIsToldWhenItBeginsAndCountedWhenItEnds) {
  outage_.Postponed("HTTP 503", seconds(300), now_);
  outage_.Lost(512, "HTTP 503", now_);
  outage_.Lost(512, "HTTP 503", now_);
  outage_.Delivered();
  EXPECT_THAT(lines_, ElementsAre(::testing::HasSubstr("kept"),
                                  "spansmith: spans are lost: they cannot be sent to http://h/: HTTP 503; they are "
                                  "counted; check it",
                                  "spansmith: spans are sent to http://h/ again; 1024 were lost meanwhile"));
}

TEST_F(OutageTest, WhatHadNoRoomMeanwhileIsLostToo) {
  outage_.Postponed("HTTP 503", seconds(300), now_);
  EXPECT_TRUE(outage_.now());
  outage_.Delivered(7);
  EXPECT_FALSE(outage_.now());
  EXPECT_EQ(lines_.back(), "spansmith: spans are sent to http://h/ again; 7 were lost meanwhile");
}

TEST_F(OutageTest, AReceiverThatComesAndGoesIsToldOfOnceAMinute) {
  for (int i = 0; i < 10; ++i) {
    outage_.Lost(1, "reset", now_);
    outage_.Delivered();
    now_ += seconds(7);
  }
  EXPECT_THAT(lines_, ElementsAre(::testing::HasSubstr("lost: "), ::testing::HasSubstr("1 was lost"),
                                  ::testing::HasSubstr("lost: "), ::testing::HasSubstr("9 were lost")));
}

TEST_F(OutageTest, NothingIsSaidWhileStopping) {
  outage_.Quiet();
  outage_.Lost(1, "reset", now_);
  EXPECT_TRUE(lines_.empty());
}

}  // namespace
}  // namespace spansmith::deliver
