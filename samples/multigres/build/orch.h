// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What runs a MultiOrch: a Deployment.
#ifndef SAMPLES_MULTIGRES_BUILD_ORCH_H_
#define SAMPLES_MULTIGRES_BUILD_ORCH_H_

#include "samples/kube/api/workloads.h"
#include "samples/multigres/api/multi_orch.h"

namespace multigres {

// Named as the MultiOrch. Nobody calls it, so it has no Service.
kube::Deployment BuildOrchDeployment(const MultiOrch& orch);

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_BUILD_ORCH_H_
