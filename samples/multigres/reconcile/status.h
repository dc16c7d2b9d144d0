// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a status says, and when it is written: only if it differs from what is there, so that an operator at rest writes
// nothing. Conditions: Ready, Progressing, Degraded, always all three, each with reason, message and generation.
#ifndef SAMPLES_MULTIGRES_RECONCILE_STATUS_H_
#define SAMPLES_MULTIGRES_RECONCILE_STATUS_H_

#include <chrono>
#include <cstdint>
#include <exception>
#include <string>
#include <vector>

#include "samples/kube/api/condition.h"
#include "samples/kube/api/fields.h"
#include "samples/kube/client/client.h"
#include "samples/kube/controller/result.h"
#include "samples/multigres/api/custom_resource.h"

namespace multigres {

// After this long what is not ready is looked at once more, in case no event has said that it is.
inline constexpr std::chrono::seconds kLookAgain{30};
// The same for what is being deleted and waits for others to go.
inline constexpr std::chrono::seconds kLookAgainDeleting{5};

// How far a workload is, as far as its own controller says.
struct Pods {
  int wanted = 0;
  int there = 0;
  int ready = 0;
  bool current = false;  // these numbers are about the newest spec

  bool AllReady() const { return current && ready == wanted; }
  std::string Text() const;  // "2 of 3 pods are ready"
};

template <typename Workload>
Pods PodsOf(const Workload& workload) {
  return {workload.spec.replicas, workload.status.replicas, workload.status.ready_replicas,
          workload.status.observed_generation >= workload.meta.generation.value_or(0)};
}

using Conditions = std::vector<kube::Condition>;

// Reconciled, and as ready as `ready` says.
void SetReconciled(Conditions& conditions, std::int64_t generation, bool ready, const std::string& reason,
                   const std::string& message);
// Something failed: Degraded says what; whether it is ready is as before, for what runs goes on.
void SetFailed(Conditions& conditions, std::int64_t generation, const std::string& reason, const std::string& message);
void SetDeleting(Conditions& conditions, std::int64_t generation, const std::string& message);

// "InvalidSpec", "OwnedByAnother", "ReconcileFailed" or the API server's own word ("Forbidden").
std::string ReasonOf(const std::exception& error);

// The status of a component whose objects are in place.
ComponentStatus ReconciledStatus(const ComponentStatus& before, std::int64_t generation, const Pods& pods);

// Throws kube::Conflict if the object has changed since it was read. False: nothing to write.
template <typename T>
bool WriteStatus(kube::Client& client, T& object, const typename T::Status& status) {
  if (kube::FieldWriter::Write(status) == kube::FieldWriter::Write(object.status)) return false;
  object.status = status;
  object = client.UpdateStatus(object);
  return true;
}

// Logged while the reconcile's span is open, so that the line carries its ids.
void LogFailure(const char* kind, const kube::ObjectKey& key, const char* what);
void LogStatusNotWritten(const char* kind, const kube::ObjectKey& key, const char* what);

// Puts the failure into the status; that this fails too is logged, for the failure itself matters more. A conflict is
// not worth a status: the next attempt has the newer object.
template <typename T>
void ReportFailure(kube::Client& client, T& object, const std::exception& error) {
  LogFailure(T::kKind, object.meta.Key(), error.what());
  if (dynamic_cast<const kube::Conflict*>(&error) != nullptr) return;
  try {
    typename T::Status status = object.status;
    SetFailed(status.conditions, object.generation(), ReasonOf(error), error.what());
    WriteStatus(client, object, status);
  } catch (const std::exception& second) {
    LogStatusNotWritten(T::kKind, object.meta.Key(), second.what());
  }
}

// Done if it is ready; else once more later.
template <typename Status>
kube::Result ResultOf(const Status& status) {
  return status.ready ? kube::Result::Done() : kube::Result::RequeueAfter(kLookAgain);
}

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_RECONCILE_STATUS_H_
