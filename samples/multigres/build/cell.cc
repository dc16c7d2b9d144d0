// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/multigres/build/cell.h"

#include <spansmith/annotations.h>

#include "samples/multigres/build/parts.h"

namespace multigres {
namespace {

constexpr char kComponent[] = "cell";

}  // namespace

std::string CellServiceName(const Cell& cell) { return cell.meta.name + "-gateway"; }
std::string CellConfigMapName(const Cell& cell) { return cell.meta.name + "-topology"; }

SPANSMITH_SCOPE("multigres.io/cell-controller")
SPANSMITH_BUILD("CellService")
kube::Service BuildCellService(const Cell& cell) {
  kube::ServicePort port = Serves("postgres", cell.spec.port);
  port.target_port = "postgres";

  kube::Service service;
  service.meta = MetaOf(kComponent, cell.meta, CellServiceName(cell));
  service.spec.type = "ClusterIP";
  service.spec.selector = SelectorOf("gateway", cell.spec.cluster + "-gateway");
  service.spec.ports = {port};
  return service;
}

SPANSMITH_SCOPE("multigres.io/cell-controller")
SPANSMITH_BUILD("CellConfigMap")
kube::ConfigMap BuildCellConfigMap(const Cell& cell) {
  kube::ConfigMap topology;
  topology.meta = MetaOf(kComponent, cell.meta, CellConfigMapName(cell));
  topology.data = {{"cell", cell.meta.name},
                   {"zone", cell.spec.zone},
                   {"etcd", cell.spec.cluster + "-etcd-client." + cell.meta.ns + ".svc:2379"}};
  return topology;
}

}  // namespace multigres
