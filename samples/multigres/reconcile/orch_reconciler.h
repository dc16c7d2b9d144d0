// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Makes the cluster look as one MultiOrch says: a Deployment, and the MultiOrch's status.
#ifndef SAMPLES_MULTIGRES_RECONCILE_ORCH_RECONCILER_H_
#define SAMPLES_MULTIGRES_RECONCILE_ORCH_RECONCILER_H_

#include <spansmith/annotations.h>

#include "samples/kube/api/workloads.h"
#include "samples/kube/client/client.h"
#include "samples/kube/controller/reconcile.h"
#include "samples/multigres/api/multi_orch.h"
#include "samples/multigres/reconcile/key_locks.h"

namespace multigres {

// Thread-safe.
class SPANSMITH_SCOPE("multigres.io/multiorch-controller") OrchReconciler {
 public:
  // What is named must outlive the reconciler.
  OrchReconciler(kube::Client& client, KeyLocks& locks) : client_(client), locks_(locks) {}

  // For the MultiOrch's own controller. Throws kube::Error; why, is in the status by then.
  KUBE_RECONCILE("MultiOrch")
  kube::Result Reconcile(const kube::Request& req);

  // The same steps for a cluster that has just written `orch` and holds its lock; `orch` is then as the server has it.
  void Ensure(MultiOrch& orch);

 private:
  SPANSMITH_SPAN("ReconcileDeployment", KUBE_OBJECT_ATTRIBUTES("Deployment", orch.meta.ns, orch.meta.name))
  kube::Deployment ReconcileDeployment(const MultiOrch& orch);

  SPANSMITH_UPDATE_STATUS("MultiOrch", KUBE_OBJECT_ATTRIBUTES("MultiOrch", orch.meta.ns, orch.meta.name))
  void UpdateStatus(MultiOrch& orch, const kube::Deployment& workload);

  SPANSMITH_SPAN("Cleanup", KUBE_OBJECT_ATTRIBUTES("MultiOrch", orch.meta.ns, orch.meta.name))
  kube::Result Cleanup(MultiOrch& orch);

  kube::Client& client_;
  KeyLocks& locks_;
};

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_RECONCILE_ORCH_RECONCILER_H_
