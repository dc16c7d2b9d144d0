// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What makes a Cell: the Service through which clients of a zone reach the gateways, and the topology that pods of the
// zone read.
#ifndef SAMPLES_MULTIGRES_BUILD_CELL_H_
#define SAMPLES_MULTIGRES_BUILD_CELL_H_

#include <string>

#include "samples/kube/api/core.h"
#include "samples/multigres/api/cell.h"

namespace multigres {

std::string CellServiceName(const Cell& cell);
std::string CellConfigMapName(const Cell& cell);

kube::Service BuildCellService(const Cell& cell);
kube::ConfigMap BuildCellConfigMap(const Cell& cell);

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_BUILD_CELL_H_
