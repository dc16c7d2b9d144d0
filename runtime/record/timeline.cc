// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See timeline.h.
#include "record/timeline.h"

#include <algorithm>
#include <cstdlib>

namespace spansmith::record {
namespace {

constexpr std::int64_t kSet = 1'000'000;           // nanoseconds; more than any correction in a second
constexpr std::uint64_t kShortest = 1'000'000;     // nanoseconds between readings that give a rate
constexpr std::uint64_t kLongest = 1'000'000'000;  // after which a reading is always kept

std::int64_t Signed(std::uint64_t difference) { return static_cast<std::int64_t>(difference); }

std::uint64_t Scaled(std::int64_t ticks, double rate) {
  return static_cast<std::uint64_t>(static_cast<std::int64_t>(static_cast<double>(ticks) * rate));
}

}  // namespace

Timeline::Timeline(const ClockReading& first, bool ticks_are_nanos)
    : first_(first), ticks_are_nanos_(ticks_are_nanos), settled_(ticks_are_nanos) {
  knots_[0] = {first.ticks, first.unix_nanos, 1};
}

void Timeline::Add(const ClockReading& reading) {
  Knot& last = knots_[(count_ - 1) % kKnots];
  const std::uint64_t since_first = reading.monotonic_nanos - first_.monotonic_nanos;
  const std::int64_t ticks = Signed(reading.ticks - last.ticks);
  if (Signed(since_first) <= 0 || ticks <= 0) return;
  if (!ticks_are_nanos_) {
    // The error of a reading weighs less the longer the time is that it is seen over.
    rate_ = static_cast<double>(since_first) / static_cast<double>(Signed(reading.ticks - first_.ticks));
    settled_ = settled_ || since_first >= kShortest;
  }
  if (count_ == 1) last.rate = rate_;
  const std::uint64_t expected = last.unix_nanos + Scaled(ticks, last.rate);
  const std::int64_t error = Signed(reading.unix_nanos - expected);
  const auto since_last = static_cast<std::uint64_t>(static_cast<double>(ticks) * rate_);
  const bool was_set = std::abs(error) > kSet;
  if (!was_set && since_last < std::min(kLongest, std::max(kShortest, since_first / 4))) return;
  last_error_ = error;
  last.rate =
      was_set ? rate_ : static_cast<double>(Signed(reading.unix_nanos - last.unix_nanos)) / static_cast<double>(ticks);
  knots_[count_ % kKnots] = {reading.ticks, reading.unix_nanos, rate_};
  ++count_;
}

const Timeline::Knot& Timeline::Before(Ticks ticks) const {
  const std::size_t oldest = count_ > kKnots ? count_ - kKnots : 0;
  std::size_t i = count_ - 1;
  while (i > oldest && Signed(ticks - knots_[i % kKnots].ticks) < 0) --i;
  return knots_[i % kKnots];
}

std::uint64_t Timeline::ToUnixNanos(Ticks ticks) const {
  const Knot& knot = Before(ticks);
  return knot.unix_nanos + Scaled(Signed(ticks - knot.ticks), knot.rate);
}

std::uint64_t Timeline::ToNanos(Ticks length) const {
  const std::int64_t ticks = Signed(length);
  if (ticks <= 0) return 0;
  return ticks_are_nanos_ ? length : Scaled(ticks, rate_);
}

}  // namespace spansmith::record
