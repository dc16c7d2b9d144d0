// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Makes the cluster look as one Cell says: the Service through which clients of its zone connect, the ConfigMap with
// its topology, and the Cell's status.
#ifndef SAMPLES_MULTIGRES_RECONCILE_CELL_RECONCILER_H_
#define SAMPLES_MULTIGRES_RECONCILE_CELL_RECONCILER_H_

#include <spansmith/annotations.h>

#include "samples/kube/client/client.h"
#include "samples/kube/controller/reconcile.h"
#include "samples/multigres/api/cell.h"

namespace multigres {

// Thread-safe.
class SPANSMITH_SCOPE("multigres.io/cell-controller") CellReconciler {
 public:
  // The client must outlive the reconciler.
  explicit CellReconciler(kube::Client& client) : client_(client) {}

  // Throws kube::Error; why, is in the status by then.
  KUBE_RECONCILE("Cell")
  kube::Result Reconcile(const kube::Request& req);

 private:
  SPANSMITH_SPAN("ReconcileTopology", KUBE_OBJECT_ATTRIBUTES("Cell", cell.meta.ns, cell.meta.name))
  void ReconcileTopology(const Cell& cell);
  SPANSMITH_SPAN("ReconcileService", KUBE_OBJECT_ATTRIBUTES("Cell", cell.meta.ns, cell.meta.name))
  void ReconcileService(const Cell& cell);

  SPANSMITH_UPDATE_STATUS("Cell", KUBE_OBJECT_ATTRIBUTES("Cell", cell.meta.ns, cell.meta.name))
  void UpdateStatus(Cell& cell);

  SPANSMITH_SPAN("Cleanup", KUBE_OBJECT_ATTRIBUTES("Cell", cell.meta.ns, cell.meta.name))
  kube::Result Cleanup(Cell& cell);

  kube::Client& client_;
};

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_RECONCILE_CELL_RECONCILER_H_
