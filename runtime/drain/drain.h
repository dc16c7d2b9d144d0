// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Takes records out of the threads' rings and makes spans of them. One thread at a time. What it does not take stays in
// the rings, which count what they have no room for.
#ifndef SPANSMITH_DRAIN_DRAIN_H_
#define SPANSMITH_DRAIN_DRAIN_H_

#include <spansmith/span_data.h>

#include <cstddef>
#include <deque>

#include "loss/ledger.h"
#include "record/ring_registry.h"

namespace spansmith::drain {

// At most `max` records, to the end of `spans`. Counts attributes that failed or did not fit. Returns how many.
std::size_t DrainRings(record::RingRegistry& rings, std::size_t max, loss::Ledger& ledger, std::deque<SpanData>& spans);

}  // namespace spansmith::drain

#endif  // SPANSMITH_DRAIN_DRAIN_H_
