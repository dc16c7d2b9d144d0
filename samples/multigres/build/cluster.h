// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The objects of group multigres.io that a MultigresCluster asks for, in its namespace, with the operator's finalizer.
#ifndef SAMPLES_MULTIGRES_BUILD_CLUSTER_H_
#define SAMPLES_MULTIGRES_BUILD_CLUSTER_H_

#include <string>

#include "samples/multigres/api/multigres_cluster.h"

namespace multigres {

// On every object of a cluster: the cluster's name.
inline constexpr char kClusterLabel[] = "multigres.io/cluster";

Etcd BuildEtcd(const MultigresCluster& cluster);
MultiGateway BuildGateway(const MultigresCluster& cluster);
MultiOrch BuildOrch(const MultigresCluster& cluster);
MultiPooler BuildPooler(const MultigresCluster& cluster);
Cell BuildCell(const MultigresCluster& cluster, const ClusterCell& cell);

// What is wrong with a name, or "": what is made of the object must have names too, and labels of pods hold at most 63
// bytes (a StatefulSet's pods carry its name and a hash of 11).
std::string NameProblem(const std::string& name);

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_BUILD_CLUSTER_H_
