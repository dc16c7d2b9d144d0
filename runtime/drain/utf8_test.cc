// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Well-formed text is unchanged; every other byte becomes U+FFFD.
#include "drain/utf8.h"

#include <gtest/gtest.h>

namespace spansmith::drain {
namespace {

TEST(ValidUtf8, KeepsWellFormedText) {
  for (const char* text :
       {"", "plain", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xed\x9f\xbf", "\xf4\x8f\xbf\xbf"}) {
    EXPECT_EQ(ValidUtf8(text), text);
  }
}

TEST(ValidUtf8, TheFirstByteThatIsNotAsciiMayStandAnywhere) {
  for (std::size_t before = 0; before < 20; ++before) {
    const std::string ascii(before, 'x');
    EXPECT_EQ(ValidUtf8(ascii + "\xc3\xa9z"), ascii + "\xc3\xa9z") << before;
    EXPECT_EQ(ValidUtf8(ascii + "\xff"), ascii + "\xef\xbf\xbd") << before;
  }
}

TEST(ValidUtf8, ReplacesTheRest) {
  EXPECT_EQ(ValidUtf8("a\xff"
                      "b"),
            "a\xef\xbf\xbd"
            "b");
  EXPECT_EQ(ValidUtf8("\xc3"), "\xef\xbf\xbd");                                  // cut off
  EXPECT_EQ(ValidUtf8("\xc0\xaf"), "\xef\xbf\xbd\xef\xbf\xbd");                  // overlong
  EXPECT_EQ(ValidUtf8("\xed\xa0\x80"), "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");  // surrogate
  EXPECT_EQ(ValidUtf8("\xf4\x90\x80\x80").size(), 12u);                          // beyond U+10FFFF
}

}  // namespace
}  // namespace spansmith::drain
