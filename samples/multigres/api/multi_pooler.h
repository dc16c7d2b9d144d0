// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The poolers of a MultigresCluster: pods that each run a PostgreSQL server and a connection pool in front of it.
#ifndef SAMPLES_MULTIGRES_API_MULTI_POOLER_H_
#define SAMPLES_MULTIGRES_API_MULTI_POOLER_H_

#include <string>

#include "samples/multigres/api/custom_resource.h"

namespace multigres {

struct MultiPoolerSpec {
  static constexpr char kKind[] = "MultiPooler";
  static constexpr char kPlural[] = "multipoolers";
  static constexpr int kMostReplicas = 100;
  static constexpr int kPort = 15200;

  std::string image = "ghcr.io/multigres/multigres:0.1.0";
  int replicas = 3;
  std::string storage = "50Gi";  // of one server

  static MultiPoolerSpec Read(const SpecReader& reader);

  template <typename Io>
  void Fields(Io& io) {
    io("image", image);
    io("replicas", replicas);
    io("storage", storage);
  }
};

using MultiPooler = CustomResource<MultiPoolerSpec>;

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_API_MULTI_POOLER_H_
