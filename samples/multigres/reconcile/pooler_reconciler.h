// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Makes the cluster look as one MultiPooler says: a StatefulSet and a Service, and the MultiPooler's status.
#ifndef SAMPLES_MULTIGRES_RECONCILE_POOLER_RECONCILER_H_
#define SAMPLES_MULTIGRES_RECONCILE_POOLER_RECONCILER_H_

#include <spansmith/annotations.h>

#include "samples/kube/api/workloads.h"
#include "samples/kube/client/client.h"
#include "samples/kube/controller/reconcile.h"
#include "samples/multigres/api/multi_pooler.h"
#include "samples/multigres/reconcile/key_locks.h"

namespace multigres {

// Thread-safe.
class SPANSMITH_SCOPE("multigres.io/multipooler-controller") PoolerReconciler {
 public:
  // What is named must outlive the reconciler.
  PoolerReconciler(kube::Client& client, KeyLocks& locks) : client_(client), locks_(locks) {}

  // For the MultiPooler's own controller. Throws kube::Error; why, is in the status by then.
  KUBE_RECONCILE("MultiPooler")
  kube::Result Reconcile(const kube::Request& req);

  // The same steps for a cluster that has just written `pooler` and holds its lock; `pooler` is then as the server has
  // it.
  void Ensure(MultiPooler& pooler);

 private:
  SPANSMITH_SPAN("ReconcileStatefulSet", KUBE_OBJECT_ATTRIBUTES("StatefulSet", pooler.meta.ns, pooler.meta.name))
  kube::StatefulSet ReconcileStatefulSet(const MultiPooler& pooler);
  void ReconcileServices(const MultiPooler& pooler);
  SPANSMITH_UPDATE_STATUS("MultiPooler", KUBE_OBJECT_ATTRIBUTES("MultiPooler", pooler.meta.ns, pooler.meta.name))
  void UpdateStatus(MultiPooler& pooler, const kube::StatefulSet& workload);

  SPANSMITH_SPAN("Cleanup", KUBE_OBJECT_ATTRIBUTES("MultiPooler", pooler.meta.ns, pooler.meta.name))
  kube::Result Cleanup(MultiPooler& pooler);

  kube::Client& client_;
  KeyLocks& locks_;
};

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_RECONCILE_POOLER_RECONCILER_H_
