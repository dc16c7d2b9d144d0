// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The orchestrator of a MultigresCluster: watches its poolers and decides on failover.
#ifndef SAMPLES_MULTIGRES_API_MULTI_ORCH_H_
#define SAMPLES_MULTIGRES_API_MULTI_ORCH_H_

#include <string>

#include "samples/multigres/api/custom_resource.h"

namespace multigres {

struct MultiOrchSpec {
  static constexpr char kKind[] = "MultiOrch";
  static constexpr char kPlural[] = "multiorches";
  static constexpr int kMostReplicas = 9;
  static constexpr int kPort = 15300;

  std::string image = "ghcr.io/multigres/multigres:0.1.0";
  int replicas = 1;

  static MultiOrchSpec Read(const SpecReader& reader);

  template <typename Io>
  void Fields(Io& io) {
    io("image", image);
    io("replicas", replicas);
  }
};

using MultiOrch = CustomResource<MultiOrchSpec>;

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_API_MULTI_ORCH_H_
