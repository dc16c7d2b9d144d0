// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See worker.h.
#include "lifecycle/worker.h"

#include <signal.h>

#include <algorithm>
#include <system_error>
#include <thread>
#include <utility>

#include "drain/drain.h"
#include "export/exporters.h"
#include "record/doorbell.h"
#include "record/ring_registry.h"
#include "record/thread_state.h"

namespace spansmith::lifecycle {
namespace {

using std::chrono::milliseconds;

// How long after its deadline the thread may take to notice it.
constexpr milliseconds kGrace{500};
// How long a fork waits for the thread to sleep: encoding a batch takes about a millisecond.
constexpr milliseconds kForkPatience{100};
// After a round that moved many spans: when to see whether their memory can go back.
constexpr milliseconds kTrimDelay{1'000};

// What goes to the recorders of tests: neither sampled nor sent.
class ForSinks : public drain::Outlet {
 public:
  void Pass(const record::SpanView& span) override { batch.Add(span.record()); }
  drain::Batch batch;
};

// Spans on their way through the stage.
class ThroughStage : public drain::Outlet {
 public:
  ThroughStage(drain::Stage& stage, drain::Outlet& out) : stage_(stage), out_(out) {}
  void Pass(const record::SpanView& span) override { stage_.Take(span, out_); }

 private:
  drain::Stage& stage_;
  drain::Outlet& out_;
};

std::uint64_t UnixNanos() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count());
}

}  // namespace

Worker::Worker(const config::Config& config, loss::Ledger* ledger, std::unique_ptr<drain::Stage> stage,
               std::function<void()> look)
    : config_(config),
      ledger_(ledger),
      stage_(std::move(stage)),
      look_(std::move(look)),
      timeline_(record::ChooseClock(), !record::ticks_are_tsc) {
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  const int error = pthread_create(&thread_, nullptr, &Worker::Main, this);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  if (error != 0) throw std::system_error(error, std::generic_category());
}

void* Worker::Main(void* self) {
  record::thread_state.inside_runtime = true;
  pthread_setname_np(pthread_self(), "spansmith");
  static_cast<Worker*>(self)->Run();
  return nullptr;
}

void Worker::Run() {
  std::unique_lock awake(awake_);
  deliver::Delivery delivery(config_.batch, exporter::MakeExporters(config_), ledger_);
  bool stop = false;
  bool trimmed = true;
  while (!stop) {
    Rest(awake, trimmed ? config_.batch.schedule_delay : std::min(config_.batch.schedule_delay, kTrimDelay));
    std::uint64_t asked;
    {
      const std::lock_guard lock(mutex_);
      asked = asked_;
      stop = stop_;
      for (auto& [exporter, instead] : new_exporters_) {
        delivery.Add(exporter::MakeShared(std::move(exporter)), instead);
      }
      new_exporters_.clear();
      if (new_stage_ != nullptr) {
        if (stage_ != nullptr) stage_->Tick(UnixNanos(), drain::Moment::kEnd, delivery);
        stage_ = std::move(new_stage_);
      }
    }
    const auto moment = stop ? drain::Moment::kEnd : asked != done_ ? drain::Moment::kFlush : drain::Moment::kRound;
    const bool ok = Round(delivery, moment);
    record::Rings().ReleaseMemoryOfUnused();
    trimmed = record::Chunks().Trim();
    record::DrainDoorbell().SetEnough(record::Chunks().taken() + record::Doorbell::kChunksOfARound);
    if (stop) delivery.Finish();
    const std::lock_guard lock(mutex_);
    done_ = asked;
    last_ok_ = ok;
    if (stop) {
      farewell_ = delivery.Farewell();
      ended_ = true;
    }
    changed_.notify_all();
  }
}

void Worker::Rest(std::unique_lock<std::timed_mutex>& awake, milliseconds most) {
  bool rung = false;
  while (!rung) {
    const milliseconds part = look_ ? std::min(most, kLookEvery) : most;
    awake.unlock();
    rung = record::DrainDoorbell().Wait(part);
    awake.lock();
    if (look_) look_();
    most -= part;
    if (most.count() <= 0) break;
  }
}

bool Worker::Round(deliver::Delivery& delivery, drain::Moment moment) {
  const bool stopping = moment == drain::Moment::kEnd;
  std::uint64_t produced = 0;
  record::Rings().ForEach([&](record::Ring& ring) { produced += ring.produced(); });
  transport::Patience patience;
  patience.remaining = [this] {
    const Clock::duration deadline(stop_deadline_.load(std::memory_order_relaxed));
    if (deadline == Clock::duration::max()) return milliseconds(milliseconds::max());
    return std::chrono::duration_cast<milliseconds>(deadline - Clock::now().time_since_epoch());
  };
  patience.meanwhile = [&] { Pull(delivery); };
  patience.waiting = [this](bool waiting) { waiting ? awake_.unlock() : awake_.lock(); };
  bool ok = true;
  while (true) {
    const std::size_t taken = Pull(delivery);
    ok = delivery.Send(patience, stopping) && ok;
    std::uint64_t dropped = 0;
    record::Rings().ForEach([&](record::Ring& ring) { dropped += ring.dropped(); });
    if (taken == 0 || pulled_ + dropped >= produced) break;
  }
  if (stage_ == nullptr) return ok;
  stage_->Tick(UnixNanos(), moment, delivery);
  return delivery.Send(patience, stopping) && ok;
}

std::size_t Worker::Pull(deliver::Delivery& delivery) {
  const std::lock_guard lock(sinks_mutex_);
  ReadClock();
  std::size_t taken;
  if (!sinks_.empty()) {
    ForSinks out;
    taken = drain::DrainRings(record::Rings(), config_.batch.max_queue_size, timeline_, *ledger_, out);
    for (const SpanData& span : out.batch.Spans()) {
      for (Sink* sink : sinks_) sink->Take(span);
    }
    ledger_->Delivered(out.batch.size());
  } else if (stage_ == nullptr) {
    taken = drain::DrainRings(record::Rings(), delivery.Room(), timeline_, *ledger_, delivery);
  } else {
    ThroughStage out(*stage_, delivery);
    taken = drain::DrainRings(record::Rings(), delivery.Room(), timeline_, *ledger_, out);
  }
  pulled_ += taken;
  return taken;
}

void Worker::ReadClock() {
  timeline_.Add(record::ReadClocks());
  while (!timeline_.settled()) {  // in the first millisecond of the process only
    std::this_thread::sleep_for(std::chrono::microseconds(200));
    timeline_.Add(record::ReadClocks());
  }
}

bool Worker::Flush(Clock::time_point deadline) {
  std::unique_lock lock(mutex_);
  const std::uint64_t mine = ++asked_;
  record::DrainDoorbell().Ring();
  return changed_.wait_until(lock, deadline, [&] { return done_ >= mine || ended_; }) && last_ok_;
}

bool Worker::Stop(Clock::time_point deadline, bool* ended) {
  std::unique_lock lock(mutex_);
  stop_deadline_.store(deadline.time_since_epoch().count(), std::memory_order_relaxed);
  stop_ = true;
  record::DrainDoorbell().Ring();
  *ended = changed_.wait_until(lock, deadline + kGrace, [&] { return ended_; });
  const bool ok = *ended && last_ok_;
  lock.unlock();
  if (*ended) {
    pthread_join(thread_, nullptr);
  } else {
    pthread_detach(thread_);
  }
  return ok;
}

void Worker::HoldForFork() { held_for_fork_ = awake_.try_lock_for(kForkPatience); }

void Worker::ReleaseAfterFork() {
  if (held_for_fork_) awake_.unlock();
  held_for_fork_ = false;
}

void Worker::SetStage(std::unique_ptr<drain::Stage> stage) {
  const std::lock_guard lock(mutex_);
  new_stage_ = std::move(stage);
}

void Worker::AddExporter(std::shared_ptr<exporter::Exporter> exporter, bool instead) {
  const std::lock_guard lock(mutex_);
  new_exporters_.emplace_back(std::move(exporter), instead);
}

void Worker::AddSink(Sink* sink) {
  const std::lock_guard lock(sinks_mutex_);
  sinks_.push_back(sink);
}

void Worker::RemoveSink(Sink* sink) {
  const std::lock_guard lock(sinks_mutex_);
  sinks_.erase(std::remove(sinks_.begin(), sinks_.end(), sink), sinks_.end());
}

}  // namespace spansmith::lifecycle
