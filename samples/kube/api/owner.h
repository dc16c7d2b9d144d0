// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Who belongs to whom, and who is asked before an object goes.
#ifndef SAMPLES_KUBE_API_OWNER_H_
#define SAMPLES_KUBE_API_OWNER_H_

#include <spansmith/annotations.h>
#include <spansmith/kind_name.h>

#include <optional>
#include <string>

#include "samples/kube/api/object_meta.h"
#include "samples/kube/errors/errors.h"

namespace kube {

// The child has another controller, or its owner is none that it could have.
class OwnershipError : public Error {
 public:
  using Error::Error;
};

// Makes `owner` the one controller of `child`, with blockOwnerDeletion. A reference that is there already is renewed.
// Throws OwnershipError: another controller, no uid (an owner that was not read from the server), another namespace.
void SetControllerReference(const ResourceType& owner_type, const ObjectMeta& owner, ObjectMeta& child);
template <typename Owner, typename T>
SPANSMITH_SCOPE("kube/api")
SPANSMITH_SPAN("SetControllerReference({T})", SPANSMITH_ERROR_TEXT("failed to set owner reference"),
               SPANSMITH_ATTR(k8s.object.kind, T::kKind), SPANSMITH_ATTR(k8s.object.namespace, child.meta.ns),
               SPANSMITH_ATTR(k8s.object.name, child.meta.name), SPANSMITH_ATTR(k8s.owner.kind, Owner::kKind),
               SPANSMITH_ATTR(k8s.owner.name, owner.meta.name)) void SetControllerReference(const Owner& owner,
                                                                                            T& child) {
  SetControllerReference(Owner::kResource, owner.meta, child.meta);
}

// The reference marked as controller; null: none. Valid as long as `meta` is not changed.
const OwnerReference* ControllerOf(const ObjectMeta& meta);
// The key of the controller, if that is an object of this type (any version of its group).
std::optional<ObjectKey> ControllerKey(const ResourceType& owner_type, const ObjectMeta& child);

bool HasFinalizer(const ObjectMeta& meta, const std::string& finalizer);

}  // namespace kube

#endif  // SAMPLES_KUBE_API_OWNER_H_
