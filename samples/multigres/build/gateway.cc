// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/multigres/build/gateway.h"

#include <spansmith/annotations.h>

#include "samples/multigres/build/parts.h"

namespace multigres {

SPANSMITH_SCOPE("multigres.io/multigateway-controller")
SPANSMITH_BUILD("GatewayDeployment", SPANSMITH_RETURN_ATTR(deployment.replicas, result.spec.replicas),
                SPANSMITH_RETURN_ATTR(deployment.image, result.spec.pod_template.spec.containers[0].image))
kube::Deployment BuildGatewayDeployment(const MultiGateway& gateway) {
  constexpr char kComponent[] = "gateway";
  kube::Container container;
  container.name = kComponent;
  container.image = gateway.spec.image;
  container.args = {"multigateway", "--pg-port=" + std::to_string(gateway.spec.port)};
  container.ports = {Listens("postgres", gateway.spec.port)};

  kube::Deployment deployment;
  deployment.meta = MetaOf(kComponent, gateway.meta, gateway.meta.name);
  deployment.spec.replicas = gateway.spec.replicas;
  deployment.spec.selector.match_labels = SelectorOf(kComponent, gateway.meta.name);
  deployment.spec.pod_template = PodOf(deployment.meta.labels, container);
  return deployment;
}

}  // namespace multigres
