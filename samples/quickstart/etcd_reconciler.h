// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The operator: makes the cluster look as one Etcd object says.
#ifndef QUICKSTART_ETCD_RECONCILER_H_
#define QUICKSTART_ETCD_RECONCILER_H_

#include <spansmith/annotations.h>

#include "client.h"

namespace quickstart {

using Request = ObjectKey;

// What one reconcile came to, when it did not throw.
struct Outcome {
  bool found = false;
  ApplyResult statefulset = ApplyResult::kUnchanged;
  ApplyResult service = ApplyResult::kUnchanged;
  EtcdStatus status;
};

class SPANSMITH_SCOPE("multigres.io/etcd-controller") EtcdReconciler {
 public:
  // The client must outlive the reconciler.
  explicit EtcdReconciler(Client& client) : client_(client) {}

  // An Etcd that does not exist is an outcome. Throws ApiError or OwnershipError when a step fails.
  SPANSMITH_RECONCILE("Etcd")
  Outcome Reconcile(const Request& req);

 private:
  SPANSMITH_SPAN("ReconcileStatefulSet")
  ApplyResult ReconcileStatefulSet(const Etcd& etcd);

  SPANSMITH_UPDATE_STATUS("Etcd", SPANSMITH_ATTR(k8s.namespace, etcd.meta.ns), SPANSMITH_ATTR(k8s.name, etcd.meta.name),
                          SPANSMITH_ERROR_TEXT("failed to update status"))
  void UpdateStatus(Etcd& etcd);

  Client& client_;
};

}  // namespace quickstart

#endif  // QUICKSTART_ETCD_RECONCILER_H_
