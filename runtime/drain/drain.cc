// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See drain.h.
#include "drain/drain.h"

#include <cstring>

namespace spansmith::drain {
namespace {

void ToUnixTimes(record::RecordHeader& record, const record::Timeline& line) {
  if ((record.flags & record::kUnixTimes) != 0) return;
  const record::Ticks start = record.start;
  const std::uint64_t begin = line.ToUnixNanos(start);
  record.start = begin;
  record.end = begin + line.ToNanos(record.end - start);
  if ((record.flags & record::kHasEntries) == 0) return;
  record::SpanView(record).ForEachEntry([&](const record::EntryView& entry) {
    if (entry.type() != record::EntryType::kEventBegin) return;
    record::EventBeginBytes bytes = entry.event();
    bytes.ticks = begin + line.ToNanos(bytes.ticks - start);
    // The record is the drain thread's own until it has been taken.
    std::memcpy(const_cast<char*>(entry.bytes()), &bytes, sizeof bytes);
  });
}

}  // namespace

std::size_t DrainRings(record::RingRegistry& rings, std::size_t max, const record::Timeline& line, loss::Ledger& ledger,
                       Outlet& out) {
  std::size_t taken = 0;
  rings.ForEach([&](record::Ring& ring) {
    taken += ring.Consume(max - taken, [&](record::RecordHeader& record) {
      ToUnixTimes(record, line);
      const record::SpanView span(record);
      if (span.has_details()) {
        ledger.AttributesFailed(span.failed_attributes());
        ledger.AttributesDropped(span.dropped_attributes());
      }
      if (const auto links = span.dropped_links()) ledger.LinksDropped(links);
      if (const auto events = span.dropped_events()) ledger.EventsDropped(events);
      out.Pass(span);
    });
  });
  return taken;
}

}  // namespace spansmith::drain
