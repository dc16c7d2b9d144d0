// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/multigres/reconcile/ownership.h"

#include <spansmith/annotations.h>

namespace multigres {

SPANSMITH_SCOPE("multigres.io/ownership")
SPANSMITH_SPAN("SetControllerReference", KUBE_OBJECT_ATTRIBUTES(child_kind, child.ns, child.name),
               SPANSMITH_ERROR_TEXT("failed to set owner reference"))
void SetOwner(const kube::ResourceType& owner_type, const kube::ObjectMeta& owner,
              [[maybe_unused]] const char* child_kind, kube::ObjectMeta& child) {
  kube::SetControllerReference(owner_type, owner, child);
}

}  // namespace multigres
