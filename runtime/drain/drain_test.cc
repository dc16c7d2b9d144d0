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

void Put(record::Ring& ring, std::uint32_t failed, std::uint32_t dropped) {
  record::RecordHeader header{};
  header.site = &site;
  header.size = sizeof header;
  header.failed_attributes = failed;
  header.dropped_attributes = dropped;
  std::memcpy(ring.Reserve(sizeof header), &header, sizeof header);
  ring.Commit(sizeof header);
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
  EXPECT_EQ(DrainRings(rings, 4, ledger, out), 4u);
  EXPECT_EQ(DrainRings(rings, 4, ledger, out), 2u);
  EXPECT_EQ(DrainRings(rings, 4, ledger, out), 0u);
  EXPECT_EQ(out.batch.size(), 6u);
  EXPECT_EQ(ledger.failed_attributes(), 3u);
  EXPECT_EQ(ledger.dropped_attributes(), 6u);
}

}  // namespace
}  // namespace spansmith::drain
