// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// All rings of the process: a list that only grows, read and extended without a lock. A thread acquires a ring with its
// first span and releases it at its end; a released ring goes, with what is still in it, to the next thread.
#ifndef SPANSMITH_RECORD_RING_REGISTRY_H_
#define SPANSMITH_RECORD_RING_REGISTRY_H_

#include <atomic>

#include "record/ring.h"

namespace spansmith::record {

class RingRegistry {
 public:
  constexpr RingRegistry() = default;

  Ring* Acquire(ThreadState* owner = nullptr) noexcept;  // null: no memory
  void Release(Ring* ring) noexcept {
    const RingHold hold(*ring);
    ring->owner_.store(nullptr, std::memory_order_relaxed);
    ring->released_ = true;
    ring->in_use_.store(false, std::memory_order_release);
  }

  // By the consumer: rings without a producer, and with nothing in them, give their memory back.
  void ReleaseMemoryOfUnused() noexcept;

  template <typename Visit>
  void ForEach(Visit&& visit) {
    for (Ring* ring = first_.load(std::memory_order_acquire); ring != nullptr; ring = ring->next_) visit(*ring);
  }

  Ring* Numbered(unsigned short number) noexcept;  // null for 0

  // In a forked child: all rings are empty; only `mine` (may be null) has an owner.
  void ResetAfterFork(Ring* mine) noexcept;

 private:
  std::atomic<Ring*> first_{nullptr};
  std::atomic<unsigned> count_{0};
};

RingRegistry& Rings() noexcept;  // the process's; usable before and after every static object

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_RING_REGISTRY_H_
