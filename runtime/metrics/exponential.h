// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The buckets of one exponential histogram point (OpenTelemetry specification, metrics/data-model.md,
// "ExponentialHistogram"; metrics/sdk.md, "Base2 Exponential Bucket Histogram Aggregation"). Not thread-safe.
#ifndef SPANSMITH_METRICS_EXPONENTIAL_H_
#define SPANSMITH_METRICS_EXPONENTIAL_H_

#include <cstdint>

#include "metrics/snapshot.h"

namespace spansmith::metrics {

// The bucket of a value above 0: the i with base^i < value <= base^(i+1), base = 2^(2^-scale).
std::int32_t BucketOf(double value, std::int32_t scale);
// base^(index+1).
double UpperBound(std::int32_t index, std::int32_t scale);

class ExponentialBuckets {
 public:
  static constexpr std::int32_t kMostScale = 20;
  static constexpr std::int32_t kLeastScale = -11;

  explicit ExponentialBuckets(int max_size) : max_size_(max_size) {}

  void Add(double value);  // finite
  std::int32_t scale() const { return scale_; }
  std::uint64_t zero_count() const { return zero_count_; }
  const Buckets& positive() const { return positive_; }
  const Buckets& negative() const { return negative_; }

 private:
  void AddTo(Buckets& side, double magnitude);
  void Downscale(std::int32_t by);

  const int max_size_;
  std::int32_t scale_ = kMostScale;
  std::uint64_t zero_count_ = 0;
  Buckets positive_;
  Buckets negative_;
};

}  // namespace spansmith::metrics

#endif  // SPANSMITH_METRICS_EXPONENTIAL_H_
