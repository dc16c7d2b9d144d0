// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which object is to be reconciled next: client-go's workqueue, with the triggers kept.
//
// - A key is in it once; what is added meanwhile is merged into it.
// - A key that is being processed is not given out again before Done; what is added meanwhile waits for that.
// - A key that waits for its time and is added without delay is ready at once, with all that was merged.
// - Failures of a key are held back longer each time, and all failures together are limited.
#ifndef SAMPLES_KUBE_QUEUE_WORK_QUEUE_H_
#define SAMPLES_KUBE_QUEUE_WORK_QUEUE_H_

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "samples/kube/queue/clock.h"
#include "samples/kube/queue/trigger.h"

namespace kube {

// client-go's DefaultTypedControllerRateLimiter.
struct BackoffOptions {
  Duration base = std::chrono::milliseconds(5);
  Duration max = std::chrono::seconds(1000);
  double per_second = 10;  // of all keys together; 0: no limit
  int burst = 100;
};

// Thread-safe.
class WorkQueue {
 public:
  explicit WorkQueue(const BackoffOptions& backoff = {}, Clock& clock = Clock::System());
  ~WorkQueue();
  WorkQueue(const WorkQueue&) = delete;
  WorkQueue& operator=(const WorkQueue&) = delete;

  void Add(const ObjectKey& key, Trigger trigger);
  void AddAfter(const ObjectKey& key, Trigger trigger, Duration delay);  // of several, the earliest counts
  // After a failure: counts it, and adds with the back-off that follows. What `failed` was triggered by stays linked.
  void AddFailed(const Request& failed);
  void Forget(const ObjectKey& key);  // its failures
  int Failures(const ObjectKey& key) const;

  // Waits for a key; nullopt: shut down, and nothing left. Done must follow.
  std::optional<Request> Get();
  void Done(const ObjectKey& key);

  // Nothing more is taken, what waits for its time is dropped. What is ready is still given out, unless it is dropped
  // too.
  void ShutDown(bool drop_ready = false);
  // The same, and waits until what was ready and what is being processed is done.
  void ShutDownWithDrain();

  std::size_t ready() const;    // keys to be given out now
  std::size_t delayed() const;  // keys that wait for their time

 private:
  struct Entry {
    Trigger merged;
    int count = 0;
    std::optional<TimePoint> delayed_from;  // set while or after it was held back
    Duration held{0};
    TimePoint due;  // while delayed
    TimePoint ready_from;
    bool delayed = false;
  };

  void Merge(Entry& entry, Trigger trigger, int count);
  void MakeReady(const ObjectKey& key, Entry& entry, TimePoint now);
  void AddDelayed(const ObjectKey& key, Trigger trigger, int count, Duration delay, TimePoint now);
  void TakeDue(TimePoint now);
  Duration Bucket(TimePoint now);

  const BackoffOptions backoff_;
  Clock& clock_;
  int watch_ = 0;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::condition_variable drained_;
  std::map<ObjectKey, Entry> entries_;  // dirty: ready, delayed, or waiting for Done
  std::deque<ObjectKey> ready_;
  std::set<std::pair<TimePoint, ObjectKey>> delayed_;
  std::set<ObjectKey> processing_;
  std::map<ObjectKey, int> failures_;
  double tokens_;
  TimePoint tokens_at_;
  bool shut_down_ = false;
};

}  // namespace kube

#endif  // SAMPLES_KUBE_QUEUE_WORK_QUEUE_H_
