// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Time for what waits: the machine's, or a test's (queue/fake_clock.h).
#ifndef SAMPLES_KUBE_QUEUE_CLOCK_H_
#define SAMPLES_KUBE_QUEUE_CLOCK_H_

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace kube {

using Duration = std::chrono::nanoseconds;
using TimePoint = std::chrono::time_point<std::chrono::steady_clock, Duration>;

// Thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual TimePoint Now() const = 0;
  // Waits until notified, or until `deadline` may have come; wakes early too: look again. TimePoint::max(): no end.
  virtual void WaitUntil(std::condition_variable& changed, std::unique_lock<std::mutex>& lock, TimePoint deadline) = 0;
  // `wake` is called whenever time has jumped; it must lock the waiter's mutex and notify. Returns what Unwatch wants.
  virtual int Watch(std::function<void()> wake) = 0;
  virtual void Unwatch(int watch) = 0;

  static Clock& System();
};

}  // namespace kube

#endif  // SAMPLES_KUBE_QUEUE_CLOCK_H_
