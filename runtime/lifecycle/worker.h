// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The one background thread: sleeps, drains the rings, delivers. It blocks all signals, so that the program's own
// handlers run on the program's own threads. Started by the constructor, ended by Stop. Flush and Stop may be called
// from any thread.
#ifndef SPANSMITH_LIFECYCLE_WORKER_H_
#define SPANSMITH_LIFECYCLE_WORKER_H_

#include <pthread.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "config/config.h"
#include "deliver/deliver.h"
#include "drain/stage.h"
#include "lifecycle/sink.h"
#include "loss/ledger.h"
#include "record/timeline.h"

namespace spansmith::lifecycle {

class Worker {
 public:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::milliseconds kLookEvery{500};

  // Throws std::system_error if there can be no thread.
  // `stage` may be null: everything goes to the exporters. `look`, if there is one, is called on the thread every
  // kLookEvery while it has nothing to do.
  Worker(const config::Config& config, loss::Ledger* ledger, std::unique_ptr<drain::Stage> stage = nullptr,
         std::function<void()> look = nullptr);
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Everything that ended before the call is delivered: true. Lost, or not before `deadline`: false.
  bool Flush(Clock::time_point deadline);
  // The same, and the thread ends; if it does not end soon after `deadline`, it is left alone and *ended is false.
  bool Stop(Clock::time_point deadline, bool* ended);
  // After Stop with *ended: what was lost, a line an exporter.
  const std::vector<std::string>& farewell() const { return farewell_; }

  // Before fork(2): waits, not for long, until the thread sleeps, and keeps it from going on; so that the child finds
  // no lock taken in an allocator that cares less than glibc's (AddressSanitizer's). In the parent, then: lets it go
  // on. The child has no such thread.
  void HoldForFork();
  void ReleaseAfterFork();

  // For what is drained from now on; the old stage lets go of what it holds.
  void SetStage(std::unique_ptr<drain::Stage> stage);
  // Before the next span is exported.
  void AddExporter(std::shared_ptr<exporter::Exporter> exporter, bool instead);

  void AddSink(Sink* sink);
  void RemoveSink(Sink* sink);

 private:
  static void* Main(void* self);
  void Run();
  bool Round(deliver::Delivery& delivery, drain::Moment moment);  // drain and deliver what is there now
  std::size_t Pull(deliver::Delivery& delivery);
  void ReadClock();
  void Rest(std::unique_lock<std::timed_mutex>& awake,
            std::chrono::milliseconds most);  // until there is something to do

  const config::Config config_;
  loss::Ledger* const ledger_;
  std::unique_ptr<drain::Stage> stage_;  // the thread's own
  const std::function<void()> look_;
  pthread_t thread_{};
  record::Timeline timeline_;  // the thread's own, and what follows
  std::uint64_t pulled_ = 0;
  std::atomic<Clock::rep> stop_deadline_{Clock::duration::max().count()};

  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t asked_ = 0;  // flushes
  std::uint64_t done_ = 0;
  bool last_ok_ = true;
  bool stop_ = false;
  bool ended_ = false;
  std::vector<std::string> farewell_;
  std::unique_ptr<drain::Stage> new_stage_;  // null: no other
  std::vector<std::pair<std::shared_ptr<exporter::Exporter>, bool>>
      new_exporters_;  // and whether instead of the others

  std::timed_mutex awake_;      // held by the thread but while it sleeps
  bool held_for_fork_ = false;  // the forking thread's

  std::mutex sinks_mutex_;
  std::vector<Sink*> sinks_;
};

}  // namespace spansmith::lifecycle

#endif  // SPANSMITH_LIFECYCLE_WORKER_H_
