// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A byte ring between one thread that ends spans (the producer) and the drain thread (the consumer): no lock, no wait.
// When there is no room the producer is told so and counts the span as dropped. It also carries the producer's scratch
// space, so that one mapping is all a thread needs. A ring changes its producer when a thread ends; what the old one
// wrote stays. Rings are never unmapped: the number of rings is the largest number of threads alive at one time.
#ifndef SPANSMITH_RECORD_RING_H_
#define SPANSMITH_RECORD_RING_H_

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "record/record_format.h"

namespace spansmith::record {

class Ring {
 public:
  static constexpr std::uint32_t kCapacity = 256 * 1024;  // bytes, a power of two
  static constexpr std::uint32_t kScratch = 32 * 1024;    // bytes

  // Maps a ring; null if there is no memory. Pages are touched as they are used.
  static Ring* Map() noexcept;

  // ---- Producer. ----

  // `size` contiguous bytes (multiple of 8, at most kCapacity / 2), or null if there is no room now.
  std::byte* Reserve(std::uint32_t size) noexcept;
  // Makes the reserved bytes visible to the consumer.
  void Commit(std::uint32_t size) noexcept;
  bool MoreThanHalfFull() noexcept;
  std::byte* scratch() noexcept { return scratch_; }
  void CountProduced() noexcept { Increment(produced_); }
  void CountDropped() noexcept { Increment(dropped_); }
  void CountSampledOut() noexcept { Increment(sampled_out_); }

  // ---- Consumer. ----

  // Calls `take(const RecordHeader&)` for at most `max` records, oldest first, and frees each afterwards. Returns how
  // many.
  template <typename Take>
  std::size_t Consume(std::size_t max, Take&& take) {
    std::uint64_t tail = tail_.load(std::memory_order_relaxed);
    const std::uint64_t head = head_.load(std::memory_order_acquire);
    std::size_t count = 0;
    while (tail != head && count < max) {
      const std::byte* at = bytes_ + (tail & kMask);
      const auto* record = reinterpret_cast<const RecordHeader*>(at);
      if (*reinterpret_cast<const injected::Site* const*>(at) == nullptr) {
        tail += kCapacity - (tail & kMask);
      } else {
        take(*record);
        tail += record->size;
        ++count;
      }
      tail_.store(tail, std::memory_order_release);
    }
    return count;
  }

  // ---- Anyone. ----

  std::uint64_t produced() const noexcept { return produced_.load(std::memory_order_relaxed); }
  std::uint64_t dropped() const noexcept { return dropped_.load(std::memory_order_relaxed); }
  std::uint64_t sampled_out() const noexcept { return sampled_out_.load(std::memory_order_relaxed); }

  // In a forked child, where no other thread is: forgets everything.
  void Reset() noexcept;

 private:
  friend class RingRegistry;
  static constexpr std::uint64_t kMask = kCapacity - 1;

  Ring() = default;
  // One writer: no locked instruction.
  static void Increment(std::atomic<std::uint64_t>& counter) noexcept {
    counter.store(counter.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  }

  alignas(64) std::atomic<std::uint64_t> head_{0};  // written by the producer
  std::uint64_t tail_seen_ = 0;                     // the producer's copy of tail_, seldom refreshed
  std::atomic<std::uint64_t> produced_{0};
  std::atomic<std::uint64_t> dropped_{0};
  std::atomic<std::uint64_t> sampled_out_{0};
  alignas(64) std::atomic<std::uint64_t> tail_{0};  // written by the consumer
  alignas(64) std::atomic<bool> in_use_{true};      // RingRegistry's
  Ring* next_ = nullptr;
  alignas(64) std::byte scratch_[kScratch];
  alignas(64) std::byte bytes_[kCapacity];
};

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_RING_H_
