// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See exponential.h.
#include "metrics/exponential.h"

#include <algorithm>
#include <cmath>

namespace spansmith::metrics {
namespace {

// Towards minus infinity, for negative indices too.
std::int32_t Halved(std::int32_t index, std::int32_t times) { return index >> times; }

void Downscale(Buckets& side, std::int32_t by) {
  if (side.counts.empty()) return;
  const std::int32_t offset = Halved(side.offset, by);
  const auto last = static_cast<std::int32_t>(side.counts.size()) - 1;
  std::vector<std::uint64_t> counts(static_cast<std::size_t>(Halved(side.offset + last, by) - offset) + 1);
  for (std::int32_t i = 0; i <= last; ++i) {
    counts[static_cast<std::size_t>(Halved(side.offset + i, by) - offset)] += side.counts[static_cast<std::size_t>(i)];
  }
  side.offset = offset;
  side.counts = std::move(counts);
}

}  // namespace

std::int32_t BucketOf(double value, std::int32_t scale) {
  int exponent = 0;
  const double fraction = std::frexp(value, &exponent);  // in [0.5, 1): a power of two is 0.5
  const std::int32_t below = exponent - 1;               // 2^below <= value
  if (scale <= 0) return Halved(fraction == 0.5 ? below - 1 : below, -scale);
  // Powers of two are bounds at every scale, and must come out exactly.
  if (fraction == 0.5) return below * (1 << scale) - 1;
  const std::int32_t first = below * (1 << scale);
  const std::int32_t index = first + static_cast<std::int32_t>(std::floor(std::log2(fraction * 2) * (1 << scale)));
  return std::clamp(index, first, first + (1 << scale) - 1);
}

double UpperBound(std::int32_t index, std::int32_t scale) { return std::exp2(std::ldexp(index + 1.0, -scale)); }

void ExponentialBuckets::Add(double value) {
  if (value == 0) {
    ++zero_count_;
  } else {
    AddTo(value > 0 ? positive_ : negative_, std::fabs(value));
  }
}

void ExponentialBuckets::AddTo(Buckets& side, double magnitude) {
  std::int32_t index = BucketOf(magnitude, scale_);
  if (!side.counts.empty()) {
    std::int32_t low = std::min(index, side.offset);
    std::int32_t high = std::max(index, side.offset + static_cast<std::int32_t>(side.counts.size()) - 1);
    std::int32_t by = 0;
    while (high - low >= max_size_ && scale_ - by > kLeastScale) {
      low = Halved(low, 1);
      high = Halved(high, 1);
      ++by;
    }
    if (by != 0) {
      Downscale(by);
      index = BucketOf(magnitude, scale_);
    }
  }
  if (side.counts.empty()) {
    side.offset = index;
  } else if (index < side.offset) {
    side.counts.insert(side.counts.begin(), static_cast<std::size_t>(side.offset - index), 0);
    side.offset = index;
  }
  const auto at = static_cast<std::size_t>(index - side.offset);
  if (at >= side.counts.size()) side.counts.resize(at + 1);
  ++side.counts[at];
}

void ExponentialBuckets::Downscale(std::int32_t by) {
  metrics::Downscale(positive_, by);
  metrics::Downscale(negative_, by);
  scale_ -= by;
}

}  // namespace spansmith::metrics
