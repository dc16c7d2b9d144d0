// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See drain.h.
#include "drain/drain.h"

#include "record/clock.h"
#include "record/guard_flags.h"

namespace spansmith::drain {
namespace {

// The record is the drain thread's own until it has been taken.
void ToUnixTimes(const record::RecordHeader& record, const record::ClockAnchor& anchor) {
  if ((record.frame_flags & record::kUnixTimes) != 0) return;
  auto& own = const_cast<record::RecordHeader&>(record);
  own.start = record::ToUnixNanos(own.start, anchor);
  own.end = record::ToUnixNanos(own.end, anchor);
  auto* at = reinterpret_cast<std::byte*>(&own + 1);
  for (std::uint32_t i = 0; i < own.entry_count; ++i) {
    auto* entry = reinterpret_cast<record::EntryHeader*>(at);
    if (entry->type == record::EntryType::kEventBegin) entry->ticks = record::ToUnixNanos(entry->ticks, anchor);
    at += record::AlignUp(static_cast<std::uint32_t>(sizeof(record::EntryHeader)) + entry->size);
  }
}

}  // namespace

std::size_t DrainRings(record::RingRegistry& rings, std::size_t max, loss::Ledger& ledger, Outlet& out) {
  const record::ClockAnchor& anchor = record::ProcessAnchor();
  std::size_t taken = 0;
  rings.ForEach([&](record::Ring& ring) {
    taken += ring.Consume(max - taken, [&](const record::RecordHeader& record) {
      ToUnixTimes(record, anchor);
      const record::SpanView span(record);
      if (const auto failed = span.failed_attributes()) ledger.AttributesFailed(failed);
      if (const auto dropped = span.dropped_attributes()) ledger.AttributesDropped(dropped);
      if (const auto links = span.dropped_links()) ledger.LinksDropped(links);
      if (const auto events = span.dropped_events()) ledger.EventsDropped(events);
      out.Pass(span);
    });
  });
  return taken;
}

}  // namespace spansmith::drain
