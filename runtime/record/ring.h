// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The way of records from one thread that ends spans (the producer) to the drain thread (the consumer): chunks out of
// the pool, one behind the other; no lock, no wait. When there is no chunk left the producer is told so and counts the
// span as dropped. A ring also carries the producer's scratch space. It changes its producer when a thread ends; what
// the old one wrote stays. Rings are never unmapped: their number is the largest number of threads alive at one time.
#ifndef SPANSMITH_RECORD_RING_H_
#define SPANSMITH_RECORD_RING_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "record/chunk_pool.h"
#include "record/record_format.h"

namespace spansmith::record {

struct ThreadState;

class Ring {
 public:
  static constexpr std::uint32_t kScratch = 32 * 1024;  // bytes

  // Maps a ring; null if there is no memory. Pages are touched as they are used.
  static Ring* Map() noexcept;

  // ---- Producer. ----

  // `size` contiguous bytes (multiple of 8), or null if there is no room now.
  std::byte* Reserve(std::uint32_t size) noexcept {
    if (size <= static_cast<std::size_t>(end_ - at_)) [[likely]]
      return at_;
    return ReserveInNewChunk(size);
  }
  // The same, but null where it takes a new chunk.
  std::byte* ReserveHere(std::uint32_t size) noexcept {
    return size <= static_cast<std::size_t>(end_ - at_) ? at_ : nullptr;
  }
  // Makes the reserved bytes visible to the consumer.
  void Commit(std::uint32_t size) noexcept {
    at_ += size;
    writing_->filled.store(static_cast<std::uint32_t>(at_ - writing_->bytes()), std::memory_order_release);
  }
  std::byte* scratch() noexcept { return scratch_; }
  void CountProduced() noexcept { Increment(produced_); }
  void CountDropped() noexcept { Increment(dropped_); }
  void CountSampledOut() noexcept { Increment(sampled_out_); }

  // ---- Consumer. ----

  // Calls `take(RecordHeader&)` for at most `max` records, oldest first, and frees each afterwards. Returns how many.
  template <typename Take>
  std::size_t Consume(std::size_t max, Take&& take) {
    std::size_t count = 0;
    if (reading_ == nullptr && (reading_ = first_.exchange(nullptr, std::memory_order_acquire)) == nullptr) return 0;
    while (true) {
      const std::uint32_t filled = reading_->filled.load(std::memory_order_acquire);
      while (read_ != filled && count < max) {
        auto* const record = reinterpret_cast<RecordHeader*>(reading_->bytes() + read_);
        take(*record);
        read_ += record->size;
        ++count;
      }
      if (read_ != filled) return count;
      Chunk* const next = reading_->next.load(std::memory_order_acquire);
      if (next == nullptr) return count;
      if (reading_->filled.load(std::memory_order_relaxed) != read_) continue;  // more came before the producer left
      Chunks().Give(std::exchange(reading_, next));
      read_ = 0;
    }
  }

  // ---- Anyone. ----

  // 1 and up; 0 for those above 65,535.
  unsigned short number() const noexcept { return number_; }
  ThreadState* owner() const noexcept { return owner_.load(std::memory_order_relaxed); }
  std::uint64_t produced() const noexcept { return produced_.load(std::memory_order_relaxed); }
  std::uint64_t dropped() const noexcept { return dropped_.load(std::memory_order_relaxed); }
  std::uint64_t sampled_out() const noexcept { return sampled_out_.load(std::memory_order_relaxed); }

  // The innermost of the spans that the stop ended (open_spans.h). While a RingHold lives.
  const injected::Frame* ended_by_stop() const noexcept { return ended_by_stop_; }
  void SetEndedByStop(const injected::Frame* frame) noexcept { ended_by_stop_ = frame; }

  // In a forked child, where no other thread is, after Chunks().Reset(): forgets everything.
  void Reset() noexcept;

 private:
  friend class RingHold;
  friend class RingRegistry;

  Ring() = default;
  std::byte* ReserveInNewChunk(std::uint32_t size) noexcept;
  bool ReleaseMemory() noexcept;
  // One writer: no locked instruction.
  static void Increment(std::atomic<std::uint64_t>& counter) noexcept {
    counter.store(counter.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  }

  // The producer's.
  alignas(64) std::byte* at_ = nullptr;
  std::byte* end_ = nullptr;
  Chunk* writing_ = nullptr;
  std::atomic<std::uint64_t> produced_{0};
  std::atomic<std::uint64_t> dropped_{0};
  std::atomic<std::uint64_t> sampled_out_{0};
  // The consumer's.
  alignas(64) Chunk* reading_ = nullptr;
  std::uint32_t read_ = 0;              // bytes of it
  std::atomic<Chunk*> first_{nullptr};  // where reading begins, if nothing is being read
  // RingRegistry's.
  alignas(64) std::atomic<bool> in_use_{true};
  std::atomic<ThreadState*> owner_{nullptr};
  std::atomic<bool> held_{false};  // RingHold
  unsigned short number_ = 0;
  const injected::Frame* ended_by_stop_ = nullptr;
  Ring* next_ = nullptr;
  bool released_ = false;  // since its memory was last given back; written by who has it in use
  alignas(64) std::byte scratch_[kScratch];
};

// While it lives, the thread whose ring it is does not end: its state, if the ring has an owner, is there. Short.
class RingHold {
 public:
  explicit RingHold(Ring& ring) noexcept;
  ~RingHold() { ring_.held_.store(false, std::memory_order_release); }
  RingHold(const RingHold&) = delete;
  RingHold& operator=(const RingHold&) = delete;

 private:
  Ring& ring_;
};

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_RING_H_
