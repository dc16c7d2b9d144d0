// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Faults look like the real server's own.
#include "samples/kube/apiserver/rest/faults.h"

#include <thread>
#include <utility>

#include "samples/kube/apiserver/wire/random_text.h"

namespace kube::apiserver {
namespace {

StatusError ErrorOf(const Fault& fault, const RequestInfo& info) {
  const Subject subject{info.group, info.resource};
  switch (fault.status) {
    case 409:
      return Modified(subject, info.name);
    case 429:
      return StatusError(429, "TooManyRequests", "The apiserver is overloaded, please try again later.", Json::object())
          .RetryAfter(fault.retry_after);
    case 503:
      return StatusError(503, "ServiceUnavailable", "the server is currently unable to handle the request",
                         Json::object())
          .RetryAfter(fault.retry_after);
    case 504:
      return StatusError(504, "Timeout", "Timeout: request did not complete within the allotted timeout",
                         Json::object());
    case 500:
      return StatusError(500, "InternalError", "Internal error occurred: injected fault",
                         {{"causes", Json::array({{{"message", "injected fault"}}})}});
    default:
      return StatusError(fault.status, "", "injected fault");
  }
}

}  // namespace

void Faults::Add(Fault fault) {
  const std::lock_guard<std::mutex> lock(mutex_);
  faults_.push_back(std::move(fault));
}

void Faults::Clear() {
  const std::lock_guard<std::mutex> lock(mutex_);
  faults_.clear();
}

std::uint64_t Faults::injected() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return injected_;
}

std::optional<Fault> Faults::Take(const RequestInfo& info, bool watch_running) {
  const std::lock_guard<std::mutex> lock(mutex_);
  for (auto it = faults_.begin(); it != faults_.end(); ++it) {
    const auto matches = [](const std::string& wanted, const std::string& has) {
      return wanted.empty() || wanted == has;
    };
    if (it->drop_watch != watch_running || !matches(it->verb, info.verb) || !matches(it->resource, info.resource) ||
        !matches(it->name, info.name)) {
      continue;
    }
    if (it->probability < 1 && RandomBelow(1000000) >= it->probability * 1000000) continue;
    Fault taken = *it;
    if (it->count > 0 && --it->count == 0) faults_.erase(it);
    ++injected_;
    return taken;
  }
  return std::nullopt;
}

void Faults::Meet(const RequestInfo& info) {
  const std::optional<Fault> fault = Take(info, false);
  if (!fault) return;
  if (fault->latency.count() > 0) std::this_thread::sleep_for(fault->latency);
  if (fault->status != 0) throw ErrorOf(*fault, info);
}

bool Faults::DropsWatch(const RequestInfo& info) { return Take(info, true).has_value(); }

}  // namespace kube::apiserver
