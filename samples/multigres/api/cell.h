// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A failure domain of a MultigresCluster: where clients in one zone connect, and what they need to know of the cluster.
#ifndef SAMPLES_MULTIGRES_API_CELL_H_
#define SAMPLES_MULTIGRES_API_CELL_H_

#include <string>

#include "samples/multigres/api/custom_resource.h"

namespace multigres {

struct CellSpec {
  static constexpr char kKind[] = "Cell";
  static constexpr char kPlural[] = "cells";

  std::string zone = "default";  // topology.kubernetes.io/zone
  std::string cluster;           // the MultigresCluster, in the same namespace
  int port = 5432;               // of the cell's Service

  static CellSpec Read(const SpecReader& reader);

  template <typename Io>
  void Fields(Io& io) {
    io("zone", zone);
    io("cluster", cluster);
    io("port", port);
  }
};

using Cell = CustomResource<CellSpec>;

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_API_CELL_H_
