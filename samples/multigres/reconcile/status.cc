// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/multigres/reconcile/status.h"

#include <spdlog/spdlog.h>

#include "samples/kube/api/owner.h"
#include "samples/multigres/reconcile/invalid_spec.h"

namespace multigres {
namespace {

constexpr std::size_t kLongestMessage = 1024;

void Set(Conditions& conditions, const char* type, bool holds, std::int64_t generation, const std::string& reason,
         const std::string& message) {
  kube::Condition condition;
  condition.type = type;
  condition.status = holds ? "True" : "False";
  condition.reason = reason;
  condition.message = message.substr(0, kLongestMessage);
  condition.observed_generation = generation;
  kube::SetCondition(conditions, condition);
}

}  // namespace

std::string Pods::Text() const {
  return std::to_string(ready) + " of " + std::to_string(wanted) + " pods are ready" +
         (current ? "" : ", of an older spec");
}

void SetReconciled(Conditions& conditions, std::int64_t generation, bool ready, const std::string& reason,
                   const std::string& message) {
  Set(conditions, kReady, ready, generation, reason, message);
  Set(conditions, kProgressing, !ready, generation, reason, message);
  Set(conditions, kDegraded, false, generation, "AsExpected", "the last reconcile succeeded");
}

void SetFailed(Conditions& conditions, std::int64_t generation, const std::string& reason, const std::string& message) {
  if (kube::FindCondition(conditions, kReady) == nullptr) Set(conditions, kReady, false, generation, reason, message);
  Set(conditions, kProgressing, false, generation, reason, message);
  Set(conditions, kDegraded, true, generation, reason, message);
}

void SetDeleting(Conditions& conditions, std::int64_t generation, const std::string& message) {
  Set(conditions, kReady, false, generation, "Deleting", message);
  Set(conditions, kProgressing, true, generation, "Deleting", message);
  Set(conditions, kDegraded, false, generation, "AsExpected", "the last reconcile succeeded");
}

std::string ReasonOf(const std::exception& error) {
  if (dynamic_cast<const InvalidSpec*>(&error) != nullptr) return "InvalidSpec";
  if (dynamic_cast<const kube::OwnershipError*>(&error) != nullptr) return "OwnedByAnother";
  const auto* refused = dynamic_cast<const kube::ApiError*>(&error);
  return refused != nullptr && !refused->reason().empty() ? refused->reason() : "ReconcileFailed";
}

ComponentStatus ReconciledStatus(const ComponentStatus& before, std::int64_t generation, const Pods& pods) {
  ComponentStatus status = before;
  status.observed_generation = generation;
  status.replicas = pods.there;
  status.ready_replicas = pods.ready;
  status.ready = pods.AllReady();
  SetReconciled(status.conditions, generation, status.ready, status.ready ? "AllPodsReady" : "PodsNotReady",
                pods.Text());
  return status;
}

void LogFailure(const char* kind, const kube::ObjectKey& key, const char* what) {
  spdlog::warn("{} {} cannot be reconciled now: {}", kind, key.Text(), what);
}

void LogStatusNotWritten(const char* kind, const kube::ObjectKey& key, const char* what) {
  spdlog::warn("{} {}: its status does not say why the reconcile failed: {}", kind, key.Text(), what);
}

}  // namespace multigres
