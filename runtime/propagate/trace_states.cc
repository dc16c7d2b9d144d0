// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See trace_states.h. A set-associative table: a text's hash says its set, a number is the slot's place and how often
// the slot was written.
#include "propagate/trace_states.h"

#include <sched.h>
#include <sys/mman.h>

#include <atomic>
#include <cstdint>
#include <cstring>
#include <functional>

#include "propagate/trace_state.h"

namespace spansmith::propagate {
namespace {

constexpr unsigned kWays = 8;
constexpr unsigned kSetBits = 10;
constexpr unsigned kSlotBits = kSetBits + 3;  // 8,192
constexpr unsigned kKept = 1u << 31;          // of a number: the index of a kept text is in the other bits
constexpr unsigned kMaxKept = 64;
constexpr unsigned kGenerations = (kKept - 1) >> kSlotBits;

struct Slot {
  std::uint32_t generation;  // 0: never written
  std::uint32_t used;        // the set's clock when it was last asked for
  std::uint16_t size;
  char text[kMaxTraceStateSize];
};

struct Set {
  std::atomic<bool> locked;
  std::uint32_t clock;
  Slot slots[kWays];
};

struct Kept {
  std::atomic<unsigned> count{0};
  std::atomic<bool> locked{false};
  std::uint16_t sizes[kMaxKept] = {};
  char texts[kMaxKept][kMaxTraceStateSize] = {};
};

constinit std::atomic<Set*> table{nullptr};  // 1 << kSetBits of them
constinit Kept kept;

class SpinLock {
 public:
  explicit SpinLock(std::atomic<bool>& locked) noexcept : locked_(locked) {
    while (locked_.exchange(true, std::memory_order_acquire)) sched_yield();
  }
  ~SpinLock() { locked_.store(false, std::memory_order_release); }
  SpinLock(const SpinLock&) = delete;
  SpinLock& operator=(const SpinLock&) = delete;

 private:
  std::atomic<bool>& locked_;
};

constexpr std::size_t kTableBytes = sizeof(Set) << kSetBits;

Set* Table() noexcept {
  Set* sets = table.load(std::memory_order_acquire);
  if (sets != nullptr) return sets;
  void* memory = mmap(nullptr, kTableBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return nullptr;
  auto* mine = static_cast<Set*>(memory);  // zeros are its initial state
  if (table.compare_exchange_strong(sets, mine, std::memory_order_acq_rel)) return mine;
  munmap(memory, kTableBytes);
  return sets;
}

}  // namespace

unsigned RememberTraceState(std::string_view normal) noexcept {
  if (normal.empty() || normal.size() > kMaxTraceStateSize) return 0;
  Set* sets = Table();
  if (sets == nullptr) return 0;
  const auto index = static_cast<unsigned>(std::hash<std::string_view>{}(normal)) & ((1u << kSetBits) - 1);
  Set& set = sets[index];
  const SpinLock lock(set.locked);
  ++set.clock;
  Slot* oldest = &set.slots[0];
  Slot* found = nullptr;
  for (Slot& slot : set.slots) {
    if (slot.generation != 0 && std::string_view(slot.text, slot.size) == normal) found = &slot;
    if (slot.used < oldest->used) oldest = &slot;
  }
  if (found == nullptr) {
    found = oldest;
    found->generation = found->generation % kGenerations + 1;
    found->size = static_cast<std::uint16_t>(normal.size());
    std::memcpy(found->text, normal.data(), normal.size());
  }
  found->used = set.clock;
  const auto way = static_cast<unsigned>(found - set.slots);
  return found->generation << kSlotBits | index * kWays | way;
}

unsigned KeepTraceState(std::string_view normal) noexcept {
  if (normal.empty() || normal.size() > kMaxTraceStateSize) return 0;
  const SpinLock lock(kept.locked);
  const unsigned count = kept.count.load(std::memory_order_relaxed);
  for (unsigned i = 0; i < count; ++i) {
    if (std::string_view(kept.texts[i], kept.sizes[i]) == normal) return kKept | (i + 1);
  }
  if (count == kMaxKept) return 0;
  kept.sizes[count] = static_cast<std::uint16_t>(normal.size());
  std::memcpy(kept.texts[count], normal.data(), normal.size());
  kept.count.store(count + 1, std::memory_order_release);
  return kKept | (count + 1);
}

std::string TraceStateText(unsigned number) {
  if (number == 0) return {};
  if ((number & kKept) != 0) {
    const unsigned i = (number & ~kKept) - 1;
    if (i >= kept.count.load(std::memory_order_acquire)) return {};
    return std::string(kept.texts[i], kept.sizes[i]);
  }
  Set* sets = table.load(std::memory_order_acquire);
  if (sets == nullptr) return {};
  const unsigned place = number & ((1u << kSlotBits) - 1);
  Set& set = sets[place / kWays];
  char text[kMaxTraceStateSize];
  std::size_t size;
  {
    const SpinLock lock(set.locked);
    Slot& slot = set.slots[place % kWays];
    if (slot.generation != number >> kSlotBits) return {};
    slot.used = ++set.clock;
    size = slot.size;
    std::memcpy(text, slot.text, size);
  }
  return std::string(text, size);
}

void ForgetTraceStatesAfterFork() noexcept {
  kept.locked.store(false, std::memory_order_relaxed);
  // Another thread may have been writing: nothing of it can be trusted.
  if (Set* sets = table.load(std::memory_order_relaxed)) madvise(sets, kTableBytes, MADV_DONTNEED);
}

}  // namespace spansmith::propagate
