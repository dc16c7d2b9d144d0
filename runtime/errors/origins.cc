// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See origins.h. A table of one entry for each hash of an address: two exceptions that meet in one lose an origin,
// which then is that of the next span out.
#include "errors/origins.h"

#include <atomic>
#include <cstddef>

namespace spansmith::errors {
namespace {

constexpr std::size_t kEntries = 256;
constexpr int kTries = 100;

struct Entry {
  std::atomic<const void*> object{nullptr};  // written under `held`
  std::atomic<bool> held{false};
  const std::type_info* type = nullptr;
  SpanKey span;
};

constinit Entry entries[kEntries];

Entry& EntryOf(const void* object) noexcept {
  return entries[(reinterpret_cast<std::uintptr_t>(object) >> 4) * 0x9e3779b1u >> 12 & (kEntries - 1)];
}

// The holder may have been lost in a fork, so nobody waits for it.
class Hold {
 public:
  explicit Hold(Entry& entry) noexcept : entry_(entry) {
    for (int i = 0; i < kTries && !got_; ++i) got_ = !entry.held.exchange(true, std::memory_order_acquire);
  }
  ~Hold() {
    if (got_) entry_.held.store(false, std::memory_order_release);
  }
  Hold(const Hold&) = delete;
  Hold& operator=(const Hold&) = delete;
  explicit operator bool() const noexcept { return got_; }

 private:
  Entry& entry_;
  bool got_ = false;
};

Origin Find(const InFlight& error, const SpanKey& span) noexcept {
  Entry& entry = EntryOf(error.object);
  if (error.object == nullptr || entry.object.load(std::memory_order_relaxed) != error.object) return {};
  const Hold hold(entry);
  if (!hold || entry.object.load(std::memory_order_relaxed) != error.object || entry.type != error.type ||
      entry.span.trace_id_high != span.trace_id_high || entry.span.trace_id_low != span.trace_id_low) {
    return {};
  }
  return {entry.span.span_id, entry.span.site};
}

}  // namespace

Origin ClaimOrigin(const InFlight& error, const SpanKey& span) noexcept {
  InFlight part = error;
  for (int i = 0; i < kMostCauses && part.type != nullptr; ++i) {
    const Origin origin = Find(part, span);
    if (origin.span_id != 0) return origin;
    part = CauseOf(part);
  }
  if (error.object == nullptr) return {};
  Entry& entry = EntryOf(error.object);
  const Hold hold(entry);
  if (!hold) return {};
  entry.object.store(error.object, std::memory_order_relaxed);
  entry.type = error.type;
  entry.span = span;
  return {};
}

void ForgetOrigin(const void* object) noexcept {
  Entry& entry = EntryOf(object);
  if (entry.object.load(std::memory_order_relaxed) != object) return;
  const Hold hold(entry);
  if (hold && entry.object.load(std::memory_order_relaxed) == object)
    entry.object.store(nullptr, std::memory_order_relaxed);
}

}  // namespace spansmith::errors
