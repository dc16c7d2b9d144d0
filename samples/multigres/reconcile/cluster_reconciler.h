// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Makes a whole Multigres as one MultigresCluster says: the objects of its components, four at a time on the pool's
// threads, each with the first reconcile of what it asks for; its cells; its status. What a component's own controller
// has reconciled is not done again from here.
#ifndef SAMPLES_MULTIGRES_RECONCILE_CLUSTER_RECONCILER_H_
#define SAMPLES_MULTIGRES_RECONCILE_CLUSTER_RECONCILER_H_

#include <spansmith/annotations.h>

#include <array>
#include <exception>
#include <string>
#include <vector>

#include "samples/kube/client/client.h"
#include "samples/kube/controller/reconcile.h"
#include "samples/kube/pool/thread_pool.h"
#include "samples/multigres/api/multigres_cluster.h"
#include "samples/multigres/reconcile/etcd_reconciler.h"
#include "samples/multigres/reconcile/gateway_reconciler.h"
#include "samples/multigres/reconcile/key_locks.h"
#include "samples/multigres/reconcile/orch_reconciler.h"
#include "samples/multigres/reconcile/pooler_reconciler.h"

namespace multigres {

// Thread-safe.
class SPANSMITH_SCOPE("multigres.io/multigrescluster-controller") ClusterReconciler {
 public:
  // What is named must outlive the reconciler. No reconcile may run on the pool: it waits for the pool.
  ClusterReconciler(kube::Client& client, KeyLocks& locks, kube::ThreadPool& pool, EtcdReconciler& etcd,
                    GatewayReconciler& gateway, OrchReconciler& orch, PoolerReconciler& pooler)
      : client_(client), locks_(locks), pool_(pool), etcd_(etcd), gateway_(gateway), orch_(orch), pooler_(pooler) {}

  // Throws kube::Error; why, is in the status by then.
  KUBE_RECONCILE("MultigresCluster")
  kube::Result Reconcile(const kube::Request& req);

 private:
  // How one component came out.
  struct Component {
    std::string name;
    bool ready = false;
    std::string message;
    std::exception_ptr error;  // null: reconciled
  };
  using Components = std::vector<Component>;
  using Step = Component (ClusterReconciler::*)(const MultigresCluster& cluster);

  Components ReconcileComponents(const MultigresCluster& cluster);

  SPANSMITH_SPAN("ReconcileEtcd", KUBE_OBJECT_ATTRIBUTES("Etcd", cluster.meta.ns, cluster.meta.name + "-etcd"),
                 SPANSMITH_ERROR_TEXT("etcd reconciliation failed"))
  Component ReconcileEtcd(const MultigresCluster& cluster);
  SPANSMITH_SPAN("ReconcileGateway",
                 KUBE_OBJECT_ATTRIBUTES("MultiGateway", cluster.meta.ns, cluster.meta.name + "-gateway"),
                 SPANSMITH_ERROR_TEXT("gateway reconciliation failed"))
  Component ReconcileGateway(const MultigresCluster& cluster);
  SPANSMITH_SPAN("ReconcileOrch", KUBE_OBJECT_ATTRIBUTES("MultiOrch", cluster.meta.ns, cluster.meta.name + "-orch"),
                 SPANSMITH_ERROR_TEXT("orch reconciliation failed"))
  Component ReconcileOrch(const MultigresCluster& cluster);
  SPANSMITH_SPAN("ReconcilePooler",
                 KUBE_OBJECT_ATTRIBUTES("MultiPooler", cluster.meta.ns, cluster.meta.name + "-pooler"),
                 SPANSMITH_ERROR_TEXT("pooler reconciliation failed"))
  Component ReconcilePooler(const MultigresCluster& cluster);
  SPANSMITH_SPAN("ReconcileCells", KUBE_OBJECT_ATTRIBUTES("MultigresCluster", cluster.meta.ns, cluster.meta.name),
                 SPANSMITH_ATTR(cluster.cells, cluster.spec.cells.size()),
                 SPANSMITH_ERROR_TEXT("cell reconciliation failed"))
  void ReconcileCells(const MultigresCluster& cluster, Components& components);

  template <typename T, typename Reconciler>
  Component ReconcileComponent(const MultigresCluster& cluster, T wanted, Reconciler& reconciler);
  void CheckNames(const MultigresCluster& cluster) const;

  SPANSMITH_UPDATE_STATUS("MultigresCluster",
                          KUBE_OBJECT_ATTRIBUTES("MultigresCluster", cluster.meta.ns, cluster.meta.name))
  void UpdateStatus(MultigresCluster& cluster, const Components& components);

  SPANSMITH_SPAN("Cleanup", KUBE_OBJECT_ATTRIBUTES("MultigresCluster", cluster.meta.ns, cluster.meta.name))
  kube::Result Cleanup(MultigresCluster& cluster);

  kube::Client& client_;
  KeyLocks& locks_;
  kube::ThreadPool& pool_;
  EtcdReconciler& etcd_;
  GatewayReconciler& gateway_;
  OrchReconciler& orch_;
  PoolerReconciler& pooler_;
};

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_RECONCILE_CLUSTER_RECONCILER_H_
