// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The steps of one reconcile. What a failed step means to the person who reads the trace stands before the step.
#include "samples/multigres/reconcile/pooler_reconciler.h"

#include "samples/multigres/build/pooler.h"
#include "samples/multigres/reconcile/invalid_spec.h"
#include "samples/multigres/reconcile/ownership.h"
#include "samples/multigres/reconcile/status.h"

namespace multigres {

kube::Result PoolerReconciler::Reconcile(const kube::Request& req) {
  const KeyLock lock(locks_, MultiPooler::kKind, req.Key());
  SPANSMITH_ERROR_TEXT("failed to get MultiPooler CR");
  std::optional<MultiPooler> found = client_.Get<MultiPooler>(req.Key());
  SPANSMITH_NOTE(cr.found, found.has_value());
  if (!found) return kube::Result::Done();
  MultiPooler& pooler = *found;
  SPANSMITH_NOTE(cr.uid, pooler.meta.uid);
  SPANSMITH_NOTE(cr.generation, pooler.generation());
  if (pooler.meta.Deleting()) {
    SPANSMITH_ERROR_TEXT("failed to clean up MultiPooler");
    return Cleanup(pooler);
  }
  try {
    SPANSMITH_ERROR_TEXT("MultiPooler cannot be reconciled as it is");
    CheckSpec(pooler);
    SPANSMITH_ERROR_TEXT("failed to add finalizer");
    if (!kube::HasFinalizer(pooler.meta, kFinalizer)) client_.AddFinalizer(pooler, kFinalizer);

    SPANSMITH_ERROR_TEXT("failed to reconcile StatefulSet");
    const kube::StatefulSet workload = ReconcileStatefulSet(pooler);

    SPANSMITH_ERROR_TEXT("failed to reconcile Services");
    ReconcileServices(pooler);

    SPANSMITH_ERROR_TEXT("failed to update status");
    UpdateStatus(pooler, workload);
  } catch (const std::exception& error) {
    ReportFailure(client_, pooler, error);
    throw;
  }
  return ResultOf(pooler.status);
}

void PoolerReconciler::Ensure(MultiPooler& pooler) {
  const kube::StatefulSet workload = ReconcileStatefulSet(pooler);
  ReconcileServices(pooler);
  UpdateStatus(pooler, workload);
}

kube::StatefulSet PoolerReconciler::ReconcileStatefulSet(const MultiPooler& pooler) {
  kube::StatefulSet wanted = BuildPoolerStatefulSet(pooler);

  SPANSMITH_ERROR_TEXT("failed to set owner reference");
  kube::SetControllerReference(pooler, wanted);

  SPANSMITH_ERROR_TEXT("failed to create or update StatefulSet");
  return client_.CreateOrUpdate(wanted).object;
}

void PoolerReconciler::ReconcileServices(const MultiPooler& pooler) {
  kube::Service service = BuildPoolerService(pooler);
  kube::SetControllerReference(pooler, service);
  client_.CreateOrUpdate(service);
}

void PoolerReconciler::UpdateStatus(MultiPooler& pooler, const kube::StatefulSet& workload) {
  SPANSMITH_ERROR_TEXT("failed to update status");
  const ComponentStatus status = ReconciledStatus(pooler.status, pooler.generation(), PodsOf(workload));
  SPANSMITH_NOTE(status.replicas, status.replicas);
  SPANSMITH_NOTE(status.ready_replicas, status.ready_replicas);
  SPANSMITH_NOTE(status.ready, status.ready);
  WriteStatus(client_, pooler, status);
}

kube::Result PoolerReconciler::Cleanup(MultiPooler& pooler) {
  SPANSMITH_ERROR_TEXT("failed to delete what belongs to the MultiPooler");
  DeleteOwned<kube::StatefulSet>(client_, pooler, pooler.meta.name);
  DeleteOwned<kube::Service>(client_, pooler, BuildPoolerService(pooler).meta.name);
  SPANSMITH_ERROR_TEXT("failed to remove finalizer");
  client_.RemoveFinalizer(pooler, kFinalizer);
  return kube::Result::Done();
}

}  // namespace multigres
