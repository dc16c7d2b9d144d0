// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "metrics/exponential.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cfloat>
#include <cmath>
#include <numeric>
#include <random>

namespace spansmith::metrics {
namespace {

using ::testing::ElementsAre;

// data-model.md, "Scale zero", "Negative scale", "All scales": bounds are exclusive below and inclusive above.
TEST(ExponentialTest, BucketsOfPowersOfTwoAreExact) {
  EXPECT_EQ(BucketOf(1, 0), -1);
  EXPECT_EQ(BucketOf(1.5, 0), 0);
  EXPECT_EQ(BucketOf(2, 0), 0);
  EXPECT_EQ(BucketOf(2.1, 0), 1);
  EXPECT_EQ(BucketOf(4, 0), 1);
  EXPECT_EQ(BucketOf(0.25, 0), -3);
  EXPECT_EQ(BucketOf(4, -1), 0);
  EXPECT_EQ(BucketOf(5, -1), 1);
  EXPECT_EQ(BucketOf(0.2, -1), -2);
  for (int exponent = -50; exponent <= 50; ++exponent) {
    for (std::int32_t scale = 0; scale <= 20; ++scale) {
      EXPECT_EQ(BucketOf(std::ldexp(1.0, exponent), scale), exponent * (1 << scale) - 1) << exponent << ' ' << scale;
    }
  }
  EXPECT_EQ(BucketOf(DBL_TRUE_MIN, 0), -1'075);
  EXPECT_EQ(BucketOf(DBL_MAX, 0), 1'023);
}

TEST(ExponentialTest, EveryValueIsWithinItsBounds) {
  std::mt19937_64 random(7);
  std::uniform_real_distribution<double> exponent(-30, 30);
  for (int i = 0; i < 20'000; ++i) {
    const double value = std::exp2(exponent(random));
    const auto scale = static_cast<std::int32_t>(i % 14) - 4;
    const std::int32_t bucket = BucketOf(value, scale);
    EXPECT_LE(value, UpperBound(bucket, scale) * (1 + 1e-12)) << value << ' ' << scale;
    EXPECT_GT(value, UpperBound(bucket - 1, scale) * (1 - 1e-12)) << value << ' ' << scale;
  }
}

std::uint64_t Sum(const Buckets& buckets) {
  return std::accumulate(buckets.counts.begin(), buckets.counts.end(), std::uint64_t{0});
}

TEST(ExponentialTest, OneValueHasTheFinestScale) {
  ExponentialBuckets buckets(160);
  buckets.Add(3);
  buckets.Add(3);
  EXPECT_EQ(buckets.scale(), 20);
  EXPECT_THAT(buckets.positive().counts, ElementsAre(2));
  EXPECT_EQ(Sum(buckets.negative()), 0u);
}

TEST(ExponentialTest, ItWidensToWhatComes) {
  ExponentialBuckets buckets(4);
  for (const double value : {1.0, 2.0, 4.0, 8.0, 16.0}) buckets.Add(value);
  // Five bounds of scale 0 are one too many for four buckets: scale -1, (1/4,1], (1,4], (4,16].
  EXPECT_EQ(buckets.scale(), -1);
  EXPECT_EQ(buckets.positive().offset, -1);
  EXPECT_THAT(buckets.positive().counts, ElementsAre(1, 2, 2));
}

TEST(ExponentialTest, BothSidesHaveOneScale) {
  ExponentialBuckets buckets(2);
  buckets.Add(-1.5);
  buckets.Add(0);
  buckets.Add(1);
  buckets.Add(1'000);
  EXPECT_EQ(buckets.zero_count(), 1u);
  EXPECT_EQ(Sum(buckets.positive()), 2u);
  EXPECT_EQ(Sum(buckets.negative()), 1u);
  EXPECT_EQ(buckets.negative().offset, BucketOf(1.5, buckets.scale()));
}

TEST(ExponentialTest, NothingIsLostOverTheWholeRange) {
  ExponentialBuckets buckets(2);
  std::mt19937_64 random(3);
  std::uniform_real_distribution<double> exponent(-1'000, 1'000);
  for (int i = 0; i < 1'000; ++i) buckets.Add(std::exp2(exponent(random)));
  buckets.Add(DBL_MAX);
  buckets.Add(DBL_TRUE_MIN);
  EXPECT_EQ(Sum(buckets.positive()), 1'002u);
  EXPECT_LE(buckets.positive().counts.size(), 2u);
  EXPECT_GE(buckets.scale(), ExponentialBuckets::kLeastScale);
}

}  // namespace
}  // namespace spansmith::metrics
