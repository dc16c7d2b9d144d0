// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A thread of the runtime's own: it blocks all signals, so that the program's handlers run on the program's threads,
// and instrumented code that it runs makes no spans.
#ifndef SPANSMITH_DELIVER_THREAD_H_
#define SPANSMITH_DELIVER_THREAD_H_

#include <pthread.h>

#include <chrono>
#include <mutex>
#include <thread>

namespace spansmith::deliver {

// `name`: at most 15 characters. Throws std::system_error if there can be no thread.
pthread_t StartThread(const char* name, void* (*main)(void*), void* argument);

// Keeps a thread from going on across fork(2), so that the child finds no lock taken in an allocator that cares less
// than glibc's (AddressSanitizer's). Held by the thread but while it sleeps.
class ForkGate {
 public:
  std::mutex& awake() { return awake_; }

  // In the forking thread: waits, 100 ms at most, until the thread sleeps. The child has no such thread.
  void Hold() {
    // Not a timed mutex, whose waiting ThreadSanitizer does not see.
    for (int tries = 0; !(held_ = awake_.try_lock()) && tries < 500; ++tries) {
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
  }
  void Release() {
    if (held_) awake_.unlock();
    held_ = false;
  }

 private:
  std::mutex awake_;
  bool held_ = false;  // the forking thread's
};

}  // namespace spansmith::deliver

#endif  // SPANSMITH_DELIVER_THREAD_H_
