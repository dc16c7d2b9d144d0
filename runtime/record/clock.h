// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The one clock of spans. Ticks are CLOCK_MONOTONIC nanoseconds, so a span never ends before it starts; they are tied
// to wall time once per process. Any thread; no error.
#ifndef SPANSMITH_RECORD_CLOCK_H_
#define SPANSMITH_RECORD_CLOCK_H_

#include <time.h>

#include <cstdint>

namespace spansmith::record {

using Ticks = std::uint64_t;

inline Ticks Now() noexcept {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<Ticks>(now.tv_sec) * 1'000'000'000u + static_cast<Ticks>(now.tv_nsec);
}

// A pair of readings of the same moment.
struct ClockAnchor {
  Ticks ticks;
  std::uint64_t unix_nanos;
};

ClockAnchor ReadAnchor() noexcept;            // reads both clocks now
const ClockAnchor& ProcessAnchor() noexcept;  // the one that this process uses: read on the first call

// Nanoseconds since the Unix epoch; `ticks` may lie before the anchor.
inline std::uint64_t ToUnixNanos(Ticks ticks, const ClockAnchor& anchor) noexcept {
  return anchor.unix_nanos + (ticks - anchor.ticks);  // modulo 2^64: right on both sides
}

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_CLOCK_H_
