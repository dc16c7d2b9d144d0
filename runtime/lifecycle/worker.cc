// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See worker.h.
#include "lifecycle/worker.h"

#include <signal.h>

#include <algorithm>
#include <system_error>

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

}  // namespace

Worker::Worker(const config::Config& config, loss::Ledger* ledger) : config_(config), ledger_(ledger) {
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
  while (!stop) {
    awake.unlock();
    record::DrainDoorbell().Wait(config_.batch.schedule_delay);
    awake.lock();
    std::uint64_t asked;
    {
      const std::lock_guard lock(mutex_);
      asked = asked_;
      stop = stop_;
    }
    const bool ok = Round(delivery, stop);
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

bool Worker::Round(deliver::Delivery& delivery, bool stopping) {
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
    if (taken == 0 || pulled_ + dropped >= produced) return ok;
  }
}

std::size_t Worker::Pull(deliver::Delivery& delivery) {
  const std::lock_guard lock(sinks_mutex_);
  std::deque<SpanData> for_sinks;
  std::deque<SpanData>& spans = sinks_.empty() ? delivery.queue() : for_sinks;
  const std::size_t room = sinks_.empty() ? delivery.Room() : config_.batch.max_queue_size;
  const std::size_t taken = drain::DrainRings(record::Rings(), room, *ledger_, spans);
  pulled_ += taken;
  for (const SpanData& span : for_sinks) {
    for (Sink* sink : sinks_) sink->Take(span);
  }
  ledger_->Delivered(for_sinks.size());
  return taken;
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

void Worker::AddSink(Sink* sink) {
  const std::lock_guard lock(sinks_mutex_);
  sinks_.push_back(sink);
}

void Worker::RemoveSink(Sink* sink) {
  const std::lock_guard lock(sinks_mutex_);
  sinks_.erase(std::remove(sinks_.begin(), sinks_.end(), sink), sinks_.end());
}

}  // namespace spansmith::lifecycle
