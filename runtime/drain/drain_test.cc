// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Draining stops at its limit, goes over all rings, and counts attributes that are missing.
#include "drain/drain.h"

#include <gtest/gtest.h>

#include <cstring>

#include "drain/batch.h"

namespace spansmith::drain {
namespace {

constinit injected::Site site("S");

constexpr record::ClockReading kBegin{1'000, 1'000, 50'000};

void Put(record::Ring& ring, std::uint32_t failed, std::uint32_t dropped) {
  struct {
    record::RecordHeader header{};
    record::EntriesHeader entries{sizeof(record::EntryHeader) + sizeof(record::EventBeginBytes), 1};
    record::EntryHeader event{"event", record::EntryType::kEventBegin, sizeof(record::EventBeginBytes)};
    record::EventBeginBytes event_bytes{1'300, 0};
    record::Details details{};
  } bytes;
  bytes.header.site = &site;
  bytes.header.size = sizeof bytes;
  bytes.header.flags = record::kHasEntries | record::kHasDetails;
  bytes.header.start = 1'200;
  bytes.header.end = 1'500;
  bytes.details.failed_attributes = failed;
  bytes.details.dropped_attributes = dropped;
  std::memcpy(ring.Reserve(sizeof bytes), &bytes, sizeof bytes);
  ring.Commit(sizeof bytes);
}

struct IntoBatch : Outlet {
  void Pass(const record::SpanView& span) override { batch.Add(span.record()); }
  Batch batch;
};

TEST(DrainRings, TakesFromAllRingsUpToALimit) {
  record::RingRegistry rings;
  record::Ring& a = *rings.Acquire();
  record::Ring& b = *rings.Acquire();
  for (int i = 0; i < 3; ++i) Put(a, 0, 0);
  for (int i = 0; i < 3; ++i) Put(b, 1, 2);
  loss::Ledger ledger;
  IntoBatch out;
  const record::Timeline line(kBegin, true);
  EXPECT_EQ(DrainRings(rings, 4, line, ledger, out), 4u);
  EXPECT_EQ(DrainRings(rings, 4, line, ledger, out), 2u);
  EXPECT_EQ(DrainRings(rings, 4, line, ledger, out), 0u);
  EXPECT_EQ(out.batch.size(), 6u);
  EXPECT_EQ(ledger.failed_attributes(), 3u);
  EXPECT_EQ(ledger.dropped_attributes(), 6u);
}

TEST(DrainRings, TicksBecomeUnixTime) {
  record::RingRegistry rings;
  Put(*rings.Acquire(), 0, 0);
  loss::Ledger ledger;
  IntoBatch out;
  EXPECT_EQ(DrainRings(rings, 1, record::Timeline(kBegin, true), ledger, out), 1u);
  const SpanData span = out.batch.Spans().at(0);
  EXPECT_EQ(span.start_unix_nano, 50'200u);
  EXPECT_EQ(span.end_unix_nano, 50'500u);
  EXPECT_EQ(span.events.at(0).time_unix_nano, 50'300u);
}

TEST(Batch, KeepsRecordsAndMadeSpansAndIsEmptyAfterClear) {
  record::RingRegistry rings;
  Put(*rings.Acquire(), 0, 0);
  Put(*rings.Acquire(), 0, 0);
  loss::Ledger ledger;
  IntoBatch out;
  DrainRings(rings, 10, record::Timeline(kBegin, true), ledger, out);
  SpanData made;
  made.name = "made";
  out.batch.Add(made);
  EXPECT_EQ(out.batch.size(), 3u);
  ASSERT_EQ(out.batch.Spans().size(), 3u);
  EXPECT_EQ(out.batch.Spans()[1].name, "S");
  EXPECT_EQ(out.batch.Spans()[2].name, "made");
  out.batch.Add(made);
  EXPECT_EQ(out.batch.Spans().size(), 4u);
  out.batch.Clear();
  EXPECT_TRUE(out.batch.empty());
  EXPECT_TRUE(out.batch.Spans().empty());
}

}  // namespace
}  // namespace spansmith::drain
