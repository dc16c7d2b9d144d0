// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// W3C Trace Context Level 2, a row for each thing that it demands of a service, with the section that does: a request
// with these headers, and what the service sends to the next one. The cases are those of the W3C's own test suite,
// written anew from the specification.
#include <gtest/gtest.h>
#include <spansmith/testing/recorder.h>

#include <ostream>
#include <string>
#include <vector>

#include "raw_request.h"
#include "service.h"

namespace spansmith::test {
namespace {

constexpr char kTrace[] = "12345678901234567890123456789012";
constexpr char kGood[] = "traceparent: 00-12345678901234567890123456789012-1234567890123456-01";

enum class Trace { kGoesOn, kBegins };

struct Row {
  const char* section;
  const char* what;
  std::vector<std::string> lines;
  Trace trace;
  std::string state = "";  // of the next request; with Trace::kBegins there must be none
  const char* flags = "";  // of the next request; "": not compared
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.section << ' ' << row.what; }

std::string Members(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += (i == 0 ? "" : ",") + ("bar" + std::to_string(i)) + "=" + std::to_string(i);
  return text;
}
std::vector<std::string> With(const std::string& state) { return {kGood, "tracestate: " + state}; }
std::vector<std::string> Parent(const std::string& value) { return {"traceparent: " + value}; }

const std::string kZ256(256, 'z');
const std::string kKeyCharacters = "0123456789abcdefghijklmnopqrstuvwxyz_-*/@";
const std::string kValueCharacters =
    "!\"#$%&'()*+-./0123456789:;<>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

const std::vector<Row>& Rows() {
  static const auto* const rows = new std::vector<Row>{
      // 2.2.1, 4.1: no header, or none that can be read: a trace begins.
      {"2.2.1", "NeitherHeader", {}, Trace::kBegins},
      {"2.2.1", "BothHeaders", With("foo=1,bar=2"), Trace::kGoesOn, "foo=1,bar=2"},
      {"4.3", "StateWithoutAParent", {"tracestate: foo=1"}, Trace::kBegins},
      {"4.3", "ParentWithoutAState", {kGood}, Trace::kGoesOn},
      {"4.3", "StateBesideAMalformedParent", {"traceparent: 00-xyz", "tracestate: foo=1"}, Trace::kBegins},
      {"4.3",
       "TwoParents",
       {kGood, "traceparent: 00-12345678901234567890123456789011-1234567890123456-01"},
       Trace::kBegins},
      {"4.3", "TwiceTheSameParent", {kGood, kGood}, Trace::kBegins},
      // 3.2.1: the name
      {"3.2.1", "AnotherName", {"trace-parent" + std::string(kGood).substr(11)}, Trace::kBegins},
      {"3.2.1", "AnotherNameWithADot", {"trace.parent" + std::string(kGood).substr(11)}, Trace::kBegins},
      {"3.2.1", "NameInCamelCase", {"TraceParent" + std::string(kGood).substr(11)}, Trace::kGoesOn},
      {"3.2.1", "NameInMixedCase", {"TrAcEpArEnT" + std::string(kGood).substr(11)}, Trace::kGoesOn},
      {"3.2.1", "NameInUpperCase", {"TRACEPARENT" + std::string(kGood).substr(11)}, Trace::kGoesOn},
      // 3.2.2.1: version
      {"3.2.2.1", "VersionFf", Parent("ff-12345678901234567890123456789012-1234567890123456-01"), Trace::kBegins},
      {"3.2.2.1", "VersionOfNoHexDigit", Parent(".0-12345678901234567890123456789012-1234567890123456-01"),
       Trace::kBegins},
      {"3.2.2.1", "VersionOfNoSecondHexDigit", Parent("0.-12345678901234567890123456789012-1234567890123456-01"),
       Trace::kBegins},
      {"3.2.2.1", "VersionInUpperCase", Parent("CC-12345678901234567890123456789012-1234567890123456-01"),
       Trace::kBegins},
      {"3.2.2.1", "VersionTooLong", Parent("000-12345678901234567890123456789012-1234567890123456-01"), Trace::kBegins},
      {"3.2.2.1", "VersionMuchTooLong", Parent("0000-12345678901234567890123456789012-1234567890123456-01"),
       Trace::kBegins},
      {"3.2.2.1", "VersionTooShort", Parent("0-12345678901234567890123456789012-1234567890123456-01"), Trace::kBegins},
      // 3.2.2.2: version 00 has this form and no other
      {"3.2.2.2", "MoreBehindVersion00",
       Parent("00-12345678901234567890123456789012-1234567890123456-01-what-the-future-will-be-like"), Trace::kBegins},
      {"3.2.2.2", "ADotBehindVersion00", Parent("00-12345678901234567890123456789012-1234567890123456-01."),
       Trace::kBegins},
      {"3.2.2.2", "ADashBehindVersion00", Parent("00-12345678901234567890123456789012-1234567890123456-01-"),
       Trace::kBegins},
      // 3.2.2.3: trace-id
      {"3.2.2.3", "TraceIdOfZeros", Parent("00-00000000000000000000000000000000-1234567890123456-01"), Trace::kBegins},
      {"3.2.2.3", "TraceIdWithADot", Parent("00-.2345678901234567890123456789012-1234567890123456-01"), Trace::kBegins},
      {"3.2.2.3", "TraceIdWithADotAtItsEnd", Parent("00-1234567890123456789012345678901.-1234567890123456-01"),
       Trace::kBegins},
      {"3.2.2.3", "TraceIdInUpperCase", Parent("00-ABCDEF78901234567890123456789012-1234567890123456-01"),
       Trace::kBegins},
      {"3.2.2.3", "TraceIdTooLong", Parent("00-123456789012345678901234567890123-1234567890123456-01"), Trace::kBegins},
      {"3.2.2.3", "TraceIdTooShort", Parent("00-1234567890123456789012345678901-1234567890123456-01"), Trace::kBegins},
      // 3.2.2.4: parent-id
      {"3.2.2.4", "ParentIdOfZeros", Parent("00-12345678901234567890123456789012-0000000000000000-01"), Trace::kBegins},
      {"3.2.2.4", "ParentIdWithADot", Parent("00-12345678901234567890123456789012-.234567890123456-01"),
       Trace::kBegins},
      {"3.2.2.4", "ParentIdInUpperCase", Parent("00-12345678901234567890123456789012-ABCDEF7890123456-01"),
       Trace::kBegins},
      {"3.2.2.4", "ParentIdTooLong", Parent("00-12345678901234567890123456789012-12345678901234567-01"),
       Trace::kBegins},
      {"3.2.2.4", "ParentIdTooShort", Parent("00-12345678901234567890123456789012-123456789012345-01"), Trace::kBegins},
      // 3.2.2.5: trace-flags
      {"3.2.2.5", "FlagsOfNoHexDigit", Parent("00-12345678901234567890123456789012-1234567890123456-.0"),
       Trace::kBegins},
      {"3.2.2.5", "FlagsOfNoSecondHexDigit", Parent("00-12345678901234567890123456789012-1234567890123456-0."),
       Trace::kBegins},
      {"3.2.2.5", "FlagsInUpperCase", Parent("00-12345678901234567890123456789012-1234567890123456-0A"),
       Trace::kBegins},
      {"3.2.2.5", "FlagsTooLong", Parent("00-12345678901234567890123456789012-1234567890123456-001"), Trace::kBegins},
      {"3.2.2.5", "FlagsTooShort", Parent("00-12345678901234567890123456789012-1234567890123456-1"), Trace::kBegins},
      {"3.2.2.5.1", "Sampled", {kGood}, Trace::kGoesOn, "", "01"},
      {"3.2.2.5.2", "SampledOfARandomTraceId", Parent("00-12345678901234567890123456789012-1234567890123456-03"),
       Trace::kGoesOn, "", "03"},
      {"3.2.2.5.3", "OtherFlagsAreNotPassedOn", Parent("00-12345678901234567890123456789012-1234567890123456-fd"),
       Trace::kGoesOn, "", "01"},
      // 3.2.4: versions to come
      {"3.2.4", "AHigherVersion", Parent("cc-12345678901234567890123456789012-1234567890123456-01"), Trace::kGoesOn, "",
       "01"},
      {"3.2.4", "AHigherVersionThatGoesOn",
       Parent("cc-12345678901234567890123456789012-1234567890123456-01-what-the-future-will-be-like"), Trace::kGoesOn},
      {"3.2.4", "AHigherVersionThatGoesOnWithoutADash",
       Parent("cc-12345678901234567890123456789012-1234567890123456-01.what-the-future-will-be-like"), Trace::kBegins},
      // RFC 9110, 5.5: blanks around a value
      {"2.2.1",
       "BlanksBefore",
       {"traceparent:    00-12345678901234567890123456789012-1234567890123456-01"},
       Trace::kGoesOn},
      {"2.2.1",
       "TabsAround",
       {"traceparent:\t00-12345678901234567890123456789012-1234567890123456-01\t"},
       Trace::kGoesOn},
      {"2.2.1", "BlanksAndTabsAfter", {std::string(kGood) + "\t \t"}, Trace::kGoesOn},
      // 3.3: tracestate
      {"3.3", "StateUnderAnotherName", {kGood, "trace-state: foo=1"}, Trace::kGoesOn},
      {"3.3", "StateInMixedCase", {kGood, "TraceState: foo=1"}, Trace::kGoesOn, "foo=1"},
      {"3.3", "StateInUpperCase", {kGood, "TRACESTATE: foo=1"}, Trace::kGoesOn, "foo=1"},
      {"3.3.1", "AnEmptyOne", {kGood, "tracestate: "}, Trace::kGoesOn},
      {"3.3.1", "AnEmptyOneBefore", {kGood, "tracestate: ", "tracestate: foo=1"}, Trace::kGoesOn, "foo=1"},
      {"3.3.1", "AnEmptyOneBehind", {kGood, "tracestate: foo=1", "tracestate: "}, Trace::kGoesOn, "foo=1"},
      {"3.3.1",
       "SeveralInTheirOrder",
       {kGood, "tracestate: foo=1,bar=2", "tracestate: rojo=1,congo=2", "tracestate: baz=3"},
       Trace::kGoesOn,
       "foo=1,bar=2,rojo=1,congo=2,baz=3"},
      {"3.3.1.1", "ThirtyTwoMembers", With(Members(32)), Trace::kGoesOn, Members(32)},
      {"3.3.1.1", "ThirtyThreeMembers", With(Members(33)), Trace::kGoesOn},
      {"3.3.1.2", "BlanksAroundMembers", With("foo=1 , bar=2, baz=3 ,\tqux=4"), Trace::kGoesOn,
       "foo=1,bar=2,baz=3,qux=4"},
      {"3.3.1.2", "EmptyMembers", With("foo=1,, bar=2,"), Trace::kGoesOn, "foo=1,bar=2"},
      {"3.3.1.3", "TheSameMemberTwice", With("foo=1,foo=1"), Trace::kGoesOn},
      {"3.3.1.3", "AKeyTwice", With("foo=1,bar=3,foo=2"), Trace::kGoesOn},
      {"3.3.1.3", "AKeyTwiceInTwoHeaders", {kGood, "tracestate: foo=1", "tracestate: foo=2"}, Trace::kGoesOn},
      {"3.3.1.3.1", "EveryCharacterOfAKey", With(kKeyCharacters + "=1"), Trace::kGoesOn, kKeyCharacters + "=1"},
      {"3.3.1.3.1", "AKeyWithABlank", With("foo =1"), Trace::kGoesOn},
      {"3.3.1.3.1", "AKeyInUpperCase", With("FOO=1"), Trace::kGoesOn},
      {"3.3.1.3.1", "AKeyWithADot", With("foo.bar=1"), Trace::kGoesOn},
      {"3.3.1.3.1", "AKeyThatBeginsWithAnAt", With("@foo=1,bar=2"), Trace::kGoesOn},
      {"3.3.1.3.1", "AKeyThatIsEmpty", With("=1,bar=2"), Trace::kGoesOn},
      {"3.3.1.3.1", "AKeyOf256Characters", With("foo=1," + kZ256 + "=1"), Trace::kGoesOn, "foo=1," + kZ256 + "=1"},
      {"3.3.1.3.1", "AKeyOf257Characters", With("foo=1," + kZ256 + "z=1"), Trace::kGoesOn},
      {"3.3.1.3.2", "EveryCharacterOfAValue", With("foo=" + kValueCharacters), Trace::kGoesOn,
       "foo=" + kValueCharacters},
      {"3.3.1.3.2", "AValueOf256Characters", With("foo=" + kZ256), Trace::kGoesOn, "foo=" + kZ256},
      {"3.3.1.3.2", "AValueOf257Characters", With("foo=" + kZ256 + "z"), Trace::kGoesOn},
      {"3.3.1.3.2", "AValueWithAnEqualsSign", With("foo=bar=baz"), Trace::kGoesOn},
      {"3.3.1.3.2", "AValueThatIsEmpty", With("foo=,bar=3"), Trace::kGoesOn},
      {"3.3.1.5", "BeyondTheSizeALongMemberGoesFirst", With("large=" + kZ256 + ",small=1,larger=" + kZ256),
       Trace::kGoesOn, "large=" + kZ256 + ",small=1"},
  };
  return *rows;
}

class TraceContext : public ::testing::TestWithParam<Row> {
 protected:
  static void SetUpTestSuite() { service_ = new traced::Service; }
  static void TearDownTestSuite() { delete service_; }
  static traced::Service* service_;
  const testing::Recorder recorder_;  // records and samples everything
};
traced::Service* TraceContext::service_ = nullptr;

TEST_P(TraceContext, WhatIsSentOn) {
  const Row& row = GetParam();
  const std::string next = RawGet(service_->port(), "/call", row.lines);
  const std::vector<std::string> parents = ValuesIn(next, "traceparent");
  ASSERT_EQ(parents.size(), 1u) << next;
  const std::string& parent = parents[0];
  ASSERT_EQ(parent.size(), 55u);
  EXPECT_EQ(parent.substr(0, 3), "00-");  // 3.2.4: the version that we know
  EXPECT_EQ(parent.substr(3, 32) == kTrace, row.trace == Trace::kGoesOn) << parent;
  EXPECT_NE(parent.substr(36, 16), "1234567890123456") << "4.2: a span of its own";
  EXPECT_NE(parent.substr(36, 16), "0000000000000000");
  // 3.2.2.5.2: ids of ours are random.
  const std::string flags = row.trace == Trace::kBegins ? "03" : row.flags;
  EXPECT_EQ(flags.empty() ? "" : parent.substr(53), flags);
  const std::vector<std::string> states = ValuesIn(next, "tracestate");
  EXPECT_EQ(states, row.state.empty() ? std::vector<std::string>{} : std::vector<std::string>{row.state});
}

std::string NameOf(const ::testing::TestParamInfo<Row>& info) { return info.param.what; }
INSTANTIATE_TEST_SUITE_P(Level2, TraceContext, ::testing::ValuesIn(Rows()), NameOf);

}  // namespace
}  // namespace spansmith::test
