// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// client-go's tools/leaderelection, with its Lease.
#include "samples/kube/leader/leader_elector.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "samples/kube/api/time_text.h"
#include "samples/kube/errors/errors.h"

namespace kube {
namespace {

// A renewal is a read and a write; both must be through between the renew deadline and the end of the lease.
ClientOptions OptionsOf(Client& client, const LeaderOptions& leader) {
  ClientOptions options = client.rest().options();
  const auto each = std::max((leader.lease_duration - leader.renew_deadline) / 2, std::chrono::milliseconds(1));
  options.timeout = std::min(options.timeout, each);
  options.retries = 0;
  return options;
}

}  // namespace

LeaderElector::LeaderElector(Client& client, LeaderOptions options, std::function<void()> on_started,
                             std::function<void()> on_stopped, Clock& clock)
    : options_(std::move(options)),
      client_(client.rest().config(), OptionsOf(client, options_)),
      on_started_(std::move(on_started)),
      on_stopped_(std::move(on_stopped)),
      clock_(clock) {
  if (options_.lease_duration <= options_.renew_deadline || options_.renew_deadline <= options_.retry_period ||
      options_.retry_period.count() <= 0 || options_.lease_duration < std::chrono::seconds(1)) {
    throw ConfigError(
        "leader election: expected lease duration (1 s at least) > renew deadline > retry period > 0. To do: correct "
        "them.");
  }
  if (options_.identity.empty() || options_.lease.name.empty()) {
    throw ConfigError("leader election: the identity or the name of the lease is empty. To do: set both.");
  }
  watch_ = clock_.Watch([this] {
    const std::lock_guard<std::mutex> lock(mutex_);
    changed_.notify_all();
  });
}

LeaderElector::~LeaderElector() {
  Stop();
  clock_.Unwatch(watch_);
}

void LeaderElector::Start() {
  if (!thread_.joinable()) thread_ = std::thread([this] { Run(); });
}

void LeaderElector::Stop() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

bool LeaderElector::leading() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return leading_;
}

std::string LeaderElector::holder() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return holder_;
}

void LeaderElector::SetLeading(bool now) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (leading_ == now) return;
    leading_ = now;
  }
  spdlog::info("leader election {}: {} {}", options_.lease.Text(), options_.identity,
               now ? "leads" : "does not lead any more");
  if (now && on_started_) on_started_();
  if (!now && on_stopped_) on_stopped_();
}

void LeaderElector::Run() {
  while (true) {
    const TimePoint asked = clock_.Now();
    if (TryOnce()) {
      renewed_at_ = asked;
      SetLeading(true);
    } else if (leading() && clock_.Now() - renewed_at_ >= options_.renew_deadline) {
      spdlog::error("leader election {}: not renewed for {} ms", options_.lease.Text(),
                    options_.renew_deadline.count());
      SetLeading(false);
    }
    TimePoint next = clock_.Now() + options_.retry_period;
    if (leading()) next = std::min(next, renewed_at_ + Duration(options_.renew_deadline));
    std::unique_lock<std::mutex> lock(mutex_);
    while (!stopping_ && clock_.Now() < next) clock_.WaitUntil(changed_, lock, next);
    if (stopping_) break;
  }
  if (leading()) {
    SetLeading(false);  // first the work ends, then another may begin
    Release();
  }
}

bool LeaderElector::TryOnce() {
  try {
    const auto wall = std::chrono::system_clock::now();
    LeaseSpec wanted;
    wanted.holder_identity = options_.identity;
    wanted.lease_duration_seconds =
        static_cast<int>(std::chrono::ceil<std::chrono::seconds>(options_.lease_duration).count());
    wanted.acquire_time = FormatMicroTime(wall);
    wanted.renew_time = FormatMicroTime(wall);
    wanted.lease_transitions = 0;
    std::optional<Lease> found = client_.Get<Lease>(options_.lease);
    if (!found) {
      Lease fresh;
      fresh.meta.ns = options_.lease.ns;
      fresh.meta.name = options_.lease.name;
      fresh.spec = wanted;
      lease_ = client_.Create(fresh);
    } else {
      const std::string holder = found->spec.holder_identity.value_or("");
      if (found->meta.resource_version != seen_version_) {
        seen_version_ = found->meta.resource_version;
        seen_at_ = clock_.Now();
      }
      const bool mine = holder == options_.identity;
      {
        const std::lock_guard<std::mutex> lock(mutex_);
        holder_ = holder;
      }
      const std::chrono::seconds duration(found->spec.lease_duration_seconds.value_or(0));
      if (!mine && leading()) SetLeading(false);  // another took it
      if (!mine && !holder.empty() && clock_.Now() < seen_at_ + duration) return false;
      wanted.lease_transitions = found->spec.lease_transitions.value_or(0) + (mine ? 0 : 1);
      if (mine) wanted.acquire_time = found->spec.acquire_time;
      found->spec = wanted;
      lease_ = client_.Update(*found);
    }
    seen_version_ = lease_->meta.resource_version;
    seen_at_ = clock_.Now();
    const std::lock_guard<std::mutex> lock(mutex_);
    holder_ = options_.identity;
    return true;
  } catch (const Conflict& error) {
    spdlog::debug("leader election {}: another was faster: {}", options_.lease.Text(), error.what());
  } catch (const AlreadyExists& error) {
    spdlog::debug("leader election {}: another was faster: {}", options_.lease.Text(), error.what());
  } catch (const std::exception& error) {
    spdlog::warn("leader election {}: {}", options_.lease.Text(), error.what());
  }
  return false;
}

void LeaderElector::Release() {
  try {
    lease_->spec.holder_identity = "";
    lease_->spec.lease_duration_seconds = 1;
    lease_->spec.renew_time = FormatMicroTime(std::chrono::system_clock::now());
    client_.Update(*lease_);
    const std::lock_guard<std::mutex> lock(mutex_);
    holder_.clear();
  } catch (const std::exception& error) {
    spdlog::warn("leader election {}: the lease could not be given back: {}", options_.lease.Text(), error.what());
  }
}

}  // namespace kube
