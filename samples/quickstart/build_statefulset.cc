// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The StatefulSet's fields. It is a pure function; its span shows which size and image were asked for.
#include "build_statefulset.h"

#include <spansmith/annotations.h>

namespace quickstart {

SPANSMITH_SCOPE("multigres.io/etcd-controller")
SPANSMITH_BUILD("EtcdStatefulSet", SPANSMITH_RETURN_ATTR(sts.replicas, result.spec.replicas),
                SPANSMITH_RETURN_ATTR(sts.image, result.spec.image))
StatefulSet BuildEtcdStatefulSet(const Etcd& etcd) {
  StatefulSet sts;
  sts.meta.ns = etcd.meta.ns;
  sts.meta.name = etcd.meta.name;
  sts.meta.labels = {{"app.kubernetes.io/name", "etcd"}, {"app.kubernetes.io/instance", etcd.meta.name}};
  sts.spec.replicas = etcd.spec.replicas;
  sts.spec.service_name = etcd.meta.name + "-client";
  sts.spec.image = etcd.spec.image;
  return sts;
}

}  // namespace quickstart
