// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See worker.h.
#include "lifecycle/worker.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "drain/drain.h"
#include "export/exporters.h"
#include "record/doorbell.h"
#include "record/ring_registry.h"

namespace spansmith::lifecycle {
namespace {

using std::chrono::milliseconds;

// How long after the deadline of a stop a lane may take to notice it, and then this thread.
constexpr milliseconds kLaneGrace{300};
constexpr milliseconds kGrace{500};
// A schedule delay of 0 is at once, and not without a pause.
constexpr milliseconds kShortestNap{1};
// After a round that moved many spans: when to see whether their memory can go back.
constexpr milliseconds kTrimDelay{1'000};
// A program that never pauses must not keep this thread from its other work.
constexpr int kBatchesOfARound = 64;

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

std::uint64_t Produced() {
  std::uint64_t produced = 0;
  record::Rings().ForEach([&](record::Ring& ring) { produced += ring.produced(); });
  return produced;
}

std::uint64_t DroppedByRings() {
  std::uint64_t dropped = 0;
  record::Rings().ForEach([&](record::Ring& ring) { dropped += ring.dropped(); });
  return dropped;
}

}  // namespace

Worker::Worker(const config::Config& config, loss::Ledger* ledger, std::unique_ptr<drain::Stage> stage,
               std::function<void()> look)
    : config_(config),
      ledger_(ledger),
      delivery_(
          config_, ledger,
          [this] {
            if (wants_room_.load(std::memory_order_relaxed)) record::DrainDoorbell().Ring();
          },
          &DroppedByRings),
      exception_logs_(delivery_),
      out_(config_.errors.signal == config::Errors::Signal::kEvents ? static_cast<drain::Outlet&>(delivery_)
                                                                    : exception_logs_),
      stage_(std::move(stage)),
      look_(std::move(look)),
      timeline_(record::ChooseClock(), !record::TicksAreTsc()),
      shortage_("the memory for ended spans", "raise SPANSMITH_BUFFER_SIZE, or sample") {
  thread_ = deliver::StartThread("spansmith", &Worker::Main, this);
}

void* Worker::Main(void* self) {
  static_cast<Worker*>(self)->Run();
  return nullptr;
}

Worker::Orders Worker::TakeOrders() {
  const std::lock_guard lock(mutex_);
  for (auto& [exporter, instead] : std::exchange(new_exporters_, {})) delivery_.Add(std::move(exporter), instead);
  if (new_stage_ != nullptr) {
    if (stage_ != nullptr) stage_->Tick(UnixNanos(), drain::Moment::kEnd, out_);
    stage_ = std::move(new_stage_);
  }
  if (stop_ && !stopping_) delivery_.Stop(stop_deadline_);
  stopping_ = stop_;
  return {asked_, stop_};
}

milliseconds Worker::Nap(bool trimmed, bool stopping) const {
  // While stopping: to see that the time is over, after which what is left has to be taken and counted.
  if (stopping) return milliseconds(20);
  const milliseconds delay = std::max(config_.batch.schedule_delay, kShortestNap);
  return trimmed ? delay : std::min(delay, kTrimDelay);
}

void Worker::Run() {
  fork_gate_.awake().lock();
  for (auto& exporter : exporter::MakeExporters(config_)) delivery_.Add(std::move(exporter), false);
  std::uint64_t target = 0;  // as many spans have to be taken for what was asked
  std::uint64_t target_of = 0;
  std::uint64_t done = 0;
  bool was_stopping = false;
  bool trimmed = true;
  bool idle = true;
  while (true) {
    Rest(Nap(trimmed, was_stopping && !idle));
    const Orders orders = TakeOrders();
    if (orders.asked != target_of || orders.stop != was_stopping) target = Produced();
    target_of = orders.asked;
    was_stopping = orders.stop;
    const bool more = Pull();
    const bool complete = !more || pulled_ + DroppedByRings() >= target;
    if (stage_ != nullptr) {
      const bool asked = complete && orders.asked != done;
      stage_->Tick(UnixNanos(),
                   complete && orders.stop ? drain::Moment::kEnd
                   : asked                 ? drain::Moment::kFlush
                                           : drain::Moment::kRound,
                   out_);
    }
    delivery_.HandOver();
    if (!orders.stop) LookForShortage();
    record::Rings().ReleaseMemoryOfUnused();
    trimmed = record::Chunks().Trim();
    if (trimmed) delivery_.Trim();
    record::DrainDoorbell().SetEnough(record::Chunks().taken() + record::Doorbell::kChunksOfARound);
    idle = complete;
    if (!complete) continue;
    done = orders.asked;
    const std::lock_guard lock(mutex_);
    done_ = done;
    marks_ = delivery_.Mark();
    changed_.notify_all();
    if (orders.stop) break;
  }
  Clock::time_point deadline;
  {
    const std::lock_guard lock(mutex_);
    deadline = stop_deadline_;
  }
  fork_gate_.awake().unlock();
  delivery_.Finish(deadline + kLaneGrace);
  const std::lock_guard lock(mutex_);
  farewell_ = delivery_.Farewell();
  ended_ = true;
  changed_.notify_all();
}

void Worker::LookForShortage() {
  const auto now = Clock::now();
  shortage_.Look(DroppedByRings(), now);
  delivery_.LookForShortage(now);
}

bool Worker::Pull() {
  wants_room_ = false;
  for (int batches = 0; batches < kBatchesOfARound;) {
    const std::size_t most = std::min(delivery_.Room(), config_.batch.max_batch_size);
    if (most == 0) {
      if (wants_room_.exchange(true)) return true;
      continue;  // there may have been room just before that was known
    }
    const std::size_t taken = PullSome(most);
    pulled_ += taken;
    if (taken < most) return false;
    ++batches;
  }
  record::DrainDoorbell().Ring();  // to go on at once, after other work
  return true;
}

void Worker::Rest(milliseconds most) {
  bool rung = false;
  while (!rung) {
    const milliseconds part = look_ ? std::min(most, kLookEvery) : most;
    fork_gate_.awake().unlock();
    rung = record::DrainDoorbell().Wait(part);
    fork_gate_.awake().lock();
    if (look_) look_();
    most -= part;
    if (most.count() <= 0) break;
  }
}

std::size_t Worker::PullSome(std::size_t most) {
  const std::lock_guard lock(sinks_mutex_);
  ReadClock();
  if (!sinks_.empty()) {
    ForSinks out;
    const std::size_t taken = drain::DrainRings(record::Rings(), most, timeline_, *ledger_, out);
    for (const SpanData& span : out.batch.Spans()) {
      for (Sink* sink : sinks_) sink->Take(span);
    }
    ledger_->Delivered(out.batch.size());
    return taken;
  }
  if (stage_ == nullptr) return drain::DrainRings(record::Rings(), most, timeline_, *ledger_, out_);
  ThroughStage out(*stage_, out_);
  return drain::DrainRings(record::Rings(), most, timeline_, *ledger_, out);
}

void Worker::ReadClock() {
  timeline_.Add(record::ReadClocks());
  while (!timeline_.settled()) {  // in the first millisecond of the process only
    std::this_thread::sleep_for(std::chrono::microseconds(200));
    timeline_.Add(record::ReadClocks());
  }
}

bool Worker::Flush(Clock::time_point deadline) {
  delivery_.Hurry();
  deliver::Delivery::Marks marks;
  {
    std::unique_lock lock(mutex_);
    const std::uint64_t mine = ++asked_;
    record::DrainDoorbell().Ring();
    if (!changed_.wait_until(lock, deadline, [&] { return done_ >= mine || ended_; })) return false;
    marks = marks_;
  }
  return deliver::Delivery::WaitUntilDone(marks, deadline);
}

void Worker::Stop(Clock::time_point deadline, bool* ended) {
  std::unique_lock lock(mutex_);
  stop_deadline_ = deadline;
  stop_ = true;
  record::DrainDoorbell().Ring();
  *ended = changed_.wait_until(lock, deadline + kGrace, [&] { return ended_; });
  lock.unlock();
  if (*ended) {
    pthread_join(thread_, nullptr);
  } else {
    pthread_detach(thread_);
  }
}

void Worker::HoldForFork() {
  fork_gate_.Hold();
  delivery_.HoldForFork();
}

void Worker::ReleaseAfterFork() {
  delivery_.ReleaseAfterFork();
  fork_gate_.Release();
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
