// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The etcd cluster that holds the topology of a MultigresCluster.
#ifndef SAMPLES_MULTIGRES_API_ETCD_H_
#define SAMPLES_MULTIGRES_API_ETCD_H_

#include <string>

#include "samples/multigres/api/custom_resource.h"

namespace multigres {

struct EtcdSpec {
  static constexpr char kKind[] = "Etcd";
  static constexpr char kPlural[] = "etcds";
  static constexpr int kMostReplicas = 9;  // more make writes slower, not safer
  static constexpr int kClientPort = 2379;
  static constexpr int kPeerPort = 2380;

  std::string image = "gcr.io/etcd-development/etcd:v3.5.21";
  int replicas = 3;
  std::string storage = "10Gi";  // of one member

  static EtcdSpec Read(const SpecReader& reader);

  template <typename Io>
  void Fields(Io& io) {
    io("image", image);
    io("replicas", replicas);
    io("storage", storage);
  }
};

using Etcd = CustomResource<EtcdSpec>;

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_API_ETCD_H_
