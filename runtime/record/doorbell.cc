// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The futex. See doorbell.h.
#include "record/doorbell.h"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

namespace spansmith::record {

static_assert(sizeof(std::atomic<std::uint32_t>) == sizeof(std::uint32_t));

void Doorbell::Ring() noexcept {
  if (rung_.load(std::memory_order_relaxed) != 0) return;
  if (rung_.exchange(1, std::memory_order_release) == 0) {
    syscall(SYS_futex, &rung_, FUTEX_WAKE_PRIVATE, 1, nullptr, nullptr, 0);
  }
}

bool Doorbell::Wait(std::chrono::nanoseconds timeout) noexcept {
  if (rung_.exchange(0, std::memory_order_acquire) != 0) return true;
  if (timeout.count() <= 0) return false;
  timespec span;  // relative, so CLOCK_MONOTONIC
  span.tv_sec = static_cast<time_t>(timeout.count() / 1'000'000'000);
  span.tv_nsec = static_cast<long>(timeout.count() % 1'000'000'000);
  syscall(SYS_futex, &rung_, FUTEX_WAIT_PRIVATE, 0, &span, nullptr, 0);
  return rung_.exchange(0, std::memory_order_acquire) != 0;
}

Doorbell& DrainDoorbell() noexcept {
  static constinit Doorbell doorbell;
  return doorbell;
}

}  // namespace spansmith::record
