// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See job_queue.h.
#include "controller/job_queue.h"

#include <spansmith/metrics.h>
#include <spdlog/spdlog.h>

#include <utility>

namespace vmafx {
namespace {

const spansmith::Counter submitted("vmafx.jobs.submitted", {"{job}", "Jobs taken in."});
const spansmith::Counter finished("vmafx.jobs.finished", {"{job}", "Jobs with a result."});
const spansmith::Counter lost("vmafx.jobs.requeued", {"{job}", "Attempts whose node was lost."});
const spansmith::Histogram waited("vmafx.queue.wait", {"s", "From queued to pulled."},
                                  {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60});

}  // namespace

std::string JobQueue::Submit(const v1::Job& job) {
  Entry entry;
  entry.job = job;
  {
    const std::lock_guard lock(mutex_);
    entry.state.set_id("job-" + std::to_string(++last_));
  }
  entry.state.set_state("queued");
  const std::string id = entry.state.id();
  submitted.Add(1);
  spdlog::info("{} is queued: {}x{}, {} frames", id, job.width(), job.height(), job.frames());
  Enqueue(std::move(entry));
  return id;
}

void JobQueue::Enqueue(Entry entry) {
  SPANSMITH_INJECT(entry.traceparent);
  const std::lock_guard lock(mutex_);
  entry.queued = Clock::now();
  const std::string id = entry.state.id();
  waiting_.push_back(id);
  jobs_[id] = std::move(entry);
  changed_.notify_one();
}

std::optional<v1::WorkItem> JobQueue::Pull(const std::string& node, std::chrono::milliseconds wait) {
  std::string poll;
  SPANSMITH_INJECT(poll);
  std::unique_lock lock(mutex_);
  if (!changed_.wait_for(lock, wait, [this] { return !waiting_.empty(); })) return std::nullopt;
  Entry& entry = jobs_[waiting_.front()];
  waiting_.pop_front();
  return Assign(entry, node, poll);
}

v1::WorkItem JobQueue::Assign(Entry& entry, const std::string& node, [[maybe_unused]] const std::string& poll) {
  const auto now = Clock::now();
  entry.leased_until = now + lease_;
  entry.state.set_state("running");
  entry.state.set_node(node);
  entry.state.set_attempt(entry.state.attempt() + 1);
  v1::WorkItem item;
  item.set_job_id(entry.state.id());
  *item.mutable_job() = entry.job;
  item.set_attempt(entry.state.attempt());
  item.set_queue_wait_ms(std::chrono::duration_cast<std::chrono::milliseconds>(now - entry.queued).count());
  SPANSMITH_INJECT(*item.mutable_traceparent());
  waited.Record(std::chrono::duration<double>(now - entry.queued).count());
  spdlog::info("{} goes to {}, attempt {}", entry.state.id(), node, entry.state.attempt());
  return item;
}

bool JobQueue::Report(const v1::Result& result) {
  const std::lock_guard lock(mutex_);
  const auto found = jobs_.find(result.job_id());
  if (found == jobs_.end()) return false;
  v1::JobState& state = found->second.state;
  if (state.state() != "running" || state.attempt() != result.attempt()) {
    spdlog::warn("{} of {}, attempt {}, comes too late", result.job_id(), result.node(), result.attempt());
    return false;
  }
  state.set_state("done");
  state.set_psnr_db(result.psnr_db());
  state.set_ssim(result.ssim());
  finished.Add(1, {{"vmafx.node", result.node()}});
  spdlog::info("{} is done by {}: PSNR {:.3f} dB, SSIM {:.5f}", result.job_id(), result.node(), result.psnr_db(),
               result.ssim());
  return true;
}

std::optional<v1::JobState> JobQueue::Find(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const auto found = jobs_.find(id);
  if (found == jobs_.end()) return std::nullopt;
  return found->second.state;
}

void JobQueue::ExpireLeases() {
  const std::lock_guard lock(mutex_);
  const auto now = Clock::now();
  for (auto& [id, entry] : jobs_) {
    if (entry.state.state() == "running" && entry.leased_until <= now) GiveUp(entry);
  }
}

std::string JobQueue::GiveUp(Entry& entry) {
  std::string why = entry.state.node() + " did not report within " + std::to_string(lease_.count()) + " ms";
  entry.state.set_state("queued");
  entry.queued = Clock::now();
  waiting_.push_front(entry.state.id());
  lost.Add(1, {{"vmafx.node", entry.state.node()}});
  spdlog::warn("{} is queued again: {}", entry.state.id(), why);
  changed_.notify_one();
  return why;
}

std::size_t JobQueue::depth() const {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

}  // namespace vmafx
