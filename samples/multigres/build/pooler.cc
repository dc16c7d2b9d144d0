// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/multigres/build/pooler.h"

#include <spansmith/annotations.h>

#include "samples/multigres/build/parts.h"

namespace multigres {
namespace {

constexpr char kComponent[] = "pooler";

std::string ServiceName(const MultiPooler& pooler) { return pooler.meta.name + "-pods"; }

}  // namespace

SPANSMITH_SCOPE("multigres.io/multipooler-controller")
SPANSMITH_BUILD("PoolerStatefulSet", SPANSMITH_RETURN_ATTR(sts.replicas, result.spec.replicas),
                SPANSMITH_RETURN_ATTR(sts.image, result.spec.pod_template.spec.containers[0].image))
kube::StatefulSet BuildPoolerStatefulSet(const MultiPooler& pooler) {
  kube::Container container;
  container.name = kComponent;
  container.image = pooler.spec.image;
  container.args = {"multipooler", "--pooler-dir=/var/lib/multigres"};
  container.ports = {Listens("grpc", MultiPoolerSpec::kPort)};
  container.volume_mounts = {{"data", "/var/lib/multigres", std::nullopt}};

  kube::StatefulSet sts;
  sts.meta = MetaOf(kComponent, pooler.meta, pooler.meta.name);
  sts.spec.replicas = pooler.spec.replicas;
  sts.spec.service_name = ServiceName(pooler);
  sts.spec.pod_management_policy = "Parallel";
  sts.spec.selector.match_labels = SelectorOf(kComponent, pooler.meta.name);
  sts.spec.pod_template = PodOf(sts.meta.labels, container);
  sts.spec.volume_claim_templates = {DataClaim(pooler.spec.storage)};
  return sts;
}

kube::Service BuildPoolerService(const MultiPooler& pooler) {
  kube::Service service;
  service.meta = MetaOf(kComponent, pooler.meta, ServiceName(pooler));
  service.spec.cluster_ip = "None";
  service.spec.selector = SelectorOf(kComponent, pooler.meta.name);
  service.spec.ports = {Serves("grpc", MultiPoolerSpec::kPort)};
  return service;
}

}  // namespace multigres
