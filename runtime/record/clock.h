// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The clock of spans, in ticks: the processor's time stamp counter where it runs at one rate and the kernel trusts it
// (invariant TSC, no fallback clock source), CLOCK_MONOTONIC nanoseconds otherwise. Which one is decided before the
// first reading and holds for the process. record/timeline.h turns ticks into wall time. Any thread; no error.
#ifndef SPANSMITH_RECORD_CLOCK_H_
#define SPANSMITH_RECORD_CLOCK_H_

#include <time.h>

#include <atomic>
#include <cstdint>
#if defined(__x86_64__)
#include <x86intrin.h>
#endif

namespace spansmith::record {

using Ticks = std::uint64_t;

// Written by ChooseClock alone, while threads without a span may already look at the time of a throw.
inline constinit std::atomic<bool> ticks_are_tsc{false};

inline bool TicksAreTsc() noexcept { return ticks_are_tsc.load(std::memory_order_relaxed); }

inline std::uint64_t NanosOf(clockid_t clock) noexcept {
  timespec now;
  clock_gettime(clock, &now);
  return static_cast<std::uint64_t>(now.tv_sec) * 1'000'000'000u + static_cast<std::uint64_t>(now.tv_nsec);
}

// Where TicksAreTsc().
inline Ticks TscNow() noexcept {
#if defined(__x86_64__)
  return __rdtsc();
#else
  return 0;
#endif
}

inline Ticks Now() noexcept {
  if (TicksAreTsc()) [[likely]]
    return TscNow();
  return NanosOf(CLOCK_MONOTONIC);
}

// The same moment on three clocks.
struct ClockReading {
  Ticks ticks;
  std::uint64_t monotonic_nanos;
  std::uint64_t unix_nanos;
};

ClockReading ReadClocks() noexcept;

// Chooses, at the first call, and reads the clocks; later calls return that first reading. SPANSMITH_CLOCK=monotonic
// keeps from the TSC, SPANSMITH_CLOCK=tsc takes it unseen. Before any Now() of a span.
const ClockReading& ChooseClock() noexcept;

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_CLOCK_H_
