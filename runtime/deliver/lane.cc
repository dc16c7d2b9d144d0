// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See lane.h.
#include "deliver/lane.h"

#include <algorithm>
#include <exception>
#include <random>
#include <utility>

#include "notice/counted.h"
#include "notice/notice.h"

namespace spansmith::deliver {
namespace {

using std::chrono::milliseconds;

// Before the deadline of a stop, to write what is left to the spill directory: a fifth of the time, at most this.
constexpr milliseconds kMostToSpill{1'000};
// While stopping: less time than this is not worth another attempt.
constexpr milliseconds kShortest{20};

milliseconds Until(Lane::Clock::time_point when) {
  if (when == Lane::Clock::time_point::max()) return milliseconds::max();
  return std::chrono::ceil<milliseconds>(when - Lane::Clock::now());
}

}  // namespace

Lane::Lane(std::shared_ptr<exporter::Exporter> exporter, const config::Config& config, std::shared_ptr<Spill> spill,
           std::function<void()> on_room, std::function<std::uint64_t()> lost_before)
    : exporter_(std::move(exporter)),
      destination_(exporter_->Destination()),
      batch_(config.batch),
      retry_(config.retry),
      spill_(std::move(spill)),
      on_room_(std::move(on_room)),
      lost_before_(std::move(lost_before)),
      shortage_("the queue to " + destination_, "see why the receiver is slow, or give the queue more room",
                exporter_->Noun()),
      backoff_(retry_.first_delay, retry_.most_delay, std::random_device{}()),
      outage_(destination_, exporter_->Advice(), exporter_->Noun()) {
  account_.type = exporter_->Type();
  account_.destination = destination_;
  account_.capacity = batch_.max_queue_size;
}

void Lane::Start(const std::shared_ptr<Lane>& lane) {
  auto kept = std::make_unique<std::shared_ptr<Lane>>(lane);
  try {
    lane->thread_ = StartThread("spansmith-send", &Lane::Main, kept.get());
    static_cast<void>(kept.release());
  } catch (const std::exception& error) {
    lane->account_.reason = std::string("there can be no thread for it: ") + error.what();
    lane->abandoned_ = lane->ended_ = true;
    lane->outage_.Lost(0, lane->account_.reason, Clock::now());
  }
}

void* Lane::Main(void* self) {
  const std::unique_ptr<std::shared_ptr<Lane>> kept(static_cast<std::shared_ptr<Lane>*>(self));
  (*kept)->Run();
  return nullptr;
}

bool Lane::IsFull(bool strict) const {
  return account_.queued_spans != 0 && (account_.queued_bytes >= batch_.max_queue_bytes ||
                                        (strict && account_.queued_spans >= batch_.max_queue_size));
}

void Lane::Put(std::shared_ptr<Parcel> parcel, bool strict) {
  std::vector<std::shared_ptr<Parcel>> dropped;
  {
    const Lock lock(mutex_);
    if (abandoned_) {
      account_.tried += parcel->spans();
      account_.failed += parcel->spans();
      parcel->Lost(loss::Reason::kExportFailed);
      return;
    }
    while (batch_.drop_oldest && IsFull(strict) && !queue_.empty()) {
      dropped.push_back(std::move(queue_.front().parcel));
      queue_.pop_front();
      Leave(*dropped.back());
    }
    ++put_;
    if (!batch_.drop_oldest && IsFull(strict)) {
      dropped.push_back(std::move(parcel));
      account_.tried += dropped.back()->spans();
    } else {
      account_.queued_spans += parcel->spans();
      account_.queued_bytes += parcel->bytes();
      queue_.push_back({put_, std::move(parcel)});
    }
    for (const auto& lost : dropped) account_.overflow += lost->spans();
  }
  for (const auto& lost : dropped) lost->Lost(loss::Reason::kQueueFull);
  changed_.notify_all();
}

void Lane::LookForShortage(Clock::time_point now) {
  std::uint64_t dropped;
  {
    const Lock lock(mutex_);
    if (Stopping()) return;
    dropped = account_.overflow;
  }
  shortage_.Look(dropped, now);
}

std::uint64_t Lane::LostWithoutAnAttempt() const {
  const std::uint64_t before = lost_before_ ? lost_before_() : 0;
  const Lock lock(mutex_);
  return account_.overflow + before;
}

void Lane::Leave(const Parcel& parcel) {
  account_.queued_spans -= parcel.spans();
  account_.queued_bytes -= parcel.bytes();
  account_.tried += parcel.spans();
}

std::size_t Lane::Room() const {
  const Lock lock(mutex_);
  if (abandoned_ || batch_.drop_oldest || Clock::now() >= cutoff_) return batch_.max_queue_size;
  if (IsFull(true)) return 0;
  return batch_.max_queue_size - account_.queued_spans;
}

std::uint64_t Lane::Mark() const {
  const Lock lock(mutex_);
  return put_;
}

bool Lane::WaitUntilDone(std::uint64_t mark, Clock::time_point deadline) {
  Lock lock(mutex_);
  return changed_.wait_until(lock, deadline, [this, mark] {
    const bool under_way = current_.parcel != nullptr && current_.number <= mark;
    return !under_way && (queue_.empty() || queue_.front().number > mark);
  });
}

void Lane::Hurry() {
  const Lock lock(mutex_);
  ++hurries_;
  changed_.notify_all();
}

void Lane::Stop(Clock::time_point deadline) {
  const Lock lock(mutex_);
  deadline_ = deadline;
  cutoff_ = deadline;
  if (spill_ != nullptr) cutoff_ -= std::min<Clock::duration>(kMostToSpill, (deadline - Clock::now()) / 5);
  changed_.notify_all();
}

bool Lane::Finish(Clock::time_point deadline) {
  Lock lock(mutex_);
  finishing_ = true;
  changed_.notify_all();
  const bool ended = changed_.wait_until(lock, deadline, [this] { return ended_; });
  if (abandoned_) return true;  // it never had a thread
  if (ended) {
    lock.unlock();
    pthread_join(thread_, nullptr);
    return true;
  }
  abandoned_ = true;
  std::vector<std::shared_ptr<Parcel>> left;
  if (current_.parcel != nullptr) left.push_back(std::move(current_.parcel));
  for (Item& item : queue_) left.push_back(std::move(item.parcel));
  queue_.clear();
  for (const auto& parcel : left) {
    Leave(*parcel);
    account_.late += parcel->spans();
  }
  lock.unlock();
  for (const auto& parcel : left) parcel->Lost(loss::Reason::kShutdownTimeout);
  pthread_detach(thread_);
  return false;
}

void Lane::Run() {
  fork_gate_.awake().lock();
  SendSpilled();
  Lock lock(mutex_);
  while (true) {
    const auto next_spilled = spilled_waits_ ? Clock::now() + backoff_.Next() : Clock::time_point::max();
    Sleep(lock, next_spilled, [this] { return !queue_.empty() || finishing_; });
    if (queue_.empty()) {
      if (finishing_) break;
      lock.unlock();
      if (Clock::now() >= next_spilled) SendSpilled();
      lock.lock();
      continue;
    }
    current_ = std::move(queue_.front());
    queue_.pop_front();
    const std::shared_ptr<Parcel> parcel = current_.parcel;
    lock.unlock();
    Deliver(*parcel);
    lock.lock();
  }
  lock.unlock();
  exporter_->Finish();
  fork_gate_.awake().unlock();
  lock.lock();
  ended_ = true;
  changed_.notify_all();
}

template <typename Condition>
void Lane::Sleep(Lock& lock, Clock::time_point until, Condition condition) {
  if (condition()) return;
  fork_gate_.awake().unlock();
  if (until == Clock::time_point::max()) {
    changed_.wait(lock, condition);
  } else {
    changed_.wait_until(lock, until, condition);
  }
  lock.unlock();  // whoever forks may hold the gate for a while
  fork_gate_.awake().lock();
  lock.lock();
}

Lane::Clock::time_point Lane::Cutoff() const {
  const Lock lock(mutex_);
  return cutoff_;
}

exporter::Outcome Lane::Attempt(const std::function<exporter::Outcome(const transport::Patience&)>& send) {
  const auto begin = Clock::now();
  transport::Patience patience;
  patience.remaining = [this, deadline = begin + batch_.export_timeout] {
    return std::min(Until(deadline), Until(Cutoff()));
  };
  patience.waiting = [this](bool waiting) { waiting ? fork_gate_.awake().unlock() : fork_gate_.awake().lock(); };
  exporter::Outcome outcome;
  try {
    outcome = send(patience);
  } catch (const std::exception& error) {  // no memory, say
    outcome = exporter::Outcome::Lost(error.what());
  }
  const Lock lock(mutex_);
  ++account_.attempts;
  account_.bytes += outcome.bytes;
  account_.attempt_time += Clock::now() - begin;
  if (!outcome.reason.empty()) account_.reason = outcome.reason;
  return outcome;
}

void Lane::Deliver(const Parcel& parcel) {
  for (int tried = 0;; ++tried) {
    if (IsOver()) {
      GiveUp(parcel, tried == 0 ? loss::Reason::kShutdownTimeout : loss::Reason::kExportFailed);
      return;
    }
    const exporter::Outcome outcome = Attempt([&](const transport::Patience& patience) {
      return parcel.request().empty() ? exporter_->Export(parcel.batch(), patience)
                                      : exporter_->ExportSaved(parcel.request(), parcel.spans(), patience);
    });
    if (tried != 0) {
      const Lock lock(mutex_);
      ++account_.retries;
    }
    if (outcome.result == exporter::Outcome::Result::kDelivered) {
      Delivered(outcome);
      return;
    }
    if (outcome.result == exporter::Outcome::Result::kLost) {
      Lose(parcel, loss::Reason::kExportFailed);
      return;
    }
    if (!WaitToRetry(outcome, parcel)) {
      GiveUp(parcel, loss::Reason::kExportFailed);
      return;
    }
  }
}

void Lane::Delivered(const exporter::Outcome& outcome) {
  backoff_.Reset();
  if (outage_.now()) outage_.Delivered(LostWithoutAnAttempt() - lost_at_its_begin_);
  if (!IsStopping()) SayWhatItSaid(outcome);
  Settle([&](Parcel& parcel) {
    account_.exported += parcel.spans() - outcome.rejected;
    account_.rejected += outcome.rejected;
    parcel.Delivered(outcome.rejected);
  });
  if (spilled_waits_) SendSpilled();
}

// Once each, not once a text: a receiver could say something else each time.
void Lane::SayWhatItSaid(const exporter::Outcome& outcome) {
  if (outcome.rejected != 0 && !std::exchange(told_refusal_, true)) {
    notice::Say(destination_ + " refuses " + exporter_->Noun() + ": " + outcome.reason +
                "; they are lost, and counted at exit; " + exporter_->Advice());
  } else if (outcome.rejected == 0 && !outcome.reason.empty() && !std::exchange(told_warning_, true)) {
    notice::Say(destination_ + " takes all " + exporter_->Noun() + ", with a warning: " + outcome.reason);
  }
}

bool Lane::WaitToRetry(const exporter::Outcome& outcome, const Parcel& parcel) {
  const auto now = Clock::now();
  const bool throttled = outcome.retry_after.has_value();
  const milliseconds delay = std::max(backoff_.Next(), outcome.retry_after.value_or(milliseconds(0)));
  if (now + delay > parcel.since() + retry_.total) return false;
  Lock lock(mutex_);
  if (!Stopping()) {
    lock.unlock();
    if (!outage_.now()) lost_at_its_begin_ = LostWithoutAnAttempt();
    outage_.Postponed(outcome.reason, retry_.total, now);
    lock.lock();
    const std::uint64_t seen = hurries_;
    Sleep(lock, now + delay, [&] { return Stopping() || (hurries_ != seen && !throttled); });
    if (!Stopping() || !throttled) return true;
  }
  if (outcome.refused) return false;  // nobody comes to a door that is not there in the time of an exit
  auto wake = now + delay;
  if (!throttled) wake = std::min(wake, now + (cutoff_ - now) / 2);
  if (wake + kShortest >= cutoff_) return false;
  Sleep(lock, wake, [] { return false; });
  return true;
}

void Lane::GiveUp(const Parcel& parcel, loss::Reason reason) {
  if (spill_ != nullptr) {
    const std::string saved = exporter_->Save(parcel.batch());
    if (!saved.empty() && spill_->Write(saved, parcel.spans())) {
      Settle([&](Parcel& current) {
        account_.spilled += current.spans();
        current.Spilled();
      });
      return;
    }
  }
  Lose(parcel, reason);
}

void Lane::Lose(const Parcel& parcel, loss::Reason reason) {
  std::string why;
  bool stopping;
  {
    const Lock lock(mutex_);
    why = account_.reason;
    stopping = Stopping();
  }
  if (stopping) outage_.Quiet();
  if (!outage_.now()) lost_at_its_begin_ = LostWithoutAnAttempt();
  outage_.Lost(parcel.spans(), why, Clock::now());
  Settle([&](Parcel& current) {
    (reason == loss::Reason::kShutdownTimeout ? account_.late : account_.failed) += current.spans();
    current.Lost(reason);
  });
}

template <typename Change>
void Lane::Settle(Change change) {
  {
    const Lock lock(mutex_);
    if (abandoned_) return;  // Finish has counted it as lost
    const std::shared_ptr<Parcel> parcel = std::move(current_.parcel);
    current_.parcel = nullptr;
    Leave(*parcel);
    change(*parcel);
  }
  changed_.notify_all();
  on_room_();
}

void Lane::SendSpilled() {
  spilled_waits_ = false;
  if (spill_ == nullptr) return;
  while (!IsOver()) {
    const std::optional<Spill::Saved> saved = spill_->Next();
    if (!saved) return;
    const exporter::Outcome outcome = Attempt([&](const transport::Patience& patience) {
      return exporter_->ExportSaved(saved->bytes, saved->spans, patience);
    });
    if (outcome.result == exporter::Outcome::Result::kRetry) {
      spilled_waits_ = true;
      return;
    }
    const bool taken = outcome.result == exporter::Outcome::Result::kDelivered;
    spill_->Done();
    if (!taken) {
      notice::Say(notice::Counted(saved->spans, "spans") + " that an earlier process left in " + spill_->folder() +
                  notice::Were(saved->spans) + "refused by " + destination_ + ": " + outcome.reason +
                  "; they are lost");
    }
    const Lock lock(mutex_);
    if (taken) account_.recovered += saved->spans - outcome.rejected;
  }
}

bool Lane::IsOver() const { return exporter_->NeedsTime() && Clock::now() >= Cutoff(); }

bool Lane::IsStopping() const {
  const Lock lock(mutex_);
  return Stopping();
}

Account Lane::account() const {
  const Lock lock(mutex_);
  return account_;
}

std::vector<std::string> Lane::Farewell() const {
  const Account account = this->account();
  std::vector<std::string> lines;
  const auto add = [&](std::uint64_t spans, const std::string& what) {
    if (spans != 0) lines.push_back(notice::CountedOf(spans, account.tried, exporter_->Noun()) + what);
  };
  const std::string where = destination_ + ": " + account.reason + "; " + exporter_->Advice();
  add(account.failed, " could not be sent to " + where);
  add(account.rejected, notice::Were(account.rejected) + ("refused by " + where));
  add(account.overflow,
      notice::Were(account.overflow) + ("dropped, because the queue to " + destination_ +
                                        " was full; raise OTEL_BSP_MAX_QUEUE_SIZE, or see why the receiver is slow"));
  if (spill_ != nullptr) {
    add(account.spilled, " could not be sent to " + destination_ + " and" + notice::Are(account.spilled) + "kept in " +
                             spill_->folder() + "; the next process that uses it sends " +
                             (account.spilled == 1 ? "it" : "them"));
  }
  return lines;
}

}  // namespace spansmith::deliver
