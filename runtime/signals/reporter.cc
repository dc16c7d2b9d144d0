// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See reporter.h.
#include "signals/reporter.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "deliver/parcel.h"
#include "deliver/thread.h"
#include "export/otlp/otlp_exporter.h"
#include "notice/notice.h"
#include "transport/http.h"

namespace spansmith::signals {
namespace {

// Two at most, made on first use and never destroyed.
struct Registry {
  std::mutex mutex;
  std::vector<Reporter*> reporters;
};
Registry& All() {
  static auto* const registry = new Registry;
  return *registry;
}

std::vector<Reporter*> AllReporters() {
  const std::lock_guard lock(All().mutex);
  return All().reporters;
}

// Of forked parents: reachable, so that a leak checker in the child is not alarmed.
std::vector<std::shared_ptr<deliver::Lane>>& Abandoned() {
  static auto* const lanes = new std::vector<std::shared_ptr<deliver::Lane>>;
  return *lanes;
}
std::vector<std::condition_variable*>& AbandonedConditions() {
  static auto* const conditions = new std::vector<std::condition_variable*>;
  return *conditions;
}

std::atomic<const Settings*>& Given(config::Signal signal) {
  static constinit std::atomic<const Settings*> logs{nullptr};
  static constinit std::atomic<const Settings*> metrics{nullptr};
  return signal == config::Signal::kLogs ? logs : metrics;
}

constexpr std::chrono::milliseconds kGrace{300};

}  // namespace

Reporter::Reporter(config::Signal signal) : signal_(signal) {
  Abandoned();
  AbandonedConditions();
  const std::lock_guard lock(All().mutex);
  All().reporters.push_back(this);
}

bool Reporter::Ready() noexcept {
  const State state = state_.load(std::memory_order_acquire);
  if (state != State::kNew) return state == State::kOn;
  try {
    const std::lock_guard lock(start_mutex_);
    if (state_.load() != State::kNew) return state_.load() == State::kOn;
    const bool on = Start();
    state_.store(on ? State::kOn : State::kOff, std::memory_order_release);
    return on;
  } catch (const std::exception& error) {
    state_.store(State::kOff);
    notice::SayOnce(std::string(signal_ == config::Signal::kLogs ? "logs" : "metrics") +
                        " cannot be sent: " + error.what() + "; the program goes on without it",
                    notice::Level::kError);
    return false;
  }
}

void SendsFromSpans(config::Signal signal, const Settings* settings) noexcept {
  Given(signal).store(settings, std::memory_order_release);
}

bool Reporter::after_spans() const { return Given(signal_).load(std::memory_order_acquire) != nullptr; }

bool Reporter::Start() {
  const Settings* const given = Given(signal_).load(std::memory_order_acquire);
  settings_ = given != nullptr ? *given : SettingsOf(signal_);
  if (!settings_.signal.wanted) return false;
  transport::PrepareProcess();
  EndWithProcess();
  const exporter::OtlpService& service =
      signal_ == config::Signal::kLogs ? exporter::kLogsService : exporter::kMetricsService;
  config::Config config;  // of which a lane reads these two
  config.batch = settings_.signal.batch;
  config.retry = settings_.retry;
  lane_ = std::make_shared<deliver::Lane>(
      std::make_shared<exporter::OtlpExporter>(settings_.signal.otlp, settings_.resource, service), config, nullptr,
      [] {});
  deliver::Lane::Start(lane_);
  Started(settings_.signal);
  thread_ = deliver::StartThread(signal_ == config::Signal::kLogs ? "spansmith-logs" : "spansmith-metr",
                                 &Reporter::Main, this);
  return true;
}

void* Reporter::Main(void* self) {
  static_cast<Reporter*>(self)->Run();
  return nullptr;
}

void Reporter::Run() {
  fork_gate_.awake().lock();
  std::unique_lock lock(mutex_);
  const auto every = std::max(settings_.signal.batch.schedule_delay, std::chrono::milliseconds(1));
  auto next = Clock::now() + every;
  while (true) {
    fork_gate_.awake().unlock();
    changed_->wait_until(lock, next, [this] { return woken_ || stop_ || asked_ != done_; });
    lock.unlock();  // whoever forks may hold the gate for a while
    fork_gate_.awake().lock();
    lock.lock();
    woken_ = false;
    const std::uint64_t asked = asked_;
    const bool stop = stop_;
    lock.unlock();
    Turn();
    if (!stop) lane_->LookForShortage(Clock::now());
    // By the clock, so that an interval stays one; but what was missed is not made up for.
    const auto now = Clock::now();
    while (next <= now) next += every;
    lock.lock();
    done_ = asked;
    ended_ = stop;
    changed_->notify_all();
    if (stop) break;
  }
  lock.unlock();
  fork_gate_.awake().unlock();
}

void Reporter::Turn() {
  for (int round = 0;; ++round) {
    Request request;
    try {
      request = Take(settings_.resource, settings_.signal.batch, round);
    } catch (const std::exception& error) {  // no memory
      notice::SayOnce(std::string("a batch could not be made: ") + error.what(), notice::Level::kError);
      return;
    }
    if (request.items == 0) return;
    lane_->Put(std::make_shared<deliver::Parcel>(std::move(request.bytes), request.items, &ledger_), true);
  }
}

void Reporter::Wake() {
  const std::lock_guard lock(mutex_);
  woken_ = true;
  changed_->notify_all();
}

bool Reporter::Flush(Clock::time_point deadline) {
  if (state_.load() != State::kOn) return true;
  lane_->Hurry();
  {
    std::unique_lock lock(mutex_);
    const std::uint64_t mine = ++asked_;
    changed_->notify_all();
    if (!changed_->wait_until(lock, deadline, [&] { return done_ >= mine || ended_; })) return false;
  }
  return lane_->WaitUntilDone(lane_->Mark(), deadline);
}

void Reporter::BeginStop(Clock::time_point deadline) {
  const std::lock_guard start(start_mutex_);
  if (state_.exchange(State::kStopped) != State::kOn) return;
  lane_->Stop(deadline);
  const std::lock_guard lock(mutex_);
  stop_ = true;
  changed_->notify_all();
}

bool Reporter::FinishStop(Clock::time_point deadline) {
  const std::lock_guard start(start_mutex_);
  if (lane_ == nullptr || thread_ == pthread_t{}) return true;
  {
    std::unique_lock lock(mutex_);
    const bool ended = changed_->wait_until(lock, deadline + kGrace, [this] { return ended_; });
    const pthread_t thread = std::exchange(thread_, pthread_t{});
    lock.unlock();
    if (ended) {
      pthread_join(thread, nullptr);
    } else {
      pthread_detach(thread);
      return false;
    }
  }
  const bool done = lane_->Finish(deadline + kGrace);
  for (const std::string& line : lane_->Farewell()) notice::SayOnce(line);
  return done && ledger_.dropped(loss::Reason::kShutdownTimeout) == 0;
}

void Reporter::BeforeFork() {
  start_mutex_.lock();
  fork_gate_.Hold();
  HoldOwn();
  mutex_.lock();
  if (lane_ != nullptr) lane_->fork_gate().Hold();
}

void Reporter::AfterFork(bool child) {
  if (lane_ != nullptr && !child) lane_->fork_gate().Release();
  if (child) {
    if (lane_ != nullptr) Abandoned().push_back(std::move(lane_));
    lane_ = nullptr;
    AbandonedConditions().push_back(changed_.release());
    changed_ = std::make_unique<std::condition_variable>();
    thread_ = {};
    woken_ = stop_ = ended_ = false;
    asked_ = done_ = 0;
    ledger_.Reset();
    state_.store(State::kNew);
  }
  mutex_.unlock();
  ReleaseOwn(child);
  fork_gate_.Release();
  start_mutex_.unlock();
}

bool FlushAll(Reporter::Clock::time_point deadline) {
  bool done = true;
  for (Reporter* reporter : AllReporters()) done = reporter->Flush(deadline) && done;
  return done;
}

void BeginStopAll(Reporter::Clock::time_point deadline) {
  for (Reporter* reporter : AllReporters()) {
    if (!reporter->after_spans()) reporter->BeginStop(deadline);
  }
}

bool FinishStopAll(Reporter::Clock::time_point deadline) {
  bool done = true;
  for (Reporter* reporter : AllReporters()) {
    reporter->BeginStop(deadline);  // those that it was not begun with
    done = reporter->FinishStop(deadline) && done;
  }
  return done;
}

void HoldAllForFork() {
  All().mutex.lock();
  for (Reporter* reporter : All().reporters) reporter->BeforeFork();
}

void ReleaseAllAfterFork(bool child) {
  for (Reporter* reporter : All().reporters) reporter->AfterFork(child);
  All().mutex.unlock();
}

}  // namespace spansmith::signals
