// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Makes the cluster look as one Etcd says: a StatefulSet and a Service, and the Etcd's status.
#ifndef SAMPLES_MULTIGRES_RECONCILE_ETCD_RECONCILER_H_
#define SAMPLES_MULTIGRES_RECONCILE_ETCD_RECONCILER_H_

#include <spansmith/annotations.h>

#include "samples/kube/api/workloads.h"
#include "samples/kube/client/client.h"
#include "samples/kube/controller/reconcile.h"
#include "samples/multigres/api/etcd.h"
#include "samples/multigres/reconcile/key_locks.h"

namespace multigres {

// Thread-safe.
class SPANSMITH_SCOPE("multigres.io/etcd-controller") EtcdReconciler {
 public:
  // What is named must outlive the reconciler.
  EtcdReconciler(kube::Client& client, KeyLocks& locks) : client_(client), locks_(locks) {}

  // For the Etcd's own controller. Throws kube::Error; why, is in the status by then.
  KUBE_RECONCILE("Etcd")
  kube::Result Reconcile(const kube::Request& req);

  // The same steps for a cluster that has just written `etcd` and holds its lock; `etcd` is then as the server has it.
  void Ensure(Etcd& etcd);

 private:
  SPANSMITH_SPAN("ReconcileStatefulSet", KUBE_OBJECT_ATTRIBUTES("StatefulSet", etcd.meta.ns, etcd.meta.name))
  kube::StatefulSet ReconcileStatefulSet(const Etcd& etcd);
  void ReconcileServices(const Etcd& etcd);
  SPANSMITH_UPDATE_STATUS("Etcd", KUBE_OBJECT_ATTRIBUTES("Etcd", etcd.meta.ns, etcd.meta.name))
  void UpdateStatus(Etcd& etcd, const kube::StatefulSet& workload);

  SPANSMITH_SPAN("Cleanup", KUBE_OBJECT_ATTRIBUTES("Etcd", etcd.meta.ns, etcd.meta.name))
  kube::Result Cleanup(Etcd& etcd);

  kube::Client& client_;
  KeyLocks& locks_;
};

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_RECONCILE_ETCD_RECONCILER_H_
