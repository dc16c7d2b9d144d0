// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See latencies.h.
#include "sample/tail/latencies.h"

#include <bit>

namespace spansmith::sample {
namespace {

// The octave, and the two bits below its highest.
std::size_t BucketOf(std::uint64_t nanos) {
  if (nanos < 4) return nanos;
  const int octave = 63 - std::countl_zero(nanos);
  return static_cast<std::size_t>(octave) * 4 + (nanos >> (octave - 2) & 3);
}

}  // namespace

bool Latencies::AboveP99(const injected::Site* site, std::uint64_t nanos) {
  auto found = sites_.find(site);
  if (found == sites_.end()) {
    if (sites_.size() == kMostSites) return false;
    found = sites_.try_emplace(site).first;
  }
  Histogram& histogram = found->second;
  const std::size_t bucket = BucketOf(nanos);
  // Above p99: no more than one in a hundred was in this bucket or a higher one.
  bool above = false;
  if (histogram.total >= kEnough) {
    std::uint32_t as_long = 0;
    for (std::size_t i = bucket; i < histogram.buckets.size(); ++i) as_long += histogram.buckets[i];
    above = as_long * 100 <= histogram.total;
  }
  ++histogram.buckets[bucket];
  if (++histogram.total == kWindow) {
    histogram.total = 0;
    for (std::uint32_t& count : histogram.buckets) histogram.total += count /= 2;
  }
  return above;
}

}  // namespace spansmith::sample
