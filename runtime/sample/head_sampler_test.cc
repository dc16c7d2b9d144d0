// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What each sampler makes of a root, and of what is below.
#include "sample/head_sampler.h"

#include <gtest/gtest.h>

#include "record/ids.h"

namespace spansmith::sample {
namespace {

using config::SamplerKind;

TEST(PlanOf, EverySampler) {
  const Plan on = PlanOf({SamplerKind::kAlwaysOn, false, 1});
  EXPECT_EQ(on.root, kAlways);
  EXPECT_EQ(on.below_sampled, kAlways);
  EXPECT_EQ(on.below_unsampled, kAlways);
  const Plan off = PlanOf({SamplerKind::kAlwaysOff, false, 1});
  EXPECT_EQ(off.root, kNever);
  EXPECT_EQ(off.below_sampled, kNever);
  EXPECT_EQ(off.below_unsampled, kNever);
  const Plan half = PlanOf({SamplerKind::kTraceIdRatio, false, 0.5});
  EXPECT_EQ(half.root, std::uint64_t{1} << 55);
  EXPECT_EQ(half.below_sampled, half.root);
  EXPECT_EQ(half.below_unsampled, half.root);
  const Plan parent_based = PlanOf({SamplerKind::kTraceIdRatio, true, 0.25});
  EXPECT_EQ(parent_based.root, std::uint64_t{3} << 54);
  EXPECT_EQ(parent_based.below_sampled, kAlways);
  EXPECT_EQ(parent_based.below_unsampled, kNever);
  EXPECT_EQ(PlanOf({SamplerKind::kAlwaysOff, true, 1}).root, kNever);
  EXPECT_EQ(PlanOf({}).root, Plan{}.root);
}

TEST(PlanOf, TheEndsAreExact) {
  EXPECT_EQ(PlanOf({SamplerKind::kTraceIdRatio, true, 0}).root, kNever);
  EXPECT_EQ(PlanOf({SamplerKind::kTraceIdRatio, true, 1}).root, kAlways);
  EXPECT_FALSE(Sampled(~std::uint64_t{0}, kNever));
  EXPECT_TRUE(Sampled(0, kAlways));
}

// specification, trace/tracestate-handling.md, "Sampling threshold value `th`": R >= T, of the rightmost 56 bits.
TEST(Sampled, ComparesTheRightmost56Bits) {
  const std::uint64_t threshold = PlanOf({SamplerKind::kTraceIdRatio, true, 0.5}).root;
  EXPECT_TRUE(Sampled(0x0080000000000000, threshold));
  EXPECT_FALSE(Sampled(0x007fffffffffffff, threshold));
  EXPECT_FALSE(Sampled(0xff7fffffffffffff, threshold));  // the byte above is not looked at
}

TEST(Sampled, TakesAboutTheRatioOfRandomIds) {
  record::RandomState random;
  random.words[0] = 1;  // the same ids each time
  for (const double ratio : {0.01, 0.1, 0.5, 0.9}) {
    const std::uint64_t threshold = PlanOf({SamplerKind::kTraceIdRatio, true, ratio}).root;
    constexpr int kIds = 100'000;
    int sampled = 0;
    for (int i = 0; i < kIds; ++i) sampled += Sampled(record::NextId(&random), threshold) ? 1 : 0;
    EXPECT_NEAR(sampled, ratio * kIds, 600) << ratio;
  }
}

}  // namespace
}  // namespace spansmith::sample
