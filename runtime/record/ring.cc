// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The producer's side of the ring. See ring.h.
#include "record/ring.h"

#include <sys/mman.h>

#include <new>

namespace spansmith::record {

Ring* Ring::Map() noexcept {
  void* memory = mmap(nullptr, sizeof(Ring), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return nullptr;
  return new (memory) Ring;  // default-initialised: the two byte arrays are not touched
}

std::byte* Ring::Reserve(std::uint32_t size) noexcept {
  std::uint64_t head = head_.load(std::memory_order_relaxed);
  const std::uint64_t to_end = kCapacity - (head & kMask);
  const std::uint64_t needed = size <= to_end ? size : to_end + size;
  if (kCapacity - (head - tail_seen_) < needed) {
    tail_seen_ = tail_.load(std::memory_order_acquire);
    if (kCapacity - (head - tail_seen_) < needed) return nullptr;
  }
  if (size > to_end) {  // records are contiguous: leave the rest of this round
    *reinterpret_cast<const injected::Site**>(bytes_ + (head & kMask)) = nullptr;
    head += to_end;
    head_.store(head, std::memory_order_release);
  }
  return bytes_ + (head & kMask);
}

void Ring::Commit(std::uint32_t size) noexcept {
  head_.store(head_.load(std::memory_order_relaxed) + size, std::memory_order_release);
}

bool Ring::MoreThanHalfFull() noexcept {
  const std::uint64_t head = head_.load(std::memory_order_relaxed);
  if (head - tail_seen_ <= kCapacity / 2) return false;
  tail_seen_ = tail_.load(std::memory_order_acquire);
  return head - tail_seen_ > kCapacity / 2;
}

void Ring::Reset() noexcept {
  head_.store(0, std::memory_order_relaxed);
  tail_.store(0, std::memory_order_relaxed);
  tail_seen_ = 0;
  produced_.store(0, std::memory_order_relaxed);
  dropped_.store(0, std::memory_order_relaxed);
  sampled_out_.store(0, std::memory_order_relaxed);
}

}  // namespace spansmith::record
