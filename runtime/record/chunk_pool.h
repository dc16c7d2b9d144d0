// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The memory of records: chunks of 16 KiB out of one reservation of address space, which bounds what all threads
// together can hold. A thread takes one when its last is full; the drain thread gives it back. Pages are touched as
// they are used, and go back to the system when they have not been needed for a while (Trim). No lock, no wait; any
// thread.
#ifndef SPANSMITH_RECORD_CHUNK_POOL_H_
#define SPANSMITH_RECORD_CHUNK_POOL_H_

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace spansmith::record {

struct alignas(64) Chunk {
  static constexpr std::uint32_t kSize = 16 * 1024;  // bytes, this header among them

  std::atomic<std::uint32_t> filled{0};  // bytes of records; written by the thread that has the chunk
  std::uint32_t mapped = 0;              // of a chunk larger than kSize, with a mapping of its own: its size; else 0
  std::atomic<Chunk*> next{nullptr};     // where the thread went on, once it has left this one
  std::byte* bytes() { return reinterpret_cast<std::byte*>(this + 1); }
};
static_assert(sizeof(Chunk) == 64);

class ChunkPool {
 public:
  static constexpr std::uint32_t kCapacity = Chunk::kSize - sizeof(Chunk);  // bytes of records in one chunk
  static constexpr std::size_t kDefaultBudget = std::size_t{64} << 20;      // bytes
  static constexpr std::uint32_t kWarm = 8;  // chunks that Trim leaves: what a quiet program uses again and again

  constexpr ChunkPool() = default;

  // Bytes, rounded down to chunks. Before the first Take; later it changes nothing.
  void SetBudget(std::size_t bytes) noexcept { budget_.store(bytes, std::memory_order_relaxed); }

  // A chunk for at least `size` bytes of records. Null: the budget is used up, or the system has no memory.
  Chunk* Take(std::uint32_t size) noexcept;
  void Give(Chunk* chunk) noexcept;

  // Chunks and bytes of larger ones that threads hold now.
  std::uint32_t taken() const noexcept { return taken_.load(std::memory_order_relaxed); }
  // Gives the memory of free chunks back to the system, but for kWarm and twice as many as were given since the last
  // call. One thread at a time. False: there is more to give at the next call.
  bool Trim() noexcept;

  // In a forked child, where no other thread is: every chunk is free, whoever had it.
  void Reset() noexcept;

 private:
  using Top = std::uint64_t;  // low half: number + 1 of the topmost chunk; high half: changes with every push

  bool Prepare() noexcept;
  Chunk* At(std::uint32_t number) noexcept;
  std::atomic<std::uint32_t>& Below(std::uint32_t number) noexcept;
  Chunk* Pop(std::atomic<Top>& stack) noexcept;
  void Push(std::atomic<Top>& stack, Chunk* chunk) noexcept;
  Chunk* Fresh() noexcept;
  Chunk* TakeLarge(std::uint32_t size) noexcept;

  std::atomic<std::byte*> region_{nullptr};  // the chunks; behind them, for each, the number + 1 of the one below
  std::atomic<std::uint32_t> chunks_{0};     // in the region
  std::atomic<std::uint32_t> fresh_{0};      // numbers from here on were never used
  std::atomic<Top> warm_{0};                 // free, with memory
  std::atomic<Top> cold_{0};                 // free, without
  std::atomic<std::uint32_t> taken_{0};
  std::atomic<std::uint32_t> warm_count_{0};
  std::atomic<std::uint32_t> given_{0};  // since the last Trim
  std::atomic<std::size_t> large_bytes_{0};
  std::atomic<std::size_t> budget_{kDefaultBudget};
};

ChunkPool& Chunks() noexcept;  // the process's; usable before and after every static object

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_CHUNK_POOL_H_
