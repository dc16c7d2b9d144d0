// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The drain thread: sleeps, drains the rings through the stage into delivery, whose lanes send. It waits for no
// network. Started by the constructor, ended by Stop. Flush and Stop may be called from any thread.
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
#include <utility>
#include <vector>

#include "config/config.h"
#include "deliver/deliver.h"
#include "deliver/thread.h"
#include "drain/stage.h"
#include "lifecycle/exception_logs.h"
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

  // Everything that ended before the call is done with, delivered or lost: true. Not before `deadline`: false.
  bool Flush(Clock::time_point deadline);
  // Sends what there is, and the threads end; one that does not soon after `deadline` is left alone, and *ended is
  // false.
  void Stop(Clock::time_point deadline, bool* ended);
  // After Stop with *ended: what was lost, a line an exporter.
  const std::vector<std::string>& farewell() const { return farewell_; }

  // Around fork(2), in the parent.
  void HoldForFork();
  void ReleaseAfterFork();

  // For what is drained from now on; the old stage lets go of what it holds.
  void SetStage(std::unique_ptr<drain::Stage> stage);
  // Before the next span is exported.
  void AddExporter(std::shared_ptr<exporter::Exporter> exporter, bool instead);
  std::vector<deliver::Account> Accounts() const { return delivery_.Accounts(); }

  void AddSink(Sink* sink);
  void RemoveSink(Sink* sink);

 private:
  struct Orders {
    std::uint64_t asked;
    bool stop;
  };
  static void* Main(void* self);
  void Run();
  Orders TakeOrders();
  // Takes from the rings what there is room for. True: there is more.
  bool Pull();
  std::size_t PullSome(std::size_t most);
  void ReadClock();
  void LookForShortage();                     // of room for spans, here and in the lanes
  void Rest(std::chrono::milliseconds most);  // until there is something to do
  std::chrono::milliseconds Nap(bool trimmed, bool stopping) const;

  const config::Config config_;
  loss::Ledger* const ledger_;
  deliver::Delivery delivery_;
  ExceptionLogs exception_logs_;
  drain::Outlet& out_;                   // into delivery, with or without these
  std::unique_ptr<drain::Stage> stage_;  // the thread's own
  const std::function<void()> look_;
  pthread_t thread_{};
  record::Timeline timeline_;  // the thread's own, and what follows
  std::uint64_t pulled_ = 0;
  deliver::Shortage shortage_;
  bool stopping_ = false;
  std::atomic<bool> wants_room_{false};  // there is more in the rings

  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t asked_ = 0;  // flushes
  std::uint64_t done_ = 0;
  deliver::Delivery::Marks marks_;  // of the last one that is done
  bool stop_ = false;
  Clock::time_point stop_deadline_ = Clock::time_point::max();
  bool ended_ = false;
  std::vector<std::string> farewell_;
  std::unique_ptr<drain::Stage> new_stage_;  // null: no other
  std::vector<std::pair<std::shared_ptr<exporter::Exporter>, bool>>
      new_exporters_;  // and whether instead of the others

  deliver::ForkGate fork_gate_;
  std::mutex sinks_mutex_;
  std::vector<Sink*> sinks_;
};

}  // namespace spansmith::lifecycle

#endif  // SPANSMITH_LIFECYCLE_WORKER_H_
