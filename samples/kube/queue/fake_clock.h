// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Time that stands still until a test moves it.
#ifndef SAMPLES_KUBE_QUEUE_FAKE_CLOCK_H_
#define SAMPLES_KUBE_QUEUE_FAKE_CLOCK_H_

#include <map>
#include <utility>

#include "samples/kube/queue/clock.h"

namespace kube {

// Thread-safe. Advance must not be called with a waiter's mutex held.
class FakeClock : public Clock {
 public:
  TimePoint Now() const override {
    const std::lock_guard<std::mutex> lock(mutex_);
    return now_;
  }
  void WaitUntil(std::condition_variable& changed, std::unique_lock<std::mutex>& lock, TimePoint deadline) override {
    if (Now() < deadline) changed.wait(lock);
  }
  int Watch(std::function<void()> wake) override {
    const std::lock_guard<std::mutex> lock(watch_mutex_);
    watches_.emplace(++last_, std::move(wake));
    return last_;
  }
  void Unwatch(int watch) override {
    const std::lock_guard<std::mutex> lock(watch_mutex_);
    watches_.erase(watch);
  }
  void Advance(Duration by) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      now_ += by;
    }
    const std::lock_guard<std::mutex> lock(watch_mutex_);
    for (const auto& [number, wake] : watches_) wake();
  }

 private:
  mutable std::mutex mutex_;
  TimePoint now_{std::chrono::hours(1)};
  std::mutex watch_mutex_;
  std::map<int, std::function<void()>> watches_;
  int last_ = 0;
};

}  // namespace kube

#endif  // SAMPLES_KUBE_QUEUE_FAKE_CLOCK_H_
