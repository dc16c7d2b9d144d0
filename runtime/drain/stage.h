// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What stands between the rings and delivery: tail sampling, for one. The drain thread gives it every span, in the
// order in which they ended on each thread; it passes on what it lets through, now or later. One thread.
//
//   rings --> DrainRings --> Stage::Take --> Outlet::Pass --> deliver::Delivery
//
// What it drops it counts in the ledger, as every loss: produced = delivered + dropped + sampled out + pending. What it
// holds is pending; its memory is bounded by itself (a record is record().size bytes; copy it with drain::Batch).
#ifndef SPANSMITH_DRAIN_STAGE_H_
#define SPANSMITH_DRAIN_STAGE_H_

#include <cstdint>

#include "record/span_view.h"

namespace spansmith::drain {

class Outlet {
 public:
  virtual ~Outlet() = default;
  virtual void Pass(const record::SpanView& span) = 0;  // copies it
};

enum class Moment {
  kRound,
  kFlush,  // someone asked for a flush, and everything that ended before is here
  kEnd,    // nothing comes any more: what is still held is lost
};

class Stage {
 public:
  virtual ~Stage() = default;
  // `span` is valid during the call; its times are Unix nanoseconds.
  virtual void Take(const record::SpanView& span, Outlet& out) = 0;
  // After the rings were looked at: the time goes on.
  virtual void Tick(std::uint64_t unix_nanos, Moment moment, Outlet& out) = 0;
};

}  // namespace spansmith::drain

#endif  // SPANSMITH_DRAIN_STAGE_H_
