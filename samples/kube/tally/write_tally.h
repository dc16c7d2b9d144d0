// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// How many objects one piece of work wrote. The controller opens a tally around a reconcile, the client counts into the
// one that is open on its thread, the pool hands it on to the thread that runs a task.
#ifndef SAMPLES_KUBE_TALLY_WRITE_TALLY_H_
#define SAMPLES_KUBE_TALLY_WRITE_TALLY_H_

#include <atomic>
#include <memory>

namespace kube {

// Thread-safe.
class WriteTally {
 public:
  void Add() { count_.fetch_add(1, std::memory_order_relaxed); }
  int count() const { return count_.load(std::memory_order_relaxed); }

  // The one open on this thread; null: none.
  static std::shared_ptr<WriteTally> Current();
  // Counts one write into the current tally, if there is one.
  static void CountWrite();

 private:
  std::atomic<int> count_{0};
};

// Makes `tally` (null: none) the current one of this thread, until its end; they nest.
class TallyScope {
 public:
  explicit TallyScope(std::shared_ptr<WriteTally> tally);
  ~TallyScope();
  TallyScope(const TallyScope&) = delete;
  TallyScope& operator=(const TallyScope&) = delete;

 private:
  std::shared_ptr<WriteTally> outer_;
};

}  // namespace kube

#endif  // SAMPLES_KUBE_TALLY_WRITE_TALLY_H_
