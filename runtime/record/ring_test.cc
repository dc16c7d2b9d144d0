// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The ring keeps order, wraps, refuses when full, and passes from thread to thread without losing anything.
#include "record/ring.h"

#include <gtest/gtest.h>

#include <cstring>
#include <thread>
#include <vector>

#include "record/ring_registry.h"

namespace spansmith::record {
namespace {

constinit injected::Site site("S");

bool Put(Ring& ring, std::uint64_t id, std::uint32_t extra = 0) {
  ring.CountProduced();
  const std::uint32_t size = AlignUp(static_cast<std::uint32_t>(sizeof(RecordHeader)) + extra);
  std::byte* at = ring.Reserve(size);
  if (at == nullptr) {
    ring.CountDropped();
    return false;
  }
  RecordHeader header{};
  header.site = &site;
  header.size = size;
  header.span_id = id;
  std::memcpy(at, &header, sizeof header);
  ring.Commit(size);
  return true;
}

TEST(Ring, KeepsOrderFromChunkToChunk) {
  RingRegistry rings;
  Ring& ring = *rings.Acquire();
  std::uint64_t expected = 0;
  std::uint64_t next = 0;
  for (int round = 0; round < 500; ++round) {
    for (std::uint32_t i = 0; i < 37; ++i) ASSERT_TRUE(Put(ring, next++, i == 20 ? 40'000 : (i * 97 + 8) % 5'000));
    ring.Consume(1'000, [&](const RecordHeader& record) { EXPECT_EQ(record.span_id, expected++); });
  }
  EXPECT_EQ(expected, next);
}

TEST(Ring, RefusesWhenFullAndTakesAgainWhenDrained) {
  RingRegistry rings;
  Ring& ring = *rings.Acquire();
  std::uint64_t put = 0;
  const std::uint32_t taken = Chunks().taken();
  while (Put(ring, put, 4'000)) ++put;
  EXPECT_GT(put * 4'000, ChunkPool::kDefaultBudget * 9 / 10);
  EXPECT_EQ(ring.dropped(), 1u);
  EXPECT_EQ(ring.produced(), put + 1);
  EXPECT_EQ(ring.Consume(put - 1, [](const RecordHeader&) {}), put - 1);
  EXPECT_TRUE(Put(ring, 7));
  ring.Consume(10, [](const RecordHeader&) {});
  EXPECT_EQ(Chunks().taken(), taken + 1);
  rings.Release(&ring);
  rings.ReleaseMemoryOfUnused();
  EXPECT_EQ(Chunks().taken(), taken);
  ASSERT_EQ(rings.Acquire(), &ring);
  EXPECT_TRUE(Put(ring, 8));
  EXPECT_EQ(ring.Consume(10, [](const RecordHeader& record) { EXPECT_EQ(record.span_id, 8u); }), 1u);
}

TEST(Ring, GoesToTheNextThreadWithWhatIsInIt) {
  RingRegistry rings;
  std::thread([&] {
    Ring* ring = rings.Acquire();
    Put(*ring, 1);
    rings.Release(ring);
  }).join();
  Ring* ring = rings.Acquire();
  Put(*ring, 2);
  std::vector<std::uint64_t> ids;
  int count = 0;
  rings.ForEach([&](Ring& each) {
    ++count;
    each.Consume(10, [&](const RecordHeader& record) { ids.push_back(record.span_id); });
  });
  EXPECT_EQ(count, 1);
  EXPECT_EQ(ids, (std::vector<std::uint64_t>{1, 2}));
}

TEST(Ring, OneProducerAndOneConsumerAtTheSameTime) {
  RingRegistry rings;
  Ring& ring = *rings.Acquire();
  constexpr std::uint64_t kSpans = 200'000;
  std::uint64_t taken = 0;
  std::uint64_t last = 0;
  std::atomic<bool> done{false};
  std::thread consumer([&] {
    bool more = true;
    while (more) {
      more = !done.load();
      taken += ring.Consume(1'000, [&](const RecordHeader& record) {
        EXPECT_GT(record.span_id, last);
        last = record.span_id;
      });
    }
    while (ring.Consume(1'000, [&](const RecordHeader&) { ++taken; }) != 0) {
    }
  });
  for (std::uint64_t i = 1; i <= kSpans; ++i) Put(ring, i, static_cast<std::uint32_t>(i % 64));
  done.store(true);
  consumer.join();
  EXPECT_EQ(ring.produced(), kSpans);
  EXPECT_EQ(taken + ring.dropped(), kSpans);
}

}  // namespace
}  // namespace spansmith::record
