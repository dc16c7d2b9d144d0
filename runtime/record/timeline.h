// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Ticks as wall time. The drain thread reads the clocks again and again; between two readings wall time is
// interpolated, so the counter's drift and the kernel's corrections are followed, and the same tick is the same time in
// every span to within some tens of nanoseconds. Where wall time was set (it is more than a millisecond from where it
// was expected) it is not bent: it goes on from the new time. A length is never measured across readings of wall time:
// it is ticks times the counter's rate, so a span never ends before it starts. One thread.
#ifndef SPANSMITH_RECORD_TIMELINE_H_
#define SPANSMITH_RECORD_TIMELINE_H_

#include <array>
#include <cstddef>
#include <cstdint>

#include "record/clock.h"

namespace spansmith::record {

class Timeline {
 public:
  // `first`: a reading from before every tick that will be asked for. `same`: ticks are monotonic nanoseconds.
  explicit Timeline(const ClockReading& first, bool ticks_are_nanos);

  // What was read now; kept if it adds something. Needs two readings, a millisecond apart, to be exact.
  void Add(const ClockReading& reading);
  bool settled() const { return settled_; }

  std::uint64_t ToUnixNanos(Ticks ticks) const;
  std::uint64_t ToNanos(Ticks length) const;  // negative ones, from another processor's counter: 0
  // How far wall time was from where it was expected at the last reading that was kept.
  std::int64_t last_error() const { return last_error_; }

 private:
  struct Knot {
    Ticks ticks;
    std::uint64_t unix_nanos;
    double rate;  // nanoseconds a tick from here to the next knot
  };
  static constexpr std::size_t kKnots = 64;  // a minute and more; older ticks are counted back from the oldest

  const Knot& Before(Ticks ticks) const;

  const ClockReading first_;
  const bool ticks_are_nanos_;
  double rate_ = 1;  // over the whole of the process's time
  bool settled_ = false;
  std::int64_t last_error_ = 0;
  std::array<Knot, kKnots> knots_{};
  std::size_t count_ = 1;  // of all that were ever kept; the last kKnots are there
};

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_TIMELINE_H_
