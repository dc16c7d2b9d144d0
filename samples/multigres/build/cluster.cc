// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/multigres/build/cluster.h"

namespace multigres {
namespace {

constexpr std::size_t kLongestName = 52;

template <typename T>
T Child(const MultigresCluster& cluster, const std::string& suffix) {
  T child;
  child.meta.ns = cluster.meta.ns;
  child.meta.name = cluster.meta.name + "-" + suffix;
  child.meta.labels = {{kClusterLabel, cluster.meta.name}, {"app.kubernetes.io/managed-by", "multigres-operator"}};
  child.meta.finalizers = {kFinalizer};
  return child;
}

}  // namespace

Etcd BuildEtcd(const MultigresCluster& cluster) {
  Etcd etcd = Child<Etcd>(cluster, "etcd");
  etcd.spec = cluster.spec.etcd;
  return etcd;
}

MultiGateway BuildGateway(const MultigresCluster& cluster) {
  MultiGateway gateway = Child<MultiGateway>(cluster, "gateway");
  gateway.spec = cluster.spec.gateway;
  return gateway;
}

MultiOrch BuildOrch(const MultigresCluster& cluster) {
  MultiOrch orch = Child<MultiOrch>(cluster, "orch");
  orch.spec = cluster.spec.orch;
  return orch;
}

MultiPooler BuildPooler(const MultigresCluster& cluster) {
  MultiPooler pooler = Child<MultiPooler>(cluster, "pooler");
  pooler.spec = cluster.spec.pooler;
  return pooler;
}

Cell BuildCell(const MultigresCluster& cluster, const ClusterCell& cell) {
  Cell child = Child<Cell>(cluster, cell.name);
  child.spec.zone = cell.zone;
  child.spec.cluster = cluster.meta.name;
  child.spec.port = cluster.spec.gateway.port;
  return child;
}

std::string NameProblem(const std::string& name) {
  if (name.size() <= kLongestName) return "";
  return "metadata.name gives the name \"" + name + "\" of " + std::to_string(name.size()) +
         " bytes: expected at most " + std::to_string(kLongestName) + "; make the object again under a shorter one";
}

}  // namespace multigres
