// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The producer's side of the ring, once in a chunk. See ring.h.
#include "record/ring.h"

#include <sched.h>
#include <sys/mman.h>

#include <new>

#include "record/doorbell.h"

namespace spansmith::record {

Ring* Ring::Map() noexcept {
  void* memory = mmap(nullptr, sizeof(Ring), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return nullptr;
  return new (memory) Ring;  // default-initialised: the scratch space is not touched
}

std::byte* Ring::ReserveInNewChunk(std::uint32_t size) noexcept {
  Chunk* const chunk = Chunks().Take(size);
  DrainDoorbell().RingIfMany(Chunks().taken());
  if (chunk == nullptr) return nullptr;
  if (writing_ == nullptr) {
    first_.store(chunk, std::memory_order_release);
  } else {
    writing_->next.store(chunk, std::memory_order_release);
  }
  writing_ = chunk;
  at_ = chunk->bytes();
  end_ = chunk->mapped == 0 ? at_ + ChunkPool::kCapacity : at_ + size;
  return at_;
}

// By the consumer, while the ring has no producer.
bool Ring::ReleaseMemory() noexcept {
  if (reading_ == nullptr) reading_ = first_.exchange(nullptr, std::memory_order_acquire);
  if (reading_ != nullptr) {
    if (reading_->next.load(std::memory_order_acquire) != nullptr ||
        read_ != reading_->filled.load(std::memory_order_acquire)) {
      return false;
    }
    Chunks().Give(std::exchange(reading_, nullptr));
  }
  read_ = 0;
  writing_ = nullptr;
  at_ = end_ = nullptr;
  constexpr std::size_t kPage = 4096;
  const auto begin = (reinterpret_cast<std::uintptr_t>(scratch_) + kPage - 1) / kPage * kPage;
  const auto end = reinterpret_cast<std::uintptr_t>(scratch_ + kScratch) / kPage * kPage;
  madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
  return true;
}

void Ring::Reset() noexcept {
  at_ = end_ = nullptr;
  writing_ = reading_ = nullptr;
  read_ = 0;
  first_.store(nullptr, std::memory_order_relaxed);
  ended_by_stop_ = nullptr;
  produced_.store(0, std::memory_order_relaxed);
  dropped_.store(0, std::memory_order_relaxed);
  sampled_out_.store(0, std::memory_order_relaxed);
}

RingHold::RingHold(Ring& ring) noexcept : ring_(ring) {
  while (ring.held_.exchange(true, std::memory_order_acquire)) sched_yield();
}

}  // namespace spansmith::record
