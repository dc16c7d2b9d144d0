// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Specs as people wrote them. The limits are those of the CRDs (manifests/crds); they are checked again here
// for objects from before a limit.
#include <set>

#include "samples/multigres/api/multigres_cluster.h"

namespace multigres {

EtcdSpec EtcdSpec::Read(const SpecReader& reader) {
  reader.AllowOnly({"image", "replicas", "storage"});
  EtcdSpec spec;
  spec.image = reader.Text("image", spec.image);
  spec.replicas = reader.Integer("replicas", spec.replicas, 1, kMostReplicas);
  spec.storage = reader.Quantity("storage", spec.storage);
  return spec;
}

MultiGatewaySpec MultiGatewaySpec::Read(const SpecReader& reader) {
  reader.AllowOnly({"image", "replicas", "port"});
  MultiGatewaySpec spec;
  spec.image = reader.Text("image", spec.image);
  spec.replicas = reader.Integer("replicas", spec.replicas, 1, kMostReplicas);
  spec.port = reader.Integer("port", spec.port, 1, 65535);
  return spec;
}

MultiOrchSpec MultiOrchSpec::Read(const SpecReader& reader) {
  reader.AllowOnly({"image", "replicas"});
  MultiOrchSpec spec;
  spec.image = reader.Text("image", spec.image);
  spec.replicas = reader.Integer("replicas", spec.replicas, 1, kMostReplicas);
  return spec;
}

MultiPoolerSpec MultiPoolerSpec::Read(const SpecReader& reader) {
  reader.AllowOnly({"image", "replicas", "storage"});
  MultiPoolerSpec spec;
  spec.image = reader.Text("image", spec.image);
  spec.replicas = reader.Integer("replicas", spec.replicas, 1, kMostReplicas);
  spec.storage = reader.Quantity("storage", spec.storage);
  return spec;
}

CellSpec CellSpec::Read(const SpecReader& reader) {
  reader.AllowOnly({"zone", "cluster", "port"});
  CellSpec spec;
  spec.zone = reader.Label("zone", spec.zone);
  spec.cluster = reader.Text("cluster", spec.cluster);
  spec.port = reader.Integer("port", spec.port, 1, 65535);
  if (!reader.Has("cluster")) reader.Complain("cluster is missing: name the MultigresCluster that the cell belongs to");
  return spec;
}

MultigresClusterSpec MultigresClusterSpec::Read(const SpecReader& reader) {
  reader.AllowOnly({"etcd", "gateway", "orch", "pooler", "cells"});
  MultigresClusterSpec spec;
  spec.etcd = EtcdSpec::Read(reader.Object("etcd"));
  spec.gateway = MultiGatewaySpec::Read(reader.Object("gateway"));
  spec.orch = MultiOrchSpec::Read(reader.Object("orch"));
  spec.pooler = MultiPoolerSpec::Read(reader.Object("pooler"));
  if (!reader.Has("cells")) return spec;
  spec.cells.clear();
  std::set<std::string> names;
  for (const SpecReader& cell : reader.Objects("cells")) {
    cell.AllowOnly({"name", "zone"});
    ClusterCell one;
    one.name = cell.Label("name", one.name);
    one.zone = cell.Label("zone", one.zone);
    if (!cell.Has("name")) cell.Complain("name is missing: every cell needs one");
    if (!one.name.empty() && !names.insert(one.name).second) cell.Complain("name is the name of another cell too");
    if (spec.cells.size() < kMostCells) spec.cells.push_back(one);
  }
  if (names.size() > kMostCells) reader.Complain("cells has more than " + std::to_string(kMostCells) + " entries");
  return spec;
}

}  // namespace multigres
