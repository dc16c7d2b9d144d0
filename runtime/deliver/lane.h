// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One exporter's way out: its queue, bounded in spans and bytes, its thread, its attempts. A slow or dead exporter
// holds up its own lane only. A batch that may be tried again (OTLP specification, "Failures") is, with back-off, until
// it is `retry.total` old; the batches behind it wait. A full queue drops its newest or its oldest batch, by choice,
// and counts it (SPANSMITH_QUEUE_DROP).
//
// After Stop every wait ends by the deadline; what was not sent then is spilled, where there is a directory, or
// counted. A receiver that is not there (refused) is not waited for while stopping. Any thread, but for Start and Join.
#ifndef SPANSMITH_DELIVER_LANE_H_
#define SPANSMITH_DELIVER_LANE_H_

#include <pthread.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "config/config.h"
#include "deliver/backoff.h"
#include "deliver/outage.h"
#include "deliver/parcel.h"
#include "deliver/shortage.h"
#include "deliver/spill.h"
#include "deliver/thread.h"
#include "export/exporter.h"

namespace spansmith::deliver {

// What a lane did so far.
struct Account {
  std::string type;  // exporter::Exporter::Type
  std::string destination;
  std::uint64_t tried = 0;      // spans that were handed over and are done with
  std::uint64_t exported = 0;   // spans that the receiver took
  std::uint64_t failed = 0;     // spans that could not be sent
  std::uint64_t late = 0;       // spans for which there was no time at the end
  std::uint64_t rejected = 0;   // spans that the receiver refused
  std::uint64_t overflow = 0;   // spans that the queue had no room for
  std::uint64_t spilled = 0;    // spans that were written to the spill directory
  std::uint64_t recovered = 0;  // spans of another process, taken from it and sent
  std::uint64_t attempts = 0;
  std::uint64_t retries = 0;       // attempts but for the first of each batch
  std::uint64_t bytes = 0;         // sent on the wire
  std::uint64_t queued_spans = 0;  // now, with those of the attempt that is under way
  std::uint64_t queued_bytes = 0;
  std::uint64_t capacity = 0;                // spans
  std::chrono::nanoseconds attempt_time{0};  // of all attempts together
  std::string reason;                        // of the last failure
};

class Lane {
 public:
  using Clock = std::chrono::steady_clock;

  // `on_room`: called by the lane's thread when a batch is done; takes no lock of the caller's. `lost_before`: how many
  // spans were lost so far before they came to any lane; called by the lane's thread; may be empty. `spill` may be
  // null.
  Lane(std::shared_ptr<exporter::Exporter> exporter, const config::Config& config, std::shared_ptr<Spill> spill,
       std::function<void()> on_room, std::function<std::uint64_t()> lost_before = nullptr);
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;

  // `lane` lives on until its thread has ended. If there can be no thread, that is said, and all it is given is lost.
  static void Start(const std::shared_ptr<Lane>& lane);

  // `strict`: others have room, and are not held up for this one; else the bound in spans may be passed by what comes
  // at once.
  void Put(std::shared_ptr<Parcel> parcel, bool strict);
  void LookForShortage(Clock::time_point now);  // the thread that puts, now and then
  std::size_t Room() const;                     // spans
  std::uint64_t Mark() const;                   // for WaitUntilDone: everything that was put so far
  // True: what was put up to `mark` is done with, delivered or not.
  bool WaitUntilDone(std::uint64_t mark, Clock::time_point deadline);
  void Hurry();  // someone waits: tries again at once, unless the receiver said when

  void Stop(Clock::time_point deadline);
  // After Stop: nothing more is put. False: the exporter does not return; what the lane holds is counted as lost.
  bool Finish(Clock::time_point deadline);

  Account account() const;
  std::vector<std::string> Farewell() const;  // "7 of 7 spans could not be sent to ..."

  ForkGate& fork_gate() { return fork_gate_; }

 private:
  struct Item {
    std::uint64_t number;
    std::shared_ptr<Parcel> parcel;
  };
  using Lock = std::unique_lock<std::mutex>;

  static void* Main(void* self);
  void Run();
  void Deliver(const Parcel& parcel);
  exporter::Outcome Attempt(const std::function<exporter::Outcome(const transport::Patience&)>& send);
  void Delivered(const exporter::Outcome& outcome);
  std::uint64_t LostWithoutAnAttempt() const;
  void SayWhatItSaid(const exporter::Outcome& outcome);
  bool WaitToRetry(const exporter::Outcome& outcome, const Parcel& parcel);  // false: there is no time for it
  void GiveUp(const Parcel& parcel, loss::Reason reason);                    // spills it, or it is lost
  void Lose(const Parcel& parcel, loss::Reason reason);
  void SendSpilled();  // what an earlier process left
  // The current parcel is done with: `change` says how.
  template <typename Change>
  void Settle(Change change);
  bool IsOver() const;  // no time for an attempt
  bool IsStopping() const;
  Clock::time_point Cutoff() const;

  // With the lock held.
  bool IsFull(bool strict) const;
  bool Stopping() const { return deadline_ != Clock::time_point::max(); }
  void Leave(const Parcel& parcel);  // the queue
  template <typename Condition>
  void Sleep(Lock& lock, Clock::time_point until, Condition condition);

  const std::shared_ptr<exporter::Exporter> exporter_;
  const std::string destination_;
  const config::BatchConfig batch_;
  const config::RetryConfig retry_;
  const std::shared_ptr<Spill> spill_;
  const std::function<void()> on_room_;
  const std::function<std::uint64_t()> lost_before_;
  Shortage shortage_;  // the thread's that puts
  pthread_t thread_{};
  Backoff backoff_;  // the thread's own, and what follows
  Outage outage_;
  std::uint64_t lost_at_its_begin_ = 0;  // LostWithoutAnAttempt
  bool spilled_waits_ = false;           // there is some, and the receiver did not take it
  bool told_refusal_ = false;
  bool told_warning_ = false;
  ForkGate fork_gate_;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Item> queue_;
  Item current_{0, nullptr};  // number 0: none
  std::uint64_t put_ = 0;     // parcels
  std::uint64_t hurries_ = 0;
  Clock::time_point deadline_ = Clock::time_point::max();  // of the stop; max: there is none
  Clock::time_point cutoff_ = Clock::time_point::max();    // no attempt after it
  bool finishing_ = false;
  bool ended_ = false;
  bool abandoned_ = false;
  Account account_;
};

}  // namespace spansmith::deliver

#endif  // SPANSMITH_DELIVER_LANE_H_
