// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What runs a MultiGateway: a Deployment.
#ifndef SAMPLES_MULTIGRES_BUILD_GATEWAY_H_
#define SAMPLES_MULTIGRES_BUILD_GATEWAY_H_

#include "samples/kube/api/workloads.h"
#include "samples/multigres/api/multi_gateway.h"

namespace multigres {

// Named as the MultiGateway. Clients reach it through the Services of the cells.
kube::Deployment BuildGatewayDeployment(const MultiGateway& gateway);

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_BUILD_GATEWAY_H_
