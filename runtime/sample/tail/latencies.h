// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// How long a function's spans took lately: a histogram of quarter octaves, halved as it fills, so that old ones count
// less and less. Bounded: 1,024 functions, under 1 KiB each; of others nothing is slow. One thread.
#ifndef SPANSMITH_SAMPLE_TAIL_LATENCIES_H_
#define SPANSMITH_SAMPLE_TAIL_LATENCIES_H_

#include <spansmith/injected.h>

#include <array>
#include <cstdint>
#include <unordered_map>

namespace spansmith::sample {

class Latencies {
 public:
  static constexpr std::size_t kMostSites = 1024;
  static constexpr std::uint32_t kEnough = 100;   // before that nothing is slow
  static constexpr std::uint32_t kWindow = 4096;  // halved there

  // Whether `nanos` is above what 99 of 100 took; then counts it.
  bool AboveP99(const injected::Site* site, std::uint64_t nanos);

 private:
  struct Histogram {
    std::array<std::uint32_t, 256> buckets{};
    std::uint32_t total = 0;
  };
  std::unordered_map<const injected::Site*, Histogram> sites_;
};

}  // namespace spansmith::sample

#endif  // SPANSMITH_SAMPLE_TAIL_LATENCIES_H_
