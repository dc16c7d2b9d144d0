// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Jobs between those who submit them and the nodes that pull them. A node has a job for the time of its lease; a job
// whose lease is over, because its node is gone, is queued again, in front. Any thread.
#ifndef SPANSMITH_SAMPLES_VMAFX_CONTROLLER_JOB_QUEUE_H_
#define SPANSMITH_SAMPLES_VMAFX_CONTROLLER_JOB_QUEUE_H_

#include <spansmith/annotations.h>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "vmafx.pb.h"

namespace vmafx {

class JobQueue {
 public:
  using Clock = std::chrono::steady_clock;

  explicit JobQueue(std::chrono::milliseconds lease) : lease_(lease) {}

  std::string Submit(const v1::Job& job);
  // Waits for a job. Empty: none came in time.
  std::optional<v1::WorkItem> Pull(const std::string& node, std::chrono::milliseconds wait);
  // False: the job is unknown, done, or with another attempt.
  bool Report(const v1::Result& result);
  std::optional<v1::JobState> Find(const std::string& id) const;
  // Queues again what is with nodes that are gone. To be called now and then.
  void ExpireLeases();
  std::size_t depth() const;

 private:
  struct Entry {
    v1::Job job;
    v1::JobState state;
    std::string traceparent;  // where the job was queued: the parent of all its attempts
    Clock::time_point queued;
    Clock::time_point leased_until;
  };

  // From here on the job's own context is kept with it.
  SPANSMITH_SPAN("Enqueue", SPANSMITH_KIND(producer), SPANSMITH_ATTR(vmafx.job.id, entry.state.id()))
  void Enqueue(Entry entry);
  // In the trace of the job, not of the poll, to which it is linked.
  SPANSMITH_SPAN("Assign", SPANSMITH_KIND(consumer), SPANSMITH_PARENT(entry.traceparent), SPANSMITH_LINK(poll),
                 SPANSMITH_ATTR(vmafx.job.id, entry.state.id()), SPANSMITH_ATTR(vmafx.node, node),
                 SPANSMITH_EXIT_ATTR(vmafx.job.attempt, entry.state.attempt()),
                 SPANSMITH_RETURN_ATTR(vmafx.queue.wait_ms, result.queue_wait_ms()))
  v1::WorkItem Assign(Entry& entry, const std::string& node, const std::string& poll);
  // The returned text says why.
  SPANSMITH_SPAN("NodeLost", SPANSMITH_PARENT(entry.traceparent), SPANSMITH_ATTR(vmafx.job.id, entry.state.id()),
                 SPANSMITH_ATTR(vmafx.node, entry.state.node()),
                 SPANSMITH_ATTR(vmafx.job.attempt, entry.state.attempt()), SPANSMITH_RETURN_ATTR(vmafx.reason, result),
                 SPANSMITH_ERROR_TEXT("the node was lost in mid-job, and the job is queued again"),
                 SPANSMITH_ERROR_WHEN(!result.empty()))
  std::string GiveUp(Entry& entry);

  const std::chrono::milliseconds lease_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, Entry> jobs_;  // by id
  std::deque<std::string> waiting_;    // ids
  int last_ = 0;
};

}  // namespace vmafx

#endif  // SPANSMITH_SAMPLES_VMAFX_CONTROLLER_JOB_QUEUE_H_
