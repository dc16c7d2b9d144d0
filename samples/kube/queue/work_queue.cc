// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A key is in entries_ while something is to be done for it (client-go's dirty set). From there it is in delayed_, in
// ready_, or, while it is in processing_, in neither: Done moves it to ready_.
#include "samples/kube/queue/work_queue.h"

#include <algorithm>
#include <cmath>

namespace kube {
namespace {

constexpr std::size_t kMaxTriggers = 128;  // OpenTelemetry's limit of links of a span

double Seconds(Duration duration) { return std::chrono::duration<double>(duration).count(); }

}  // namespace

WorkQueue::WorkQueue(const BackoffOptions& backoff, Clock& clock)
    : backoff_(backoff), clock_(clock), tokens_(backoff.burst), tokens_at_(clock.Now()) {
  watch_ = clock_.Watch([this] {
    const std::lock_guard<std::mutex> lock(mutex_);
    changed_.notify_all();
  });
}

WorkQueue::~WorkQueue() { clock_.Unwatch(watch_); }

void WorkQueue::Merge(Entry& entry, Trigger trigger, int count) {
  Trigger& merged = entry.merged;
  merged.reason = entry.count == 0 ? trigger.reason : std::min(merged.reason, trigger.reason);
  entry.count += count;
  if (trigger.generation) merged.generation = std::max(trigger.generation, merged.generation);
  for (std::string& traceparent : trigger.traceparents) {
    if (traceparent.empty() || merged.traceparents.size() >= kMaxTriggers) continue;
    if (std::find(merged.traceparents.begin(), merged.traceparents.end(), traceparent) != merged.traceparents.end()) {
      continue;
    }
    merged.traceparents.push_back(std::move(traceparent));
  }
}

void WorkQueue::MakeReady(const ObjectKey& key, Entry& entry, TimePoint now) {
  entry.ready_from = now;
  if (processing_.count(key) != 0) return;
  ready_.push_back(key);
  changed_.notify_one();
}

void WorkQueue::Add(const ObjectKey& key, Trigger trigger) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (shut_down_) return;
  const TimePoint now = clock_.Now();
  const auto [it, added] = entries_.try_emplace(key);
  Entry& entry = it->second;
  Merge(entry, std::move(trigger), 1);
  if (entry.delayed) {
    delayed_.erase({entry.due, key});
    entry.delayed = false;
    entry.held = now - *entry.delayed_from;
    MakeReady(key, entry, now);
  } else if (added) {
    MakeReady(key, entry, now);
  }
}

void WorkQueue::AddAfter(const ObjectKey& key, Trigger trigger, Duration delay) {
  if (delay <= Duration::zero()) {
    Add(key, std::move(trigger));
    return;
  }
  const std::lock_guard<std::mutex> lock(mutex_);
  if (!shut_down_) AddDelayed(key, std::move(trigger), 1, delay, clock_.Now());
}

void WorkQueue::AddDelayed(const ObjectKey& key, Trigger trigger, int count, Duration delay, TimePoint now) {
  const auto [it, added] = entries_.try_emplace(key);
  Entry& entry = it->second;
  Merge(entry, std::move(trigger), count);
  if (!added && !entry.delayed) return;  // it is ready, or will be at Done: no need to come again later
  const TimePoint due = delay > TimePoint::max() - now ? TimePoint::max() : now + delay;
  if (entry.delayed) {
    if (entry.due <= due) return;
    delayed_.erase({entry.due, key});
  } else {
    entry.delayed = true;
    entry.delayed_from = now;
  }
  entry.due = due;
  delayed_.insert({due, key});
  changed_.notify_one();
}

// The token bucket of golang.org/x/time/rate: how long until the next token, which is taken.
Duration WorkQueue::Bucket(TimePoint now) {
  if (backoff_.per_second <= 0) return Duration::zero();
  tokens_ = std::min<double>(backoff_.burst, tokens_ + Seconds(now - tokens_at_) * backoff_.per_second);
  tokens_at_ = now;
  tokens_ -= 1;
  if (tokens_ >= 0) return Duration::zero();
  return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(-tokens_ / backoff_.per_second));
}

void WorkQueue::AddFailed(const Request& failed) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (shut_down_) return;
  const ObjectKey key = failed.Key();
  const TimePoint now = clock_.Now();
  const int failures = failures_[key]++;
  const double exponential = Seconds(backoff_.base) * std::pow(2.0, failures);
  Duration delay = backoff_.max;
  if (exponential < Seconds(backoff_.max)) {
    delay = std::chrono::duration_cast<Duration>(std::chrono::duration<double>(exponential));
  }
  AddDelayed(key, Trigger{Reason::kRequeue, failed.triggers, failed.generation}, 1, std::max(delay, Bucket(now)), now);
}

void WorkQueue::Forget(const ObjectKey& key) {
  const std::lock_guard<std::mutex> lock(mutex_);
  failures_.erase(key);
}

int WorkQueue::Failures(const ObjectKey& key) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto found = failures_.find(key);
  return found == failures_.end() ? 0 : found->second;
}

void WorkQueue::TakeDue(TimePoint now) {
  while (!delayed_.empty() && delayed_.begin()->first <= now) {
    const auto [due, key] = *delayed_.begin();
    delayed_.erase(delayed_.begin());
    Entry& entry = entries_.at(key);
    entry.delayed = false;
    entry.held = due - *entry.delayed_from;
    MakeReady(key, entry, due);
  }
}

std::optional<Request> WorkQueue::Get() {
  std::unique_lock<std::mutex> lock(mutex_);
  while (true) {
    const TimePoint now = clock_.Now();
    TakeDue(now);
    if (!ready_.empty()) {
      const ObjectKey key = std::move(ready_.front());
      ready_.pop_front();
      auto node = entries_.extract(key);
      Entry& entry = node.mapped();
      processing_.insert(key);
      const auto failures = failures_.find(key);
      Request request;
      request.ns = key.ns;
      request.name = key.name;
      request.reason = entry.merged.reason;
      request.triggers = std::move(entry.merged.traceparents);
      request.merged = entry.count;
      request.generation = entry.merged.generation;
      request.attempt = 1 + (failures == failures_.end() ? 0 : failures->second);
      request.backoff_seconds = Seconds(entry.held);
      request.ready_seconds = Seconds(now - entry.ready_from);
      return request;
    }
    if (shut_down_) return std::nullopt;
    clock_.WaitUntil(changed_, lock, delayed_.empty() ? TimePoint::max() : delayed_.begin()->first);
  }
}

void WorkQueue::Done(const ObjectKey& key) {
  const std::lock_guard<std::mutex> lock(mutex_);
  processing_.erase(key);
  const auto found = entries_.find(key);
  if (found != entries_.end() && !found->second.delayed) {
    ready_.push_back(key);  // it was added meanwhile; it has been ready since then
    changed_.notify_one();
  }
  if (processing_.empty() && ready_.empty()) drained_.notify_all();
}

void WorkQueue::ShutDown(bool drop_ready) {
  const std::lock_guard<std::mutex> lock(mutex_);
  shut_down_ = true;
  for (const auto& [due, key] : delayed_) entries_.erase(key);
  delayed_.clear();
  if (drop_ready) {
    ready_.clear();
    entries_.clear();
  }
  changed_.notify_all();
}

void WorkQueue::ShutDownWithDrain() {
  ShutDown();
  std::unique_lock<std::mutex> lock(mutex_);
  drained_.wait(lock, [this] { return processing_.empty() && ready_.empty(); });
}

std::size_t WorkQueue::ready() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return ready_.size();
}

std::size_t WorkQueue::delayed() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return delayed_.size();
}

}  // namespace kube
