// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// When it is told that there is no room, and that there is again.
#include "deliver/shortage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "notice/notice.h"

namespace spansmith::deliver {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ShortageTest : public ::testing::Test {
 protected:
  ShortageTest() {
    notice::SetSink([this](const std::string& line) { lines_.push_back(line); });
  }
  ~ShortageTest() override { notice::SetSink({}); }
  void Look(std::uint64_t dropped) { shortage_.Look(dropped, now_); }

  std::vector<std::string> lines_;
  Shortage shortage_{"the queue to http://h/", "make it larger"};
  Shortage::Clock::time_point now_{std::chrono::hours(1)};
};

TEST_F(ShortageTest, OneLineAtItsBeginningAndOneAtItsEnd) {
  Look(0);
  EXPECT_THAT(lines_, IsEmpty());
  for (const int dropped : {5, 5, 9, 12}) {
    Look(static_cast<std::uint64_t>(dropped));
    now_ += milliseconds(500);
  }
  Look(12);
  EXPECT_EQ(lines_.size(), 1u);  // not over yet
  now_ += seconds(1);
  Look(12);
  Look(12);
  EXPECT_THAT(lines_,
              ElementsAre("spansmith: spans are lost: the queue to http://h/ is full; they are counted; make it larger",
                          "spansmith: the queue to http://h/ has room again; 12 spans were lost meanwhile"));
}

TEST_F(ShortageTest, WhatComesAndGoesIsToldOfOnceAMinute) {
  for (std::uint64_t i = 1; i <= 10; ++i) {
    Look(i);
    now_ += seconds(7);
    Look(i);
  }
  EXPECT_THAT(lines_, ElementsAre(HasSubstr("is full"), HasSubstr("1 span was lost"), HasSubstr("is full"),
                                  HasSubstr("9 spans were lost")));
}

}  // namespace
}  // namespace spansmith::deliver
