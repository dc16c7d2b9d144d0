// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The bound, the reuse and the giving back of chunks.
#include "record/chunk_pool.h"

#include <gtest/gtest.h>
#include <sys/mman.h>

#include <cstring>
#include <set>
#include <thread>
#include <vector>

namespace spansmith::record {
namespace {

// Pages of the chunk that have memory.
int PagesOf(Chunk* chunk) {
  unsigned char in_core[Chunk::kSize / 4096] = {};
  mincore(chunk, Chunk::kSize, in_core);
  int count = 0;
  for (const unsigned char page : in_core) count += page & 1;
  return count;
}

void Touch(Chunk* chunk) { std::memset(chunk->bytes(), 1, ChunkPool::kCapacity); }

TEST(ChunkPool, GivesUpToItsBudgetAndAgainWhatCameBack) {
  ChunkPool pool;
  pool.SetBudget(10 * std::size_t{Chunk::kSize} + 100);
  std::set<Chunk*> chunks;
  while (Chunk* chunk = pool.Take(64)) {
    Touch(chunk);
    chunks.insert(chunk);
  }
  EXPECT_EQ(chunks.size(), 10u);
  EXPECT_EQ(pool.taken(), 10u);
  Chunk* const one = *chunks.begin();
  one->filled.store(77);
  one->next.store(one);
  pool.Give(one);
  EXPECT_EQ(pool.Take(ChunkPool::kCapacity), one);
  EXPECT_EQ(one->filled.load(), 0u);
  EXPECT_EQ(one->next.load(), nullptr);
}

TEST(ChunkPool, ALargeOneIsMappedApartAndCounted) {
  ChunkPool pool;
  pool.SetBudget(1 << 20);
  Chunk* const large = pool.Take(100'000);
  ASSERT_NE(large, nullptr);
  EXPECT_GE(large->mapped, 100'000u + sizeof(Chunk));
  std::memset(large->bytes(), 1, 100'000);
  EXPECT_EQ(pool.Take(200'000), nullptr);  // a quarter of the budget is for such
  pool.Give(large);
  Chunk* const again = pool.Take(200'000);
  ASSERT_NE(again, nullptr);
  pool.Give(again);
  EXPECT_EQ(pool.taken(), 0u);
}

TEST(ChunkPool, TrimGivesMemoryBackOnceItIsCalm) {
  ChunkPool pool;
  std::vector<Chunk*> chunks;
  for (int i = 0; i < 200; ++i) {
    chunks.push_back(pool.Take(64));
    Touch(chunks.back());
  }
  for (Chunk* chunk : chunks) pool.Give(chunk);
  EXPECT_FALSE(pool.Trim());  // just given: may be wanted again
  int pages = 0;
  for (Chunk* chunk : chunks) pages += PagesOf(chunk);
  EXPECT_EQ(pages, 200 * 4);
  EXPECT_TRUE(pool.Trim());
  pages = 0;
  for (Chunk* chunk : chunks) pages += PagesOf(chunk);
  EXPECT_LE(pages, static_cast<int>(ChunkPool::kWarm) * 4);
  std::set<Chunk*> again;
  for (int i = 0; i < 200; ++i) again.insert(pool.Take(64));
  EXPECT_EQ(again.size(), 200u);
  EXPECT_EQ(again.count(nullptr), 0u);
}

TEST(ChunkPool, TwoThreadsNeverHaveTheSameChunk) {
  ChunkPool pool;
  pool.SetBudget(8 * std::size_t{Chunk::kSize});
  const auto work = [&pool](unsigned char mark) {
    for (int i = 0; i < 50'000; ++i) {
      Chunk* const chunk = pool.Take(64);
      if (chunk == nullptr) continue;
      chunk->bytes()[0] = std::byte{mark};
      chunk->bytes()[1'000] = std::byte{mark};
      ASSERT_EQ(chunk->bytes()[0], std::byte{mark});
      ASSERT_EQ(chunk->bytes()[1'000], std::byte{mark});
      pool.Give(chunk);
    }
  };
  std::thread other(work, 1);
  work(2);
  other.join();
  EXPECT_EQ(pool.taken(), 0u);
}

TEST(ChunkPool, ResetFreesEverything) {
  ChunkPool pool;
  pool.SetBudget(4 * std::size_t{Chunk::kSize});
  for (int i = 0; i < 3; ++i) pool.Take(64);
  pool.Reset();
  EXPECT_EQ(pool.taken(), 0u);
  int count = 0;
  while (pool.Take(64) != nullptr) ++count;
  EXPECT_EQ(count, 4);
}

}  // namespace
}  // namespace spansmith::record
