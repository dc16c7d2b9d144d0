// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Why an object is to be reconciled, and what a reconcile is told.
#ifndef SAMPLES_KUBE_QUEUE_TRIGGER_H_
#define SAMPLES_KUBE_QUEUE_TRIGGER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "samples/kube/api/resource_type.h"
#include "samples/kube/tally/write_tally.h"

namespace kube {

// In this order: of several merged into one reconcile, the first here is its reason.
enum class Reason { kDeleted, kCreated, kUpdated, kDependent, kRequeue, kResync };
const char* ToString(Reason reason);  // "deleted" ...

struct Trigger {
  Reason reason = Reason::kUpdated;
  std::vector<std::string> traceparents;   // W3C, of what it came from; empty ones are none
  std::optional<std::int64_t> generation;  // the object's, if known
};

// What a reconciler gets. Copyable.
struct Request {
  std::string ns;
  std::string name;
  Reason reason = Reason::kUpdated;
  std::vector<std::string> triggers;       // traceparents of all triggers merged into this, oldest first, 128 at most
  int merged = 1;                          // how many triggers
  std::optional<std::int64_t> generation;  // the newest that a trigger knew
  int attempt = 1;                         // 1 plus the failures before it
  double backoff_seconds = 0;              // held back on purpose
  double ready_seconds = 0;                // waited for a worker
  std::shared_ptr<WriteTally> writes;      // counted by the client; null outside a controller

  ObjectKey Key() const { return {ns, name}; }
  const char* ReasonText() const { return ToString(reason); }
  std::optional<int> Writes() const { return writes ? std::optional<int>(writes->count()) : std::nullopt; }
};

}  // namespace kube

#endif  // SAMPLES_KUBE_QUEUE_TRIGGER_H_
