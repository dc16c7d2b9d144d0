// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The StatefulSet that runs an etcd cluster's members: the few fields of apps/v1 that the operator sets or reads.
#ifndef QUICKSTART_API_STATEFULSET_H_
#define QUICKSTART_API_STATEFULSET_H_

#include <string>

#include "api/object.h"

namespace quickstart {

struct StatefulSetSpec {
  int replicas = 0;
  std::string service_name;
  std::string image;

  friend bool operator==(const StatefulSetSpec& a, const StatefulSetSpec& b) {
    return a.replicas == b.replicas && a.service_name == b.service_name && a.image == b.image;
  }
};

struct StatefulSetStatus {
  int ready_replicas = 0;
};

struct StatefulSet {
  static constexpr char kKind[] = "StatefulSet";

  ObjectMeta meta;
  StatefulSetSpec spec;
  StatefulSetStatus status;
};

}  // namespace quickstart

#endif  // QUICKSTART_API_STATEFULSET_H_
