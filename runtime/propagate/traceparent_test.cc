// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What is read is what was written, and nothing that W3C Trace Context calls invalid is read at all.
#include <gtest/gtest.h>
#include <spansmith/injected.h>

#include <string>

namespace spansmith::injected {
namespace {

constexpr char kGood[] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

Context Parse(const std::string& text) { return ParseTraceparent(text.data(), text.size()); }

TEST(Traceparent, IsReadAndWritten) {
  const Context context = Parse(kGood);
  EXPECT_EQ(context.trace_id_high, 0x4bf92f3577b34da6u);
  EXPECT_EQ(context.trace_id_low, 0xa3ce929d0e0e4736u);
  EXPECT_EQ(context.span_id, 0x00f067aa0ba902b7u);
  EXPECT_EQ(context.flags, 1u);
  EXPECT_STREQ(FormatTraceparent(context).text, kGood);
  EXPECT_EQ(std::string(FormatTraceparent(context).text).size(), 55u);
  EXPECT_STREQ(FormatTraceparent({0, 1, 2, 0}).text, "00-00000000000000000000000000000001-0000000000000002-00");
}

TEST(Traceparent, SampledAndRandomArePassedOnAndOtherFlagsAreNot) {
  const Context context = Parse("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-fe");
  EXPECT_EQ(context.flags, 0xfeu);
  EXPECT_EQ(std::string(FormatTraceparent(context).text).substr(53), "02");
  const Context both = Parse("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-03");
  EXPECT_EQ(std::string(FormatTraceparent(both).text).substr(53), "03");
}

TEST(Traceparent, AHalfOfTheTraceIdMayBeZero) {
  EXPECT_NE(Parse("00-00000000000000000000000000000001-00f067aa0ba902b7-00").span_id, 0u);
  EXPECT_NE(Parse("00-10000000000000000000000000000000-00f067aa0ba902b7-00").span_id, 0u);
}

TEST(Traceparent, AHigherVersionIsReadAsFarAsItIsKnown) {
  for (const char* text : {"01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-03",
                           "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-03-what-the-future-brings",
                           "fe-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-03-"}) {
    EXPECT_EQ(Parse(text).span_id, 0x00f067aa0ba902b7u) << text;
    EXPECT_EQ(Parse(text).flags, 1u) << text;
  }
}

TEST(Traceparent, MalformedOnesAreNone) {
  const std::string good = kGood;
  const std::string malformed[] = {
      "",
      "00",
      good.substr(0, 54),                                           // short
      good + "0",                                                   // long, version 00
      good + "-",                                                   //
      good + "-what-the-future-brings",                             //
      good + std::string(1, '\0'),                                  //
      " " + good,                                                   // blanks belong to nobody
      good + " ",                                                   //
      "01" + good.substr(2) + "0",                                  // a higher version, without the dash
      "ff" + good.substr(2),                                        // forbidden version
      "0-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-010",    // dashes elsewhere
      "FF" + good.substr(2),                                        // upper case
      "0A" + good.substr(2),                                        //
      "0x" + good.substr(2),                                        // no hexadecimal digit
      "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",    //
      "00-4bf92f3577b34da6a3ce929d0e0e473G-00f067aa0ba902b7-01",    //
      "00-4bf92f3577b34da6g3ce929d0e0e4736-00f067aa0ba902b7-01",    //
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00F067aa0ba902b7-01",    //
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0A",    //
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-.1",    //
      "00-00000000000000000000000000000000-00f067aa0ba902b7-01",    // zero ids
      "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",    //
      "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",    // no dash
      "00-4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7-01",    //
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7_01",    //
      "00-4bf92f3577b34da6-a3ce929d0e0e4736-00f067aa0ba902b7-01-",  //
      std::string(55, '\0'),
      std::string(55, '-'),
  };
  for (const std::string& text : malformed) EXPECT_EQ(Parse(text).span_id, 0u) << text;
}

}  // namespace
}  // namespace spansmith::injected
