// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Wakes the drain thread. Ringing takes no lock and, while the bell is already rung, costs a load: a futex(2) word.
// Any thread rings; one thread waits.
#ifndef SPANSMITH_RECORD_DOORBELL_H_
#define SPANSMITH_RECORD_DOORBELL_H_

#include <atomic>
#include <chrono>
#include <cstdint>

namespace spansmith::record {

class Doorbell {
 public:
  static constexpr std::uint32_t kChunksOfARound = 16;  // 256 KiB: some thousands of spans, still in a cache

  constexpr Doorbell() = default;

  void Ring() noexcept;
  // For a thread that took one more chunk of `taken`: rings if these are many more than the waiting thread left.
  void RingIfMany(std::uint32_t taken) noexcept {
    if (taken > enough_.load(std::memory_order_relaxed)) Ring();
  }
  void SetEnough(std::uint32_t taken) noexcept { enough_.store(taken, std::memory_order_relaxed); }
  // Returns when rung since the last return (true), or when the time is over, or now and then without a reason.
  bool Wait(std::chrono::nanoseconds timeout) noexcept;

 private:
  std::atomic<std::uint32_t> rung_{0};
  std::atomic<std::uint32_t> enough_{kChunksOfARound};
};

Doorbell& DrainDoorbell() noexcept;  // the process's

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_DOORBELL_H_
