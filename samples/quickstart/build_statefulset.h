// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// From what the user wants (Etcd) to what runs it (StatefulSet). Touches no cluster.
#ifndef QUICKSTART_BUILD_STATEFULSET_H_
#define QUICKSTART_BUILD_STATEFULSET_H_

#include "api/etcd.h"
#include "api/statefulset.h"

namespace quickstart {

StatefulSet BuildEtcdStatefulSet(const Etcd& etcd);

}  // namespace quickstart

#endif  // QUICKSTART_BUILD_STATEFULSET_H_
