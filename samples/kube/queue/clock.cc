// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The machine's steady clock.
#include "samples/kube/queue/clock.h"

#include <algorithm>

namespace kube {
namespace {

class SystemClock : public Clock {
 public:
  TimePoint Now() const override { return std::chrono::steady_clock::now(); }
  void WaitUntil(std::condition_variable& changed, std::unique_lock<std::mutex>& lock, TimePoint deadline) override {
    // A day at most: deadlines far away overflow on the way to the kernel's clock.
    changed.wait_until(lock, std::min(deadline, Now() + std::chrono::hours(24)));
  }
  int Watch(std::function<void()>) override { return 0; }
  void Unwatch(int) override {}
};

}  // namespace

Clock& Clock::System() {
  static SystemClock clock;
  return clock;
}

}  // namespace kube
