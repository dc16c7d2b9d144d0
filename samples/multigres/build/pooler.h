// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What runs a MultiPooler: a StatefulSet with a volume each, and the headless Service that gives each pod its name.
#ifndef SAMPLES_MULTIGRES_BUILD_POOLER_H_
#define SAMPLES_MULTIGRES_BUILD_POOLER_H_

#include "samples/kube/api/core.h"
#include "samples/kube/api/workloads.h"
#include "samples/multigres/api/multi_pooler.h"

namespace multigres {

// Named as the MultiPooler; its Service as the MultiPooler and "-pods".
kube::StatefulSet BuildPoolerStatefulSet(const MultiPooler& pooler);
kube::Service BuildPoolerService(const MultiPooler& pooler);

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_BUILD_POOLER_H_
