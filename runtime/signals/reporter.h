// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What logs and metrics have in common: a thread that asks for requests every so often and hands them to a delivery
// lane (deliver/lane.h), which sends, retries and counts; start with the first use, flush, the end of the process,
// fork. Reporters live for ever and are known by AllReporters, for lifecycle's Flush, Shutdown and fork. Any thread.
#ifndef SPANSMITH_SIGNALS_REPORTER_H_
#define SPANSMITH_SIGNALS_REPORTER_H_

#include <pthread.h>
#include <spansmith/span_data.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "config/config.h"
#include "config/signal.h"
#include "deliver/lane.h"
#include "loss/ledger.h"

namespace spansmith::signals {

// What lifecycle knows: the program's configuration for a signal, and the resource.
struct Settings {
  config::SignalConfig signal;
  config::RetryConfig retry;
  Attributes resource;
};
Settings SettingsOf(config::Signal signal);  // defined in lifecycle
// From lifecycle: the drain thread sends by this signal too, and must not wait for the lock that SettingsOf takes.
// Takes no lock; `settings` stay for ever. Null: it does not.
void SendsFromSpans(config::Signal signal, const Settings* settings) noexcept;
void EndWithProcess();  // the same: see to it that StopAll comes at exit

class Reporter {
 public:
  using Clock = std::chrono::steady_clock;

  explicit Reporter(config::Signal signal);
  virtual ~Reporter() = default;
  Reporter(const Reporter&) = delete;
  Reporter& operator=(const Reporter&) = delete;

  // Starts on first use. False: nobody wants the signal, or there can be no thread (said once), or it is stopped.
  bool Ready() noexcept;
  bool stopped() const { return state_.load() == State::kStopped; }
  // What spans say goes this way too, so that it is stopped when they have had their turn.
  bool after_spans() const;

  bool Flush(Clock::time_point deadline);
  void BeginStop(Clock::time_point deadline);
  bool FinishStop(Clock::time_point deadline);  // false: something was not sent

  const loss::Ledger& ledger() const { return ledger_; }

  void BeforeFork();
  void AfterFork(bool child);

 protected:
  struct Request {
    std::string bytes;
    std::size_t items = 0;  // 0: there is nothing (more) to send
  };
  // On the reporter's thread, again and again until there is nothing; `round` counts from 0 in one turn.
  virtual Request Take(const Attributes& resource, const config::BatchConfig& batch, int round) = 0;
  virtual void Started(const config::SignalConfig& /*signal*/) {}  // before its thread runs
  // Around fork(2): the locks of what Take reads. In the child, what is there is the parent's, and is forgotten.
  virtual void HoldOwn() = 0;
  virtual void ReleaseOwn(bool child) = 0;
  void Wake();  // Take is called soon
  loss::Ledger& counts() { return ledger_; }

 private:
  enum class State { kNew, kOn, kOff, kStopped };

  bool Start();
  static void* Main(void* self);
  void Run();
  void Turn();

  const config::Signal signal_;
  loss::Ledger ledger_;
  std::atomic<State> state_{State::kNew};
  std::mutex start_mutex_;
  Settings settings_;
  std::shared_ptr<deliver::Lane> lane_;
  pthread_t thread_{};
  deliver::ForkGate fork_gate_;

  std::mutex mutex_;
  // In a forked child the old ones may hold a lock of a thread that is not there.
  std::unique_ptr<std::condition_variable> changed_ = std::make_unique<std::condition_variable>();
  bool woken_ = false;
  std::uint64_t asked_ = 0;
  std::uint64_t done_ = 0;
  bool stop_ = false;
  bool ended_ = false;
};

bool FlushAll(Reporter::Clock::time_point deadline);
// Between the two, spans have their turn: everything ends by one deadline.
void BeginStopAll(Reporter::Clock::time_point deadline);
bool FinishStopAll(Reporter::Clock::time_point deadline);
void HoldAllForFork();
void ReleaseAllAfterFork(bool child);

}  // namespace spansmith::signals

#endif  // SPANSMITH_SIGNALS_REPORTER_H_
