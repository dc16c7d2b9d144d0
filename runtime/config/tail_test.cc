// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What SPANSMITH_TAIL_* mean, and what a bad one does.
#include "config/tail.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace spansmith::config {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

struct Result {
  std::optional<TailSampling> tail;
  Notices notices;
};

Result Read(const std::map<std::string, std::string>& variables) {
  Result result;
  result.tail = ReadTail(
      [&](const char* name) {
        const auto found = variables.find(name);
        return found == variables.end() ? std::string() : found->second;
      },
      result.notices);
  return result;
}

TEST(ReadTail, TheRatioTurnsItOn) {
  EXPECT_FALSE(Read({}).tail);
  const Result off = Read({{"SPANSMITH_TAIL_KEEP", "error"}});
  EXPECT_FALSE(off.tail);
  EXPECT_THAT(off.notices, ElementsAre("SPANSMITH_TAIL_KEEP='error': expected SPANSMITH_TAIL_RATIO beside it; using no "
                                       "tail sampling"));
  const Result on = Read({{"SPANSMITH_TAIL_RATIO", "0.25"}});
  EXPECT_THAT(on.notices, IsEmpty());
  EXPECT_EQ(on.tail->ratio, 0.25);
  EXPECT_TRUE(on.tail->errors);
  EXPECT_FALSE(on.tail->writes || on.tail->slow_p99 || on.tail->slow.count() != 0);
}

TEST(ReadTail, EveryRule) {
  const Result read = Read({{"SPANSMITH_TAIL_RATIO", "0"},
                            {"SPANSMITH_TAIL_KEEP", "write, slow=250 ,slow=p99,tenant=acme,debug=*"},
                            {"SPANSMITH_TAIL_MAX_BYTES", "1000000"},
                            {"SPANSMITH_TAIL_WAIT", "5000"}});
  EXPECT_THAT(read.notices, IsEmpty());
  EXPECT_FALSE(read.tail->errors);
  EXPECT_TRUE(read.tail->writes);
  EXPECT_TRUE(read.tail->slow_p99);
  EXPECT_EQ(read.tail->slow.count(), 250);
  EXPECT_THAT(read.tail->attributes, ElementsAre(Pair("tenant", "acme"), Pair("debug", "*")));
  EXPECT_EQ(read.tail->max_bytes, 1'000'000u);
  EXPECT_EQ(read.tail->wait.count(), 5'000);
  EXPECT_FALSE(Read({{"SPANSMITH_TAIL_RATIO", "0"}, {"SPANSMITH_TAIL_KEEP", "none"}}).tail->errors);
}

TEST(ReadTail, BadValues) {
  for (const char* ratio : {"2", "-0.1", "nan", "x", "0.5x"}) {
    const Result read = Read({{"SPANSMITH_TAIL_RATIO", ratio}});
    EXPECT_EQ(read.tail->ratio, 1);
    EXPECT_THAT(read.notices, ElementsAre(std::string("SPANSMITH_TAIL_RATIO='") + ratio +
                                          "': expected a number from 0 to 1; using 1"));
  }
  for (const char* rule : {"errors", "slow=", "slow=-1", "slow=1s", "slow=0", "=x"}) {
    const Result read = Read({{"SPANSMITH_TAIL_RATIO", "0"}, {"SPANSMITH_TAIL_KEEP", std::string("write,") + rule}});
    EXPECT_TRUE(read.tail->writes);
    EXPECT_EQ(read.notices.size(), 1u) << rule;
  }
  const Result sizes = Read({{"SPANSMITH_TAIL_RATIO", "0"}, {"SPANSMITH_TAIL_MAX_BYTES", "1"}});
  EXPECT_EQ(sizes.notices.size(), 1u);
  EXPECT_EQ(sizes.tail->max_bytes, std::size_t{16} << 20);
}

}  // namespace
}  // namespace spansmith::config
