// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Makes the cluster look as one MultiGateway says: a Deployment, and the MultiGateway's status.
#ifndef SAMPLES_MULTIGRES_RECONCILE_GATEWAY_RECONCILER_H_
#define SAMPLES_MULTIGRES_RECONCILE_GATEWAY_RECONCILER_H_

#include <spansmith/annotations.h>

#include "samples/kube/api/workloads.h"
#include "samples/kube/client/client.h"
#include "samples/kube/controller/reconcile.h"
#include "samples/multigres/api/multi_gateway.h"
#include "samples/multigres/reconcile/key_locks.h"

namespace multigres {

// Thread-safe.
class SPANSMITH_SCOPE("multigres.io/multigateway-controller") GatewayReconciler {
 public:
  // What is named must outlive the reconciler.
  GatewayReconciler(kube::Client& client, KeyLocks& locks) : client_(client), locks_(locks) {}

  // For the MultiGateway's own controller. Throws kube::Error; why, is in the status by then.
  KUBE_RECONCILE("MultiGateway")
  kube::Result Reconcile(const kube::Request& req);

  // The same steps for a cluster that has just written `gateway` and holds its lock; `gateway` is then as the server
  // has it.
  void Ensure(MultiGateway& gateway);

 private:
  SPANSMITH_SPAN("ReconcileDeployment", KUBE_OBJECT_ATTRIBUTES("Deployment", gateway.meta.ns, gateway.meta.name))
  kube::Deployment ReconcileDeployment(const MultiGateway& gateway);

  SPANSMITH_UPDATE_STATUS("MultiGateway", KUBE_OBJECT_ATTRIBUTES("MultiGateway", gateway.meta.ns, gateway.meta.name))
  void UpdateStatus(MultiGateway& gateway, const kube::Deployment& workload);

  SPANSMITH_SPAN("Cleanup", KUBE_OBJECT_ATTRIBUTES("MultiGateway", gateway.meta.ns, gateway.meta.name))
  kube::Result Cleanup(MultiGateway& gateway);

  kube::Client& client_;
  KeyLocks& locks_;
};

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_RECONCILE_GATEWAY_RECONCILER_H_
