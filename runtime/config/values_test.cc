// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One variable: good, bad, absent.
#include "config/values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spansmith::config {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

Environment Only(const std::string& value) {
  return [value](const char*) { return value; };
}

TEST(ReadNumber, TakesWholeNumbersInRange) {
  Notices notices;
  EXPECT_EQ(ReadNumber(Only("17"), "N", 1, 20, 5, notices), 17);
  EXPECT_EQ(ReadNumber(Only(" 17 "), "N", 1, 20, 5, notices), 17);
  EXPECT_EQ(ReadNumber(Only(""), "N", 1, 20, 5, notices), 5);
  EXPECT_THAT(notices, IsEmpty());
}

TEST(ReadNumber, TellsWhatIsWrongAndWhatIsUsed) {
  for (const char* bad : {"21", "0", "1.5", "ten", "7x", "99999999999999999999"}) {
    Notices notices;
    EXPECT_EQ(ReadNumber(Only(bad), "N", 1, 20, 5, notices), 5) << bad;
    EXPECT_THAT(notices, ElementsAre("N='" + std::string(bad) + "': expected a whole number from 1 to 20; using 5"));
  }
}

TEST(ReadBool, OnlyTrueAndFalse) {
  Notices notices;
  EXPECT_TRUE(ReadBool(Only("TRUE"), "B", false, notices));
  EXPECT_FALSE(ReadBool(Only("false"), "B", true, notices));
  EXPECT_THAT(notices, IsEmpty());
  EXPECT_FALSE(ReadBool(Only("1"), "B", false, notices));
  EXPECT_THAT(notices, ElementsAre("B='1': expected true or false; using false"));
}

TEST(PercentDecode, DecodesOrRefuses) {
  std::string text;
  EXPECT_TRUE(PercentDecode("a%20b%2Cc", &text));
  EXPECT_EQ(text, "a b,c");
  EXPECT_FALSE(PercentDecode("100%", &text));
  EXPECT_FALSE(PercentDecode("%4", &text));
  EXPECT_FALSE(PercentDecode("%zz", &text));
}

TEST(ReadPairs, LeavesOutBadEntriesWithoutRepeatingThem) {
  Notices notices;
  EXPECT_THAT(ReadPairs(Only("a=1, b = x%20y ,,secret,=z,c=%q"), "H", notices),
              ElementsAre(Pair("a", "1"), Pair("b", "x y")));
  ASSERT_EQ(notices.size(), 3u);
  EXPECT_EQ(notices[0], "H: entry 4 is not key=value with a percent-encoded value; it is left out");
}

TEST(Quoted, FitsALine) {
  EXPECT_EQ(Quoted(""), "''");
  EXPECT_EQ(Quoted("a\nb\t\x1b"), "'a\\nb\\x09\\x1b'");
  EXPECT_EQ(Quoted(std::string(100, 'a')), "'" + std::string(100, 'a') + "'");
  EXPECT_EQ(Quoted(std::string(101, 'a')), "'" + std::string(100, 'a') + "...' (101 bytes)");
  std::string umlauts(1, 'a');
  for (int i = 0; i < 60; ++i) umlauts += "\xc3\xa4";
  EXPECT_EQ(Quoted(umlauts), "'" + umlauts.substr(0, 101) + "...' (121 bytes)");
  EXPECT_LT(Quoted(std::string(1'000, '\x01')).size(), 150u);
  EXPECT_LT(Quoted(std::string(1'000, '\x80')).size(), 150u);
}

}  // namespace
}  // namespace spansmith::config
