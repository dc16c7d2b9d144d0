// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// R against T, and what the tracestate then says.
#include <gtest/gtest.h>
#include <spansmith/propagation.h>
#include <spansmith/sampler.h>

namespace spansmith {
namespace {

struct Answer {
  bool sampled;
  std::string state;
};

Answer Ask(double ratio, std::uint64_t low, const std::string& state, unsigned flags, bool root = false) {
  SamplingRequest request;
  request.trace_id = {7, low};
  if (!root) {
    request.parent = {7, low, 1, flags, TracestateNumber(state)};
    EXPECT_EQ(TracestateOf(request.parent), state);
  }
  const SamplingResult result = MakeProbabilitySampler(ratio)->Sample(request);
  EXPECT_TRUE(result.set_trace_state);
  return {result.sampled, TracestateOf({0, 0, 0, 0, result.trace_state})};
}

constexpr unsigned kRandom = Context::kRandom;
constexpr std::uint64_t kHigh = 0x00f0000000000000;
constexpr std::uint64_t kLow = 0xff10000000000000;  // the first byte does not count

TEST(ProbabilitySampler, ARootSaysItsThreshold) {
  EXPECT_EQ(Ask(0.25, kHigh, "", 0, true).state, "ot=th:c");
  EXPECT_TRUE(Ask(0.25, kHigh, "", 0, true).sampled);
  EXPECT_EQ(Ask(0.25, kLow, "", 0, true).state, "");
  EXPECT_FALSE(Ask(0.25, kLow, "", 0, true).sampled);
  EXPECT_EQ(Ask(1, 0, "", 0, true).state, "ot=th:0");
}

TEST(ProbabilitySampler, ExplicitRandomnessGoesBeforeTheTraceId) {
  const Answer high = Ask(0.25, kLow, "a=1,ot=rv:f0000000000000", 0);
  EXPECT_TRUE(high.sampled);
  EXPECT_EQ(high.state, "ot=th:c;rv:f0000000000000,a=1");  // rv vouches for it
  EXPECT_FALSE(Ask(0.25, kHigh, "ot=rv:10000000000000", kRandom).sampled);
}

TEST(ProbabilitySampler, WithoutTheRandomFlagThereIsNoThreshold) {
  EXPECT_EQ(Ask(0.25, kHigh, "a=1", 0).state, "a=1");
  EXPECT_TRUE(Ask(0.25, kHigh, "a=1", 0).sampled);
  EXPECT_EQ(Ask(0.25, kHigh, "a=1", kRandom).state, "ot=th:c,a=1");
  EXPECT_EQ(Ask(0.25, kHigh, "a=1,ot=th:8;x:y", 0).state, "ot=x:y,a=1");  // another's decision is none of this one
}

TEST(ProbabilitySampler, WhatIsNotSampledHasNoThreshold) {
  EXPECT_EQ(Ask(0.25, kLow, "ot=th:8;rv:10000000000000,a=1", kRandom).state, "ot=rv:10000000000000,a=1");
  EXPECT_EQ(Ask(0, kHigh, "a=1", kRandom).state, "a=1");
  EXPECT_FALSE(Ask(0, ~0ull, "", kRandom).sampled);
  EXPECT_FALSE(Ask(-1, ~0ull, "", kRandom).sampled);
  EXPECT_TRUE(Ask(2, 0, "", kRandom).sampled);
}

}  // namespace
}  // namespace spansmith
