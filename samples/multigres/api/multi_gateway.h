// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The gateways of a MultigresCluster: pods that take the connections of PostgreSQL clients.
#ifndef SAMPLES_MULTIGRES_API_MULTI_GATEWAY_H_
#define SAMPLES_MULTIGRES_API_MULTI_GATEWAY_H_

#include <string>

#include "samples/multigres/api/custom_resource.h"

namespace multigres {

struct MultiGatewaySpec {
  static constexpr char kKind[] = "MultiGateway";
  static constexpr char kPlural[] = "multigateways";
  static constexpr int kMostReplicas = 100;

  std::string image = "ghcr.io/multigres/multigres:0.1.0";
  int replicas = 2;
  int port = 5432;

  static MultiGatewaySpec Read(const SpecReader& reader);

  template <typename Io>
  void Fields(Io& io) {
    io("image", image);
    io("replicas", replicas);
    io("port", port);
  }
};

using MultiGateway = CustomResource<MultiGatewaySpec>;

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_API_MULTI_GATEWAY_H_
