// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The steps of one reconcile. What a failed step means to the person who reads the trace stands before the step.
#include "samples/multigres/reconcile/gateway_reconciler.h"

#include "samples/multigres/build/gateway.h"
#include "samples/multigres/reconcile/invalid_spec.h"
#include "samples/multigres/reconcile/ownership.h"
#include "samples/multigres/reconcile/status.h"

namespace multigres {

kube::Result GatewayReconciler::Reconcile(const kube::Request& req) {
  const KeyLock lock(locks_, MultiGateway::kKind, req.Key());
  SPANSMITH_ERROR_TEXT("failed to get MultiGateway CR");
  std::optional<MultiGateway> found = client_.Get<MultiGateway>(req.Key());
  SPANSMITH_NOTE(cr.found, found.has_value());
  if (!found) return kube::Result::Done();
  MultiGateway& gateway = *found;
  SPANSMITH_NOTE(cr.uid, gateway.meta.uid);
  SPANSMITH_NOTE(cr.generation, gateway.generation());
  if (gateway.meta.Deleting()) {
    SPANSMITH_ERROR_TEXT("failed to clean up MultiGateway");
    return Cleanup(gateway);
  }
  try {
    SPANSMITH_ERROR_TEXT("MultiGateway cannot be reconciled as it is");
    CheckSpec(gateway);
    SPANSMITH_ERROR_TEXT("failed to add finalizer");
    if (!kube::HasFinalizer(gateway.meta, kFinalizer)) client_.AddFinalizer(gateway, kFinalizer);

    SPANSMITH_ERROR_TEXT("failed to reconcile Deployment");
    const kube::Deployment workload = ReconcileDeployment(gateway);

    SPANSMITH_ERROR_TEXT("failed to update status");
    UpdateStatus(gateway, workload);
  } catch (const std::exception& error) {
    ReportFailure(client_, gateway, error);
    throw;
  }
  return ResultOf(gateway.status);
}

void GatewayReconciler::Ensure(MultiGateway& gateway) {
  const kube::Deployment workload = ReconcileDeployment(gateway);

  UpdateStatus(gateway, workload);
}

kube::Deployment GatewayReconciler::ReconcileDeployment(const MultiGateway& gateway) {
  kube::Deployment wanted = BuildGatewayDeployment(gateway);

  SPANSMITH_ERROR_TEXT("failed to set owner reference");
  kube::SetControllerReference(gateway, wanted);

  SPANSMITH_ERROR_TEXT("failed to create or update Deployment");
  return client_.CreateOrUpdate(wanted).object;
}

void GatewayReconciler::UpdateStatus(MultiGateway& gateway, const kube::Deployment& workload) {
  SPANSMITH_ERROR_TEXT("failed to update status");
  const ComponentStatus status = ReconciledStatus(gateway.status, gateway.generation(), PodsOf(workload));
  SPANSMITH_NOTE(status.replicas, status.replicas);
  SPANSMITH_NOTE(status.ready_replicas, status.ready_replicas);
  SPANSMITH_NOTE(status.ready, status.ready);
  WriteStatus(client_, gateway, status);
}

kube::Result GatewayReconciler::Cleanup(MultiGateway& gateway) {
  SPANSMITH_ERROR_TEXT("failed to delete what belongs to the MultiGateway");
  DeleteOwned<kube::Deployment>(client_, gateway, gateway.meta.name);

  SPANSMITH_ERROR_TEXT("failed to remove finalizer");
  client_.RemoveFinalizer(gateway, kFinalizer);
  return kube::Result::Done();
}

}  // namespace multigres
