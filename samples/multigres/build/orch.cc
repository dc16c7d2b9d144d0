// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/multigres/build/orch.h"

#include <spansmith/annotations.h>

#include "samples/multigres/build/parts.h"

namespace multigres {

SPANSMITH_SCOPE("multigres.io/multiorch-controller")
SPANSMITH_BUILD("OrchDeployment", SPANSMITH_RETURN_ATTR(deployment.replicas, result.spec.replicas),
                SPANSMITH_RETURN_ATTR(deployment.image, result.spec.pod_template.spec.containers[0].image))
kube::Deployment BuildOrchDeployment(const MultiOrch& orch) {
  constexpr char kComponent[] = "orch";
  kube::Container container;
  container.name = kComponent;
  container.image = orch.spec.image;
  container.args = {"multiorch"};
  container.ports = {Listens("http", MultiOrchSpec::kPort)};

  kube::Deployment deployment;
  deployment.meta = MetaOf(kComponent, orch.meta, orch.meta.name);
  deployment.spec.replicas = orch.spec.replicas;
  deployment.spec.selector.match_labels = SelectorOf(kComponent, orch.meta.name);
  deployment.spec.pod_template = PodOf(deployment.meta.labels, container);
  return deployment;
}

}  // namespace multigres
