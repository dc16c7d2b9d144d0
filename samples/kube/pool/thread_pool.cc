// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One queue, first in, first out.
#include "samples/kube/pool/thread_pool.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <utility>

#include "samples/kube/tally/write_tally.h"

namespace kube {

ThreadPool::ThreadPool(int threads) {
  for (int i = 0; i < std::max(threads, 1); ++i) threads_.emplace_back([this] { Work(); });
}

ThreadPool::~ThreadPool() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void ThreadPool::Submit(std::function<void()> task) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    tasks_.push_back([task = std::move(task), tally = WriteTally::Current()] {
      const TallyScope scope(tally);
      task();
    });
  }
  changed_.notify_one();
}

void ThreadPool::Work() {
  std::unique_lock<std::mutex> lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || !tasks_.empty(); });
    if (tasks_.empty()) return;
    std::function<void()> task = std::move(tasks_.front());
    tasks_.pop_front();
    lock.unlock();
    try {
      task();
    } catch (const std::exception& error) {
      spdlog::error("a task of the thread pool failed: {}", error.what());
    } catch (...) {
      spdlog::error("a task of the thread pool failed with something that is no std::exception");
    }
    task = nullptr;  // what it holds is freed before the lock is taken
    lock.lock();
  }
}

}  // namespace kube
