// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a reconcile came to, when it did not throw.
#ifndef SAMPLES_KUBE_CONTROLLER_RESULT_H_
#define SAMPLES_KUBE_CONTROLLER_RESULT_H_

#include <optional>
#include <string>

#include "samples/kube/queue/clock.h"

namespace kube {

struct Result {
  std::optional<Duration> requeue_after;
  std::string trigger;  // traceparent of the reconcile that asked for the next one

  // Nothing more to do until something changes.
  static Result Done() { return {}; }
  // Once more, after that time. Called inside the reconcile, so that the next one links back to it.
  static Result RequeueAfter(Duration delay);

  const char* Outcome() const { return requeue_after ? "requeued" : "done"; }
  std::optional<double> RequeueSeconds() const {
    if (!requeue_after) return std::nullopt;
    return std::chrono::duration<double>(*requeue_after).count();
  }
};

}  // namespace kube

#endif  // SAMPLES_KUBE_CONTROLLER_RESULT_H_
