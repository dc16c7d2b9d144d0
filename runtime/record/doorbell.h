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
  constexpr Doorbell() = default;

  void Ring() noexcept;
  // Returns when rung since the last return, or when the time is over, or now and then without a reason.
  void Wait(std::chrono::nanoseconds timeout) noexcept;

 private:
  std::atomic<std::uint32_t> rung_{0};
};

Doorbell& DrainDoorbell() noexcept;  // the process's

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_DOORBELL_H_
