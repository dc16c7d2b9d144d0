// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// client-go's Reflector, without its streaming list.
#include "samples/kube/informer/reflector.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <random>
#include <utility>

#include "samples/kube/errors/errors.h"

namespace kube {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int kFailuresBeforeList = 3;
constexpr std::chrono::seconds kShortWatch{1};  // one that ends so soon without an event is a failure

// Doubles, with jitter so that many clients do not come back at once.
class Backoff {
 public:
  explicit Backoff(const ReflectorOptions& options) : options_(options), next_(options.min_backoff) {}
  void Reset() { next_ = options_.min_backoff; }
  std::chrono::milliseconds Next() {
    std::uniform_real_distribution<double> jitter(1.0, 2.0);
    const double wait = static_cast<double>(next_.count()) * jitter(random_);
    next_ = std::min(next_ * 2, options_.max_backoff);
    return std::chrono::milliseconds(static_cast<std::int64_t>(wait));
  }

 private:
  const ReflectorOptions& options_;
  std::chrono::milliseconds next_;
  std::minstd_rand random_{std::random_device{}()};
};

class Loop {
 public:
  Loop(RestClient& client, const ResourceType& type, const ReflectorOptions& options, ReflectorSink& sink,
       const std::stop_token& stop)
      : client_(client), type_(type), options_(options), sink_(sink), stop_(stop), backoff_(options) {}

  void Run() {
    while (!stop_.stop_requested()) {
      try {
        if (version_.empty()) List();
        Watch();
        continue;
      } catch (const Cancelled&) {
        if (stop_.stop_requested()) return;
        Failed("the client was stopped");
      } catch (const Gone& error) {
        spdlog::info("informer of {}: {}; listing again", type_.plural, error.what());
        version_.clear();
        if (++gone_in_a_row_ == 1) continue;  // at once, but not for ever
      } catch (const std::exception& error) {
        Failed(error.what());
      }
      Wait();
    }
  }

 private:
  void List() {
    ListOptions options;
    options.label_selector = options_.label_selector;
    options.page_size = options_.page_size;
    ListResult listed = client_.List(type_, options_.ns, options);
    sink_.OnList(std::move(listed.items));
    version_ = std::move(listed.resource_version);
    if (version_.empty()) throw ProtocolError(std::string("the list of ") + type_.plural + " has no resourceVersion");
    failures_ = 0;
  }

  void Watch() {
    WatchOptions options;
    options.label_selector = options_.label_selector;
    options.resource_version = version_;
    options.duration = options_.watch_duration;
    bool told = false;
    const SteadyClock::time_point begin = SteadyClock::now();
    client_.Watch(
        type_, options_.ns, options,
        [&](WatchEvent event) {
          const std::string version = VersionOf(event.object);
          if (event.type != WatchEvent::Type::kBookmark) sink_.OnEvent(std::move(event));
          if (!version.empty()) version_ = version;
          told = true;
          failures_ = 0;
          gone_in_a_row_ = 0;
          backoff_.Reset();
        },
        stop_);
    if (!told && SteadyClock::now() - begin < kShortWatch && !stop_.stop_requested()) {
      throw ProtocolError("the watch ended at once, without an event");
    }
    spdlog::debug("informer of {}: the watch ended, going on from {}", type_.plural, version_);
  }

  static std::string VersionOf(const Json& object) {
    const auto meta = object.find("metadata");
    if (meta == object.end() || !meta->is_object()) return "";
    const auto version = meta->find("resourceVersion");
    return version != meta->end() && version->is_string() ? version->get<std::string>() : "";
  }

  void Failed(const std::string& what) {
    spdlog::warn("informer of {}: {}", type_.plural, what);
    if (!version_.empty() && ++failures_ >= kFailuresBeforeList) {
      version_.clear();  // perhaps it is the version that the server cannot serve
      failures_ = 0;
    }
  }

  void Wait() {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock<std::mutex> lock(mutex);
    never.wait_for(lock, stop_, backoff_.Next(), [] { return false; });
  }

  RestClient& client_;
  const ResourceType& type_;
  const ReflectorOptions& options_;
  ReflectorSink& sink_;
  const std::stop_token stop_;
  Backoff backoff_;
  std::string version_;  // empty: to be listed
  int failures_ = 0;
  int gone_in_a_row_ = 0;
};

}  // namespace

void Reflect(RestClient& client, const ResourceType& type, const ReflectorOptions& options, ReflectorSink& sink,
             const std::stop_token& stop) {
  Loop(client, type, options, sink, stop).Run();
}

}  // namespace kube
