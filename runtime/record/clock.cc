// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Ties CLOCK_MONOTONIC to CLOCK_REALTIME. See clock.h.
#include "record/clock.h"

namespace spansmith::record {

ClockAnchor ReadAnchor() noexcept {
  timespec wall;
  const Ticks before = Now();
  clock_gettime(CLOCK_REALTIME, &wall);
  const Ticks after = Now();
  return {before + (after - before) / 2,
          static_cast<std::uint64_t>(wall.tv_sec) * 1'000'000'000u + static_cast<std::uint64_t>(wall.tv_nsec)};
}

const ClockAnchor& ProcessAnchor() noexcept {
  static const ClockAnchor anchor = ReadAnchor();
  return anchor;
}

}  // namespace spansmith::record
