// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Triggers in, reconciles out.
#include "samples/kube/controller/controller.h"

#include <spdlog/spdlog.h>

#include <exception>

namespace kube {
namespace {

std::string TraceparentOn(const ObjectMeta& meta) {
  const auto found = meta.annotations.find(kTraceparentAnnotation);
  return found == meta.annotations.end() ? "" : found->second;
}

}  // namespace

Controller::Controller(std::string name, Reconciler reconciler, ControllerOptions options, Clock& clock)
    : name_(std::move(name)), reconciler_(std::move(reconciler)), options_(options), queue_(options.backoff, clock) {}

Controller::~Controller() {
  queue_.ShutDown(true);
  for (std::thread& worker : workers_) worker.join();
}

bool Controller::Skips(const ObjectMeta& previous, const ObjectMeta& object) const {
  return options_.skip_status_updates && object.generation && previous.generation == object.generation &&
         previous.uid == object.uid && previous.labels == object.labels && previous.annotations == object.annotations &&
         previous.finalizers == object.finalizers && previous.deletion_timestamp == object.deletion_timestamp;
}

Trigger Controller::TriggerOf(Reason reason, const ObjectMeta& object, const ObjectMeta* previous, bool own) {
  Trigger trigger;
  trigger.reason = reason;
  if (own) trigger.generation = object.generation;
  std::string traceparent;
  SPANSMITH_INJECT(traceparent);
  if (!traceparent.empty()) trigger.traceparents.push_back(traceparent);
  const std::string written_by = TraceparentOn(object);
  if (!written_by.empty() && (previous == nullptr || TraceparentOn(*previous) != written_by)) {
    trigger.traceparents.push_back(written_by);
  }
  return trigger;
}

void Controller::Start() {
  if (!workers_.empty()) return;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    running_ = std::max(options_.workers, 1);
  }
  for (int i = 0; i < std::max(options_.workers, 1); ++i) workers_.emplace_back([this] { Work(); });
}

bool Controller::Stop(std::chrono::milliseconds patience) {
  queue_.ShutDown(true);
  std::unique_lock<std::mutex> lock(mutex_);
  const bool ended = ended_.wait_for(lock, patience, [this] { return running_ == 0; });
  if (!ended) {
    spdlog::warn("controller {}: {} reconciles still run after {} ms", name_, running_, patience.count());
  }
  return ended;
}

void Controller::Work() {
  while (std::optional<Request> request = queue_.Get()) RunOne(std::move(*request));
  const std::lock_guard<std::mutex> lock(mutex_);
  --running_;
  ended_.notify_all();
}

void Controller::RunOne(Request request) {
  request.writes = std::make_shared<WriteTally>();
  const ObjectKey key = request.Key();
  const auto failed = [&](const char* what) {
    spdlog::error("controller {}: reconcile of {} failed (attempt {}, reason {}): {}", name_, key.Text(),
                  request.attempt, request.ReasonText(), what);
    queue_.AddFailed(request);
  };
  try {
    const TallyScope scope(request.writes);
    const Result result = reconciler_(request);
    queue_.Forget(key);
    if (result.requeue_after) {
      queue_.AddAfter(key, Trigger{Reason::kRequeue, {result.trigger}, request.generation}, *result.requeue_after);
    }
  } catch (const TerminalError& error) {
    spdlog::error("controller {}: reconcile of {} failed and waits for a change of it: {}", name_, key.Text(),
                  error.what());
    queue_.Forget(key);
  } catch (const std::exception& error) {
    failed(error.what());
  } catch (...) {
    failed("something that is no std::exception was thrown");
  }
  queue_.Done(key);
}

}  // namespace kube
