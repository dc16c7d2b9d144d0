// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The list of rings. See ring_registry.h.
#include "record/ring_registry.h"

namespace spansmith::record {

Ring* RingRegistry::Acquire(ThreadState* owner) noexcept {
  for (Ring* ring = first_.load(std::memory_order_acquire); ring != nullptr; ring = ring->next_) {
    bool in_use = false;
    // acquire: what the former owner wrote, its position in the ring above all, is seen.
    if (ring->in_use_.load(std::memory_order_relaxed)) continue;
    if (ring->in_use_.compare_exchange_strong(in_use, true, std::memory_order_acquire)) {
      const RingHold hold(*ring);
      ring->ended_by_stop_ = nullptr;  // of the former owner
      ring->owner_.store(owner, std::memory_order_relaxed);
      return ring;
    }
  }
  Ring* ring = Ring::Map();
  if (ring == nullptr) return nullptr;
  ring->owner_.store(owner, std::memory_order_relaxed);
  const unsigned number = count_.fetch_add(1, std::memory_order_relaxed) + 1;
  ring->number_ = number <= 0xffff ? static_cast<unsigned short>(number) : 0;
  ring->next_ = first_.load(std::memory_order_relaxed);
  while (!first_.compare_exchange_weak(ring->next_, ring, std::memory_order_release, std::memory_order_relaxed)) {
  }
  return ring;
}

void RingRegistry::ReleaseMemoryOfUnused() noexcept {
  ForEach([](Ring& ring) {
    bool in_use = false;
    if (ring.in_use_.load(std::memory_order_relaxed) ||
        !ring.in_use_.compare_exchange_strong(in_use, true, std::memory_order_acquire)) {
      return;
    }
    if (ring.released_ && ring.ReleaseMemory()) ring.released_ = false;
    ring.in_use_.store(false, std::memory_order_release);
  });
}

Ring* RingRegistry::Numbered(unsigned short number) noexcept {
  Ring* found = nullptr;
  ForEach([&](Ring& ring) {
    if (number != 0 && ring.number_ == number) found = &ring;
  });
  return found;
}

void RingRegistry::ResetAfterFork(Ring* mine) noexcept {
  Chunks().Reset();
  ForEach([mine](Ring& ring) {
    ring.Reset();
    ring.held_.store(false, std::memory_order_relaxed);
    ring.in_use_.store(&ring == mine, std::memory_order_relaxed);
    if (&ring != mine) ring.owner_.store(nullptr, std::memory_order_relaxed);
  });
}

RingRegistry& Rings() noexcept {
  static constinit RingRegistry registry;
  return registry;
}

}  // namespace spansmith::record
