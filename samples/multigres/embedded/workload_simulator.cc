// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A thread for each of the two kinds watches; one more writes, and tries again what failed.
#include "samples/multigres/embedded/workload_simulator.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <limits>
#include <map>
#include <mutex>
#include <set>
#include <stop_token>
#include <string_view>
#include <thread>
#include <tuple>
#include <vector>

#include "samples/kube/api/workloads.h"
#include "samples/multigres/embedded/kubectl.h"

namespace multigres {
namespace {

constexpr std::chrono::milliseconds kAfterFailure{50};

// What decides about a workload's status.
struct Seen {
  std::int64_t generation = 0;
  int wanted = 0;
  std::int64_t said_generation = -1;
  int said_ready = -1;
};

Seen Read(const kube::Json& object) {
  Seen seen;
  seen.generation = object["metadata"].value("generation", std::int64_t{0});
  seen.wanted = object.value("spec", kube::Json::object()).value("replicas", 1);
  const kube::Json status = object.value("status", kube::Json::object());
  seen.said_generation = status.value("observedGeneration", std::int64_t{-1});
  seen.said_ready = status.value("readyReplicas", 0);
  return seen;
}

}  // namespace

class WorkloadSimulator::Impl {
 public:
  explicit Impl(const std::string& url) : url_(url), kubectl_(url), transport_(kube::TransportOptions{}) {
    for (const kube::ResourceType* type : {&kSets, &kDeployments}) {
      threads_.emplace_back([this, type](const std::stop_token& stop) { Watch(*type, stop); });
    }
    threads_.emplace_back([this](const std::stop_token& stop) { Write(stop); });
  }

  ~Impl() {
    for (std::jthread& thread : threads_) thread.request_stop();
    transport_.Stop();
    const std::lock_guard<std::mutex> lock(mutex_);  // not between a thread's look and its wait
    changed_.notify_all();
  }

  void SetMostReady(int pods) {
    const std::lock_guard<std::mutex> lock(mutex_);
    most_ready_ = pods;
    for (const auto& [key, seen] : workloads_) due_.insert(key);
    changed_.notify_all();
  }

 private:
  static constexpr kube::ResourceType kSets = kube::StatefulSet::kResource;
  static constexpr kube::ResourceType kDeployments = kube::Deployment::kResource;
  using Key = std::pair<const kube::ResourceType*, kube::ObjectKey>;

  void Watch(const kube::ResourceType& type, const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      std::string pending;
      kube::HttpRequest request;
      request.url = url_ + type.Path({"", ""}) + "?watch=true&timeoutSeconds=300";
      request.timeout = std::chrono::minutes(6);
      try {
        transport_.Stream(
            request,
            [&](std::string_view data) {
              pending += data;
              for (std::size_t end = pending.find('\n'); end != std::string::npos; end = pending.find('\n')) {
                Take(type, kube::Json::parse(pending.substr(0, end), nullptr, false));
                pending.erase(0, end + 1);
              }
            },
            stop);
      } catch (const std::exception&) {
        // The server is away or ends: what exists is told again by the next watch.
      }
      Wait(stop);
    }
  }

  void Take(const kube::ResourceType& type, const kube::Json& event) {
    if (!event.is_object() || !event.contains("object") || !event["object"].contains("metadata")) return;
    const kube::Json& object = event["object"];
    const kube::Json& meta = object["metadata"];
    const Key key{&type, {meta.value("namespace", ""), meta.value("name", "")}};
    const std::string kind = event.value("type", "");
    const std::lock_guard<std::mutex> lock(mutex_);
    if (kind == "DELETED") {
      workloads_.erase(key);
      due_.erase(key);
    } else if (kind == "ADDED" || kind == "MODIFIED") {
      workloads_[key] = Read(object);
      due_.insert(key);
      changed_.notify_all();
    }
  }

  void Write(const std::stop_token& stop) {
    std::unique_lock<std::mutex> lock(mutex_);
    while (true) {
      changed_.wait(lock, [&] { return stop.stop_requested() || !due_.empty(); });
      if (stop.stop_requested()) return;
      const Key key = *due_.begin();
      due_.erase(due_.begin());
      const auto found = workloads_.find(key);
      if (found == workloads_.end()) continue;
      const Seen seen = found->second;
      const int ready = std::min(seen.wanted, most_ready_);
      if (seen.said_generation == seen.generation && seen.said_ready == ready) continue;
      lock.unlock();
      const bool written = Say(key, seen, ready);
      if (!written) Wait(stop);
      lock.lock();
      if (!written && workloads_.count(key) != 0) due_.insert(key);
    }
  }

  bool Say(const Key& key, const Seen& seen, int ready) {
    const kube::Json patch = {{"status",
                               {{"observedGeneration", seen.generation},
                                {"replicas", seen.wanted},
                                {"readyReplicas", ready},
                                {"updatedReplicas", seen.wanted},
                                {"availableReplicas", ready}}}};
    try {
      kubectl_.Patch(*key.first, key.second, patch, "status");
      return true;
    } catch (const std::exception&) {
      return false;
    }
  }

  void Wait(const std::stop_token& stop) {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait_for(lock, kAfterFailure, [&] { return stop.stop_requested(); });
  }

  const std::string url_;
  Kubectl kubectl_;
  kube::Transport transport_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<Key, Seen> workloads_;
  std::set<Key> due_;
  int most_ready_ = std::numeric_limits<int>::max();
  std::vector<std::jthread> threads_;
};

WorkloadSimulator::WorkloadSimulator(const std::string& url) : impl_(std::make_unique<Impl>(url)) {}
WorkloadSimulator::~WorkloadSimulator() = default;
void WorkloadSimulator::SetMostReady(int pods) { impl_->SetMostReady(pods); }

}  // namespace multigres
