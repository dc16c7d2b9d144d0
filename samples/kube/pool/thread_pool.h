// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Threads that run what they are given. Work that is waited for from within the pool needs a second pool, or it can
// wait for itself.
#ifndef SAMPLES_KUBE_POOL_THREAD_POOL_H_
#define SAMPLES_KUBE_POOL_THREAD_POOL_H_

#include <spansmith/annotations.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kube {

// Thread-safe. Its end runs what was submitted, then joins.
class ThreadPool {
 public:
  explicit ThreadPool(int threads);  // at least one
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  // An exception that leaves the task is logged and goes no further: who wants it catches it inside the task.
  void Submit(SPANSMITH_CARRY std::function<void()> task);

 private:
  void Work();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace kube

#endif  // SAMPLES_KUBE_POOL_THREAD_POOL_H_
