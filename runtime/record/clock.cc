// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See clock.h.
#include "record/clock.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>
#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace spansmith::record {
namespace {

#if defined(__x86_64__)
constexpr bool kHasTsc = true;
#else
constexpr bool kHasTsc = false;
#endif

bool TscIsSound() noexcept {
#if defined(__x86_64__)
  unsigned a, b, c, d;
  // Intel SDM, CPUID leaf 80000007H: EDX bit 8, invariant TSC. AMD has the same bit.
  if (__get_cpuid(0x80000007, &a, &b, &c, &d) == 0 || (d & (1u << 8)) == 0) return false;
  // The kernel leaves these clock sources when it finds the counters of the processors apart.
  const int file = open("/sys/devices/system/clocksource/clocksource0/current_clocksource", O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  char text[32] = "";
  const ssize_t size = read(file, text, sizeof text - 1);
  close(file);
  const std::string_view source(text, size > 0 ? static_cast<std::size_t>(size) : 0);
  return source.starts_with("tsc") || source.starts_with("kvm-clock") || source.starts_with("hyperv");
#else
  return false;
#endif
}

}  // namespace

ClockReading ReadClocks() noexcept {
  ClockReading best{};
  Ticks least = ~Ticks{0};
  for (int i = 0; i < 4; ++i) {  // an interrupt in between makes one reading a bad one
    const Ticks before = Now();
    const std::uint64_t monotonic = NanosOf(CLOCK_MONOTONIC);
    const std::uint64_t wall = NanosOf(CLOCK_REALTIME);
    const Ticks took = Now() - before;
    if (took >= least) continue;
    least = took;
    best = {before + took / 2, monotonic, wall};
  }
  return best;
}

const ClockReading& ChooseClock() noexcept {
  static const ClockReading first = [] {
    const char* const variable = std::getenv("SPANSMITH_CLOCK");
    const std::string_view asked = variable == nullptr ? "" : variable;
    const bool tsc = kHasTsc && asked != "monotonic" && (asked == "tsc" || TscIsSound());
    ticks_are_tsc.store(tsc, std::memory_order_relaxed);
    return ReadClocks();
  }();
  return first;
}

}  // namespace spansmith::record
