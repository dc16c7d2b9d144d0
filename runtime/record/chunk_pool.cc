// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See chunk_pool.h. Free chunks are two Treiber stacks of numbers; the count beside the top keeps a slow thread from
// mistaking a stack for the one that it saw.
#include "record/chunk_pool.h"

#include <sys/mman.h>

#include <algorithm>
#include <new>

namespace spansmith::record {
namespace {

constexpr std::uint32_t kTrimmedAtOnce = 64;  // chunks that are out of reach while their memory goes back
constexpr std::size_t kPage = 4096;

std::byte* Reserve(std::size_t bytes) noexcept {
  void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) return nullptr;
  // Huge pages would make one chunk cost 2 MiB.
  madvise(memory, bytes, MADV_NOHUGEPAGE);
  return static_cast<std::byte*>(memory);
}

}  // namespace

bool ChunkPool::Prepare() noexcept {
  if (region_.load(std::memory_order_acquire) != nullptr) return true;
  // Under a limit of address space a smaller pool is better than none.
  for (std::size_t bytes = std::max<std::size_t>(budget_.load() / Chunk::kSize, 4) * Chunk::kSize;
       bytes >= 4 * std::size_t{Chunk::kSize}; bytes = bytes / 2 / Chunk::kSize * Chunk::kSize) {
    const std::size_t whole = bytes + bytes / Chunk::kSize * sizeof(std::atomic<std::uint32_t>);
    std::byte* const region = Reserve(whole);
    if (region == nullptr) continue;
    chunks_.store(static_cast<std::uint32_t>(bytes / Chunk::kSize), std::memory_order_relaxed);
    std::byte* none = nullptr;
    if (!region_.compare_exchange_strong(none, region, std::memory_order_acq_rel)) munmap(region, whole);
    return true;
  }
  return false;
}

Chunk* ChunkPool::At(std::uint32_t number) noexcept {
  return reinterpret_cast<Chunk*>(region_.load(std::memory_order_relaxed) + std::size_t{number} * Chunk::kSize);
}

std::atomic<std::uint32_t>& ChunkPool::Below(std::uint32_t number) noexcept {
  std::byte* const behind = reinterpret_cast<std::byte*>(At(chunks_.load(std::memory_order_relaxed)));
  return reinterpret_cast<std::atomic<std::uint32_t>*>(behind)[number];
}

Chunk* ChunkPool::Pop(std::atomic<Top>& stack) noexcept {
  Top top = stack.load(std::memory_order_acquire);
  while (static_cast<std::uint32_t>(top) != 0) {
    const std::uint32_t number = static_cast<std::uint32_t>(top) - 1;
    const Top below = (top & ~Top{0xffffffff}) | Below(number).load(std::memory_order_relaxed);
    if (stack.compare_exchange_weak(top, below, std::memory_order_acquire)) return At(number);
  }
  return nullptr;
}

void ChunkPool::Push(std::atomic<Top>& stack, Chunk* chunk) noexcept {
  const auto number = static_cast<std::uint32_t>(
      (reinterpret_cast<std::byte*>(chunk) - region_.load(std::memory_order_relaxed)) / Chunk::kSize);
  Top top = stack.load(std::memory_order_relaxed);
  Top next;
  do {
    Below(number).store(static_cast<std::uint32_t>(top), std::memory_order_relaxed);
    next = ((top >> 32) + 1) << 32 | (number + 1);
  } while (!stack.compare_exchange_weak(top, next, std::memory_order_release, std::memory_order_relaxed));
}

Chunk* ChunkPool::Fresh() noexcept {
  std::uint32_t number = fresh_.load(std::memory_order_relaxed);
  do {
    if (number >= chunks_.load(std::memory_order_relaxed)) return nullptr;
  } while (!fresh_.compare_exchange_weak(number, number + 1, std::memory_order_relaxed));
  return At(number);
}

Chunk* ChunkPool::Take(std::uint32_t size) noexcept {
  if (!Prepare()) return nullptr;
  if (size > kCapacity) return TakeLarge(size);
  Chunk* chunk = Pop(warm_);
  if (chunk != nullptr) {
    warm_count_.fetch_sub(1, std::memory_order_relaxed);
  } else if ((chunk = Fresh()) == nullptr && (chunk = Pop(cold_)) == nullptr) {
    return nullptr;
  }
  taken_.fetch_add(1, std::memory_order_relaxed);
  chunk->filled.store(0, std::memory_order_relaxed);
  chunk->next.store(nullptr, std::memory_order_relaxed);
  return chunk;
}

Chunk* ChunkPool::TakeLarge(std::uint32_t size) noexcept {
  const std::size_t bytes = (sizeof(Chunk) + size + kPage - 1) / kPage * kPage;
  if (large_bytes_.fetch_add(bytes, std::memory_order_relaxed) + bytes > budget_.load(std::memory_order_relaxed) / 4) {
    large_bytes_.fetch_sub(bytes, std::memory_order_relaxed);
    return nullptr;
  }
  std::byte* const memory = Reserve(bytes);
  if (memory == nullptr) {
    large_bytes_.fetch_sub(bytes, std::memory_order_relaxed);
    return nullptr;
  }
  Chunk* const chunk = new (memory) Chunk;
  chunk->mapped = static_cast<std::uint32_t>(bytes);
  taken_.fetch_add(1, std::memory_order_relaxed);
  return chunk;
}

void ChunkPool::Give(Chunk* chunk) noexcept {
  taken_.fetch_sub(1, std::memory_order_relaxed);
  if (chunk->mapped != 0) {
    large_bytes_.fetch_sub(chunk->mapped, std::memory_order_relaxed);
    munmap(chunk, chunk->mapped);
    return;
  }
  given_.fetch_add(1, std::memory_order_relaxed);
  warm_count_.fetch_add(1, std::memory_order_relaxed);
  Push(warm_, chunk);
}

bool ChunkPool::Trim() noexcept {
  const std::uint32_t keep = kWarm + 2 * given_.exchange(0, std::memory_order_relaxed);
  while (warm_count_.load(std::memory_order_relaxed) > keep) {
    Chunk* group[kTrimmedAtOnce];
    std::uint32_t count = 0;
    while (count < kTrimmedAtOnce && warm_count_.load(std::memory_order_relaxed) > keep) {
      Chunk* const chunk = Pop(warm_);
      if (chunk == nullptr) break;
      warm_count_.fetch_sub(1, std::memory_order_relaxed);
      group[count++] = chunk;
    }
    if (count == 0) break;
    for (std::uint32_t i = 0; i < count; ++i) {
      madvise(reinterpret_cast<std::byte*>(group[i]), Chunk::kSize, MADV_DONTNEED);
      Push(cold_, group[i]);
    }
  }
  return keep == kWarm;
}

void ChunkPool::Reset() noexcept {
  warm_.store(0, std::memory_order_relaxed);
  cold_.store(0, std::memory_order_relaxed);
  fresh_.store(0, std::memory_order_relaxed);
  taken_.store(0, std::memory_order_relaxed);
  warm_count_.store(0, std::memory_order_relaxed);
  given_.store(0, std::memory_order_relaxed);
  large_bytes_.store(0, std::memory_order_relaxed);  // their mappings are left to the parent's copy of the memory
  if (std::byte* const region = region_.load(std::memory_order_relaxed)) {
    const std::size_t chunks = chunks_.load(std::memory_order_relaxed);
    madvise(region, chunks * Chunk::kSize, MADV_DONTNEED);
  }
}

ChunkPool& Chunks() noexcept {
  static constinit ChunkPool pool;
  return pool;
}

}  // namespace spansmith::record
