// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The steps of one reconcile. What a failed step means to the person who reads the trace stands before the step.
#include "samples/multigres/reconcile/etcd_reconciler.h"

#include "samples/multigres/build/etcd.h"
#include "samples/multigres/reconcile/invalid_spec.h"
#include "samples/multigres/reconcile/ownership.h"
#include "samples/multigres/reconcile/status.h"

namespace multigres {

kube::Result EtcdReconciler::Reconcile(const kube::Request& req) {
  const KeyLock lock(locks_, Etcd::kKind, req.Key());
  SPANSMITH_ERROR_TEXT("failed to get Etcd CR");
  std::optional<Etcd> found = client_.Get<Etcd>(req.Key());
  SPANSMITH_NOTE(cr.found, found.has_value());
  if (!found) return kube::Result::Done();
  Etcd& etcd = *found;
  SPANSMITH_NOTE(cr.uid, etcd.meta.uid);
  SPANSMITH_NOTE(cr.generation, etcd.generation());
  if (etcd.meta.Deleting()) {
    SPANSMITH_ERROR_TEXT("failed to clean up Etcd");
    return Cleanup(etcd);
  }
  try {
    SPANSMITH_ERROR_TEXT("Etcd cannot be reconciled as it is");
    CheckSpec(etcd);
    SPANSMITH_ERROR_TEXT("failed to add finalizer");
    if (!kube::HasFinalizer(etcd.meta, kFinalizer)) client_.AddFinalizer(etcd, kFinalizer);

    SPANSMITH_ERROR_TEXT("failed to reconcile StatefulSet");
    const kube::StatefulSet workload = ReconcileStatefulSet(etcd);

    SPANSMITH_ERROR_TEXT("failed to reconcile Services");
    ReconcileServices(etcd);

    SPANSMITH_ERROR_TEXT("failed to update status");
    UpdateStatus(etcd, workload);
  } catch (const std::exception& error) {
    ReportFailure(client_, etcd, error);
    throw;
  }
  return ResultOf(etcd.status);
}

void EtcdReconciler::Ensure(Etcd& etcd) {
  const kube::StatefulSet workload = ReconcileStatefulSet(etcd);
  ReconcileServices(etcd);
  UpdateStatus(etcd, workload);
}

kube::StatefulSet EtcdReconciler::ReconcileStatefulSet(const Etcd& etcd) {
  kube::StatefulSet wanted = BuildEtcdStatefulSet(etcd);

  SPANSMITH_ERROR_TEXT("failed to set owner reference");
  kube::SetControllerReference(etcd, wanted);

  SPANSMITH_ERROR_TEXT("failed to create or update StatefulSet");
  return client_.CreateOrUpdate(wanted).object;
}

void EtcdReconciler::ReconcileServices(const Etcd& etcd) {
  kube::Service service = BuildEtcdService(etcd);
  kube::SetControllerReference(etcd, service);
  client_.CreateOrUpdate(service);
}

void EtcdReconciler::UpdateStatus(Etcd& etcd, const kube::StatefulSet& workload) {
  SPANSMITH_ERROR_TEXT("failed to update status");
  const ComponentStatus status = ReconciledStatus(etcd.status, etcd.generation(), PodsOf(workload));
  SPANSMITH_NOTE(status.replicas, status.replicas);
  SPANSMITH_NOTE(status.ready_replicas, status.ready_replicas);
  SPANSMITH_NOTE(status.ready, status.ready);
  WriteStatus(client_, etcd, status);
}

kube::Result EtcdReconciler::Cleanup(Etcd& etcd) {
  SPANSMITH_ERROR_TEXT("failed to delete what belongs to the Etcd");
  DeleteOwned<kube::StatefulSet>(client_, etcd, etcd.meta.name);
  DeleteOwned<kube::Service>(client_, etcd, BuildEtcdService(etcd).meta.name);
  SPANSMITH_ERROR_TEXT("failed to remove finalizer");
  client_.RemoveFinalizer(etcd, kFinalizer);
  return kube::Result::Done();
}

}  // namespace multigres
