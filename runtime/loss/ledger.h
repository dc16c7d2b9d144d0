// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The ledger of spans that left their ring: every one is delivered, spilled, or dropped for one reason. Rings count
// what was produced and what they had no room for; lifecycle adds both up (spansmith/runtime.h, Stats). Any thread.
#ifndef SPANSMITH_LOSS_LEDGER_H_
#define SPANSMITH_LOSS_LEDGER_H_

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace spansmith::loss {

enum class Reason : std::size_t { kExportFailed, kRejected, kShutdownTimeout, kTailEvicted, kQueueFull };
constexpr std::size_t kReasons = 5;

class Ledger {
 public:
  constexpr Ledger() = default;

  void Delivered(std::uint64_t spans) noexcept { delivered_.fetch_add(spans, std::memory_order_relaxed); }
  void Dropped(Reason reason, std::uint64_t spans) noexcept {
    dropped_[static_cast<std::size_t>(reason)].fetch_add(spans, std::memory_order_relaxed);
  }
  // Written to the spill directory, for another process to send: no loss.
  void Spilled(std::uint64_t spans) noexcept { spilled_.fetch_add(spans, std::memory_order_relaxed); }
  // By tail sampling: no loss.
  void SampledOut(std::uint64_t spans) noexcept { sampled_out_.fetch_add(spans, std::memory_order_relaxed); }
  void AttributesFailed(std::uint64_t count) noexcept {
    failed_attributes_.fetch_add(count, std::memory_order_relaxed);
  }
  void AttributesDropped(std::uint64_t count) noexcept {
    dropped_attributes_.fetch_add(count, std::memory_order_relaxed);
  }
  void LinksDropped(std::uint64_t count) noexcept { dropped_links_.fetch_add(count, std::memory_order_relaxed); }
  void EventsDropped(std::uint64_t count) noexcept { dropped_events_.fetch_add(count, std::memory_order_relaxed); }

  std::uint64_t delivered() const noexcept { return delivered_.load(std::memory_order_relaxed); }
  std::uint64_t dropped(Reason reason) const noexcept {
    return dropped_[static_cast<std::size_t>(reason)].load(std::memory_order_relaxed);
  }
  std::uint64_t spilled() const noexcept { return spilled_.load(std::memory_order_relaxed); }
  std::uint64_t sampled_out() const noexcept { return sampled_out_.load(std::memory_order_relaxed); }
  std::uint64_t failed_attributes() const noexcept { return failed_attributes_.load(std::memory_order_relaxed); }
  std::uint64_t dropped_attributes() const noexcept { return dropped_attributes_.load(std::memory_order_relaxed); }
  std::uint64_t dropped_links() const noexcept { return dropped_links_.load(std::memory_order_relaxed); }
  std::uint64_t dropped_events() const noexcept { return dropped_events_.load(std::memory_order_relaxed); }

  void Reset() noexcept;  // in a forked child

 private:
  std::atomic<std::uint64_t> delivered_{0};
  std::atomic<std::uint64_t> dropped_[kReasons] = {};
  std::atomic<std::uint64_t> spilled_{0};
  std::atomic<std::uint64_t> sampled_out_{0};
  std::atomic<std::uint64_t> failed_attributes_{0};
  std::atomic<std::uint64_t> dropped_attributes_{0};
  std::atomic<std::uint64_t> dropped_links_{0};
  std::atomic<std::uint64_t> dropped_events_{0};
};

}  // namespace spansmith::loss

#endif  // SPANSMITH_LOSS_LEDGER_H_
