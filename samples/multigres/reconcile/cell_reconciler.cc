// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The steps of one reconcile. What a failed step means to the person who reads the trace stands before the step.
#include "samples/multigres/reconcile/cell_reconciler.h"

#include "samples/multigres/build/cell.h"
#include "samples/multigres/reconcile/invalid_spec.h"
#include "samples/multigres/reconcile/ownership.h"
#include "samples/multigres/reconcile/status.h"

namespace multigres {

kube::Result CellReconciler::Reconcile(const kube::Request& req) {
  SPANSMITH_ERROR_TEXT("failed to get Cell CR");
  std::optional<Cell> found = client_.Get<Cell>(req.Key());
  SPANSMITH_NOTE(cr.found, found.has_value());
  if (!found) return kube::Result::Done();
  Cell& cell = *found;
  SPANSMITH_NOTE(cr.uid, cell.meta.uid);
  SPANSMITH_NOTE(cr.generation, cell.generation());
  if (cell.meta.Deleting()) {
    SPANSMITH_ERROR_TEXT("failed to clean up Cell");
    return Cleanup(cell);
  }
  try {
    SPANSMITH_ERROR_TEXT("Cell cannot be reconciled as it is");
    CheckSpec(cell);
    SPANSMITH_ERROR_TEXT("failed to add finalizer");
    if (!kube::HasFinalizer(cell.meta, kFinalizer)) client_.AddFinalizer(cell, kFinalizer);

    SPANSMITH_ERROR_TEXT("failed to reconcile topology");
    ReconcileTopology(cell);

    SPANSMITH_ERROR_TEXT("failed to reconcile Services");
    ReconcileService(cell);

    SPANSMITH_ERROR_TEXT("failed to update status");
    UpdateStatus(cell);
  } catch (const std::exception& error) {
    ReportFailure(client_, cell, error);
    throw;
  }
  return ResultOf(cell.status);
}

void CellReconciler::ReconcileTopology(const Cell& cell) {
  kube::ConfigMap topology = BuildCellConfigMap(cell);
  kube::SetControllerReference(cell, topology);

  SPANSMITH_ERROR_TEXT("failed to create or update ConfigMap");
  client_.CreateOrUpdate(topology);
}

void CellReconciler::ReconcileService(const Cell& cell) {
  kube::Service service = BuildCellService(cell);
  kube::SetControllerReference(cell, service);

  SPANSMITH_ERROR_TEXT("failed to create or update Service");
  client_.CreateOrUpdate(service);
}

void CellReconciler::UpdateStatus(Cell& cell) {
  SPANSMITH_ERROR_TEXT("failed to update status");
  ComponentStatus status = cell.status;
  status.observed_generation = cell.generation();
  status.ready = true;  // a cell has no pods of its own
  SetReconciled(status.conditions, cell.generation(), true, "InPlace", "the Service and the topology are in place");
  SPANSMITH_NOTE(status.replicas, status.replicas);
  SPANSMITH_NOTE(status.ready_replicas, status.ready_replicas);
  SPANSMITH_NOTE(status.ready, status.ready);
  WriteStatus(client_, cell, status);
}

kube::Result CellReconciler::Cleanup(Cell& cell) {
  SPANSMITH_ERROR_TEXT("failed to delete what belongs to the Cell");
  DeleteOwned<kube::Service>(client_, cell, CellServiceName(cell));
  DeleteOwned<kube::ConfigMap>(client_, cell, CellConfigMapName(cell));
  SPANSMITH_ERROR_TEXT("failed to remove finalizer");
  client_.RemoveFinalizer(cell, kFinalizer);
  return kube::Result::Done();
}

}  // namespace multigres
