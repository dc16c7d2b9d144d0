// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Takes records out of the threads' rings, turns their ticks into Unix nanoseconds, in place, and passes them on. One
// thread at a time. What it does not take stays in the rings, which count what they have no room for.
#ifndef SPANSMITH_DRAIN_DRAIN_H_
#define SPANSMITH_DRAIN_DRAIN_H_

#include <cstddef>

#include "drain/stage.h"
#include "loss/ledger.h"
#include "record/ring_registry.h"
#include "record/timeline.h"

namespace spansmith::drain {

// At most `max` records. Counts attributes that failed or did not fit. Returns how many.
std::size_t DrainRings(record::RingRegistry& rings, std::size_t max, const record::Timeline& line, loss::Ledger& ledger,
                       Outlet& out);

}  // namespace spansmith::drain

#endif  // SPANSMITH_DRAIN_DRAIN_H_
