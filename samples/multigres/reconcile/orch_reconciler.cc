// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The steps of one reconcile. What a failed step means to the person who reads the trace stands before the step.
#include "samples/multigres/reconcile/orch_reconciler.h"

#include "samples/multigres/build/orch.h"
#include "samples/multigres/reconcile/invalid_spec.h"
#include "samples/multigres/reconcile/ownership.h"
#include "samples/multigres/reconcile/status.h"

namespace multigres {

kube::Result OrchReconciler::Reconcile(const kube::Request& req) {
  const KeyLock lock(locks_, MultiOrch::kKind, req.Key());
  SPANSMITH_ERROR_TEXT("failed to get MultiOrch CR");
  std::optional<MultiOrch> found = client_.Get<MultiOrch>(req.Key());
  SPANSMITH_NOTE(cr.found, found.has_value());
  if (!found) return kube::Result::Done();
  MultiOrch& orch = *found;
  SPANSMITH_NOTE(cr.uid, orch.meta.uid);
  SPANSMITH_NOTE(cr.generation, orch.generation());
  if (orch.meta.Deleting()) {
    SPANSMITH_ERROR_TEXT("failed to clean up MultiOrch");
    return Cleanup(orch);
  }
  try {
    SPANSMITH_ERROR_TEXT("MultiOrch cannot be reconciled as it is");
    CheckSpec(orch);
    SPANSMITH_ERROR_TEXT("failed to add finalizer");
    if (!kube::HasFinalizer(orch.meta, kFinalizer)) client_.AddFinalizer(orch, kFinalizer);

    SPANSMITH_ERROR_TEXT("failed to reconcile Deployment");
    const kube::Deployment workload = ReconcileDeployment(orch);

    SPANSMITH_ERROR_TEXT("failed to update status");
    UpdateStatus(orch, workload);
  } catch (const std::exception& error) {
    ReportFailure(client_, orch, error);
    throw;
  }
  return ResultOf(orch.status);
}

void OrchReconciler::Ensure(MultiOrch& orch) {
  const kube::Deployment workload = ReconcileDeployment(orch);

  UpdateStatus(orch, workload);
}

kube::Deployment OrchReconciler::ReconcileDeployment(const MultiOrch& orch) {
  kube::Deployment wanted = BuildOrchDeployment(orch);

  SPANSMITH_ERROR_TEXT("failed to set owner reference");
  kube::SetControllerReference(orch, wanted);

  SPANSMITH_ERROR_TEXT("failed to create or update Deployment");
  return client_.CreateOrUpdate(wanted).object;
}

void OrchReconciler::UpdateStatus(MultiOrch& orch, const kube::Deployment& workload) {
  SPANSMITH_ERROR_TEXT("failed to update status");
  const ComponentStatus status = ReconciledStatus(orch.status, orch.generation(), PodsOf(workload));
  SPANSMITH_NOTE(status.replicas, status.replicas);
  SPANSMITH_NOTE(status.ready_replicas, status.ready_replicas);
  SPANSMITH_NOTE(status.ready, status.ready);
  WriteStatus(client_, orch, status);
}

kube::Result OrchReconciler::Cleanup(MultiOrch& orch) {
  SPANSMITH_ERROR_TEXT("failed to delete what belongs to the MultiOrch");
  DeleteOwned<kube::Deployment>(client_, orch, orch.meta.name);

  SPANSMITH_ERROR_TEXT("failed to remove finalizer");
  client_.RemoveFinalizer(orch, kFinalizer);
  return kube::Result::Done();
}

}  // namespace multigres
