// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A thread of the runtime's own: it blocks all signals, so that the program's handlers run on the program's threads,
// and instrumented code that it runs makes no spans.
#ifndef SPANSMITH_DELIVER_THREAD_H_
#define SPANSMITH_DELIVER_THREAD_H_

#include <pthread.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace spansmith::deliver {

// `name`: at most 15 characters. Throws std::system_error if there can be no thread.
pthread_t StartThread(const char* name, void* (*main)(void*), void* argument);

// Keeps a thread from going on across fork(2), so that the child finds no lock taken in an allocator that cares less
// than glibc's (AddressSanitizer's). The thread locks it when it wakes, and unlocks it before it sleeps.
class ForkGate {
 public:
  ForkGate& awake() { return *this; }
  void lock() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !held_; });
    awake_ = true;
  }
  void unlock() {
    const std::lock_guard lock(mutex_);
    awake_ = false;
    changed_.notify_all();
  }

  // In the forking thread: waits, 100 ms at most, until the thread sleeps, and lets it not wake. The child has no such
  // thread.
  void Hold() {
    std::unique_lock lock(mutex_);
    held_ = true;
    changed_.wait_for(lock, std::chrono::milliseconds(100), [this] { return !awake_; });
  }
  void Release() {
    const std::lock_guard lock(mutex_);
    held_ = false;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool awake_ = false;
  bool held_ = false;
};

}  // namespace spansmith::deliver

#endif  // SPANSMITH_DELIVER_THREAD_H_
