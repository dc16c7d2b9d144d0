// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The resource that this operator owns: an etcd cluster.
#ifndef QUICKSTART_API_ETCD_H_
#define QUICKSTART_API_ETCD_H_

#include <string>

#include "api/object.h"

namespace quickstart {

struct EtcdSpec {
  static constexpr int kMinReplicas = 1;
  static constexpr int kMaxReplicas = 9;

  int replicas = 3;
  std::string image;

  friend bool operator==(const EtcdSpec& a, const EtcdSpec& b) {
    return a.replicas == b.replicas && a.image == b.image;
  }
};

struct EtcdStatus {
  int replicas = 0;
  int ready_replicas = 0;
  bool ready = false;
};

struct Etcd {
  static constexpr char kKind[] = "Etcd";
  static constexpr char kApiVersion[] = "multigres.io/v1alpha1";

  ObjectMeta meta;
  EtcdSpec spec;
  EtcdStatus status;
};

}  // namespace quickstart

#endif  // QUICKSTART_API_ETCD_H_
