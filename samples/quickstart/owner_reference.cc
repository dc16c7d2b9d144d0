// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The two rules that Kubernetes has for an owner: same namespace, and known by uid.
#include "owner_reference.h"

namespace quickstart {

void SetOwner(const Etcd& owner, ObjectMeta& owned) {
  if (owner.meta.ns != owned.ns) {
    throw OwnershipError("cross-namespace owner references are disallowed: owner's namespace " + owner.meta.ns +
                         ", object's namespace " + owned.ns);
  }
  if (owner.meta.uid.empty()) throw OwnershipError("owner " + owner.meta.name + " has no uid");
  owned.owner = {Etcd::kKind, owner.meta.name, owner.meta.uid};
}

}  // namespace quickstart
