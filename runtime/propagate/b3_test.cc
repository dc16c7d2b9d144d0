// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// B3's two forms, what each may leave out, and what is malformed.
#include "propagate/b3.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace spansmith::propagate {
namespace {

using injected::Context;

constexpr char kTrace[] = "80f198ee56343ba864fe8b2a57d3eff7";
constexpr char kSpan[] = "e457b5a2e4d86bd1";

TEST(B3, OneHeader) {
  const auto b3 = ParseB3(std::string(kTrace) + '-' + kSpan + "-1-05e3ac9a4f6e3b90");
  ASSERT_TRUE(b3);
  EXPECT_EQ(b3->context.trace_id_high, 0x80f198ee56343ba8u);
  EXPECT_EQ(b3->context.trace_id_low, 0x64fe8b2a57d3eff7u);
  EXPECT_EQ(b3->context.span_id, 0xe457b5a2e4d86bd1u);
  EXPECT_EQ(b3->context.flags, Context::kSampled);
  EXPECT_EQ(b3->sampled, true);
  EXPECT_EQ(B3Text(b3->context).text(), std::string(kTrace) + '-' + kSpan + "-1");
}

TEST(B3, ATraceIdOf64BitsIsTheLowerHalf) {
  const auto b3 = ParseB3("64fe8b2a57d3eff7-e457b5a2e4d86bd1-0");
  ASSERT_TRUE(b3);
  EXPECT_EQ(b3->context.trace_id_high, 0u);
  EXPECT_EQ(b3->context.trace_id_low, 0x64fe8b2a57d3eff7u);
  EXPECT_EQ(b3->sampled, false);
  EXPECT_EQ(B3Text(b3->context).text(), "000000000000000064fe8b2a57d3eff7-e457b5a2e4d86bd1-0");
}

TEST(B3, DebugIsSampledAndIsKept) {
  const auto b3 = ParseB3(std::string(kTrace) + '-' + kSpan + "-d");
  ASSERT_TRUE(b3);
  EXPECT_EQ(b3->context.flags, Context::kSampled | Context::kDebug);
  EXPECT_EQ(B3Text(b3->context).text(), std::string(kTrace) + '-' + kSpan + "-d");
}

TEST(B3, WithoutADecision) {
  const auto b3 = ParseB3(std::string(kTrace) + '-' + kSpan);
  ASSERT_TRUE(b3);
  EXPECT_NE(b3->context.span_id, 0u);
  EXPECT_EQ(b3->sampled, std::nullopt);
}

TEST(B3, ADecisionAlone) {
  for (const auto& [text, sampled] : {std::pair{"0", false}, {"1", true}, {"d", true}}) {
    const auto b3 = ParseB3(text);
    ASSERT_TRUE(b3) << text;
    EXPECT_EQ(b3->context.span_id, 0u);
    EXPECT_EQ(b3->sampled, sampled) << text;
  }
}

TEST(B3, MalformedOnes) {
  const std::string good = std::string(kTrace) + '-' + kSpan;
  for (const std::string& text : {std::string(),
                                  std::string("2"),
                                  std::string("x"),
                                  std::string(kTrace),
                                  good + "-",
                                  good + "-2",
                                  good + "-1-",
                                  good + "-1-05e3ac9a4f6e3b9",
                                  good + "-1-0000000000000000",
                                  good + "-1-05e3ac9a4f6e3b90-",
                                  good + "-11",
                                  "80F198EE56343BA864FE8B2A57D3EFF7-" + std::string(kSpan),
                                  "0-" + std::string(kSpan),
                                  "00000000000000000000000000000000-" + std::string(kSpan),
                                  std::string(kTrace) + "-0000000000000000",
                                  std::string(kTrace) + '-' + kSpan + "0",
                                  std::string(kTrace) + "--1",
                                  std::string(65'536, 'a'),
                                  std::string("\0-\0", 3),
                                  good + " -1"}) {
    EXPECT_FALSE(ParseB3(text)) << text.substr(0, 100);
  }
}

TEST(B3, SeveralHeaders) {
  const auto sampled = ParseB3(B3Headers{kTrace, kSpan, "05e3ac9a4f6e3b90", "1", ""});
  ASSERT_TRUE(sampled);
  EXPECT_EQ(sampled->context.span_id, 0xe457b5a2e4d86bd1u);
  EXPECT_EQ(sampled->context.flags, Context::kSampled);
  EXPECT_EQ(ParseB3(B3Headers{kTrace, kSpan, "", "true", ""})->sampled, true);
  EXPECT_EQ(ParseB3(B3Headers{kTrace, kSpan, "", "0", ""})->sampled, false);
  EXPECT_EQ(ParseB3(B3Headers{kTrace, kSpan, "", "false", "0"})->sampled, false);
  EXPECT_EQ(ParseB3(B3Headers{kTrace, kSpan, "", "", ""})->sampled, std::nullopt);
  EXPECT_EQ(ParseB3(B3Headers{kTrace, kSpan, "", "0", "1"})->context.flags, Context::kSampled | Context::kDebug);
  EXPECT_EQ(ParseB3(B3Headers{"", "", "", "0", ""})->sampled, false);
  EXPECT_EQ(ParseB3(B3Headers{})->context.span_id, 0u);
}

TEST(B3, MalformedHeaders) {
  EXPECT_FALSE(ParseB3(B3Headers{kTrace, "", "", "1", ""}));
  EXPECT_FALSE(ParseB3(B3Headers{"", kSpan, "", "1", ""}));
  EXPECT_FALSE(ParseB3(B3Headers{"", "", kSpan, "1", ""}));
  EXPECT_FALSE(ParseB3(B3Headers{kTrace, kSpan, "1", "1", ""}));
  EXPECT_FALSE(ParseB3(B3Headers{kTrace, kSpan, "", "yes", ""}));
  EXPECT_FALSE(ParseB3(B3Headers{"xyz", kSpan, "", "1", ""}));
  EXPECT_FALSE(ParseB3(B3Headers{kTrace, "0000000000000000", "", "1", ""}));
}

}  // namespace
}  // namespace spansmith::propagate
