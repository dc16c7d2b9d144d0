// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See drain.h.
#include "drain/drain.h"

#include "drain/expand.h"
#include "record/clock.h"
#include "record/guard_flags.h"

namespace spansmith::drain {

std::size_t DrainRings(record::RingRegistry& rings, std::size_t max, loss::Ledger& ledger,
                       std::deque<SpanData>& spans) {
  const record::ClockAnchor& anchor = record::ProcessAnchor();
  std::size_t taken = 0;
  rings.ForEach([&](record::Ring& ring) {
    taken += ring.Consume(max - taken, [&](const record::RecordHeader& record) {
      if (record.failed_attributes != 0) ledger.AttributesFailed(record.failed_attributes);
      if (record.dropped_attributes != 0) ledger.AttributesDropped(record.dropped_attributes);
      if (const unsigned links = record::DroppedLinks(record.frame_flags)) ledger.LinksDropped(links);
      if (const unsigned events = record::DroppedEvents(record.frame_flags)) ledger.EventsDropped(events);
      spans.push_back(Expand(record, anchor));
    });
  });
  return taken;
}

}  // namespace spansmith::drain
