// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The list of rings. See ring_registry.h.
#include "record/ring_registry.h"

namespace spansmith::record {

Ring* RingRegistry::Acquire() noexcept {
  for (Ring* ring = first_.load(std::memory_order_acquire); ring != nullptr; ring = ring->next_) {
    bool in_use = false;
    // acquire: what the former owner wrote, its position in the ring above all, is seen.
    if (ring->in_use_.compare_exchange_strong(in_use, true, std::memory_order_acquire)) return ring;
  }
  Ring* ring = Ring::Map();
  if (ring == nullptr) return nullptr;
  ring->next_ = first_.load(std::memory_order_relaxed);
  while (!first_.compare_exchange_weak(ring->next_, ring, std::memory_order_release, std::memory_order_relaxed)) {
  }
  return ring;
}

void RingRegistry::ResetAfterFork(Ring* mine) noexcept {
  ForEach([mine](Ring& ring) {
    ring.Reset();
    ring.in_use_.store(&ring == mine, std::memory_order_relaxed);
  });
}

RingRegistry& Rings() noexcept {
  static constinit RingRegistry registry;
  return registry;
}

}  // namespace spansmith::record
