// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A whole Multigres: one object from which the others are made. Components are named <cluster>-etcd, -gateway, -orch
// and -pooler, cells <cluster>-<cell>.
#ifndef SAMPLES_MULTIGRES_API_MULTIGRES_CLUSTER_H_
#define SAMPLES_MULTIGRES_API_MULTIGRES_CLUSTER_H_

#include <string>
#include <vector>

#include "samples/multigres/api/cell.h"
#include "samples/multigres/api/custom_resource.h"
#include "samples/multigres/api/etcd.h"
#include "samples/multigres/api/multi_gateway.h"
#include "samples/multigres/api/multi_orch.h"
#include "samples/multigres/api/multi_pooler.h"

namespace multigres {

struct ClusterCell {
  std::string name;
  std::string zone = "default";

  template <typename Io>
  void Fields(Io& io) {
    io("name", name);
    io("zone", zone);
  }
};

struct MultigresClusterSpec {
  static constexpr char kKind[] = "MultigresCluster";
  static constexpr char kPlural[] = "multigresclusters";
  static constexpr std::size_t kMostCells = 16;

  EtcdSpec etcd;
  MultiGatewaySpec gateway;
  MultiOrchSpec orch;
  MultiPoolerSpec pooler;
  std::vector<ClusterCell> cells = {{"zone-a", "zone-a"}};

  static MultigresClusterSpec Read(const SpecReader& reader);

  template <typename Io>
  void Fields(Io& io) {
    io("etcd", etcd);
    io("gateway", gateway);
    io("orch", orch);
    io("pooler", pooler);
    io("cells", cells);
  }
};

struct MultigresClusterStatus {
  std::int64_t observed_generation = 0;
  int components = 0;  // four, and one for each cell
  int ready_components = 0;
  bool ready = false;
  std::vector<kube::Condition> conditions;

  template <typename Io>
  void Fields(Io& io) {
    io("observedGeneration", observed_generation);
    io("components", components);
    io("readyComponents", ready_components);
    io("ready", ready);
    io("conditions", conditions);
  }
};

using MultigresCluster = CustomResource<MultigresClusterSpec, MultigresClusterStatus>;

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_API_MULTIGRES_CLUSTER_H_
