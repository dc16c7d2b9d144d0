// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What runs an Etcd: a StatefulSet of members, and the Service that clients and the members themselves use.
#ifndef SAMPLES_MULTIGRES_BUILD_ETCD_H_
#define SAMPLES_MULTIGRES_BUILD_ETCD_H_

#include "samples/kube/api/core.h"
#include "samples/kube/api/workloads.h"
#include "samples/multigres/api/etcd.h"

namespace multigres {

// Named as the Etcd; its Service as the Etcd and "-client".
kube::StatefulSet BuildEtcdStatefulSet(const Etcd& etcd);
kube::Service BuildEtcdService(const Etcd& etcd);

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_BUILD_ETCD_H_
