// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The rules of controller-runtime's controllerutil.SetControllerReference.
#include "samples/kube/api/owner.h"

#include <algorithm>

namespace kube {
namespace {

std::string GroupOf(const std::string& api_version) {
  const std::size_t slash = api_version.find('/');
  return slash == std::string::npos ? "" : api_version.substr(0, slash);
}

}  // namespace

void SetControllerReference(const ResourceType& owner_type, const ObjectMeta& owner, ObjectMeta& child) {
  const std::string names =
      std::string(owner_type.kind) + " " + owner.Key().Text() + " cannot own " + child.Key().Text();
  if (owner.uid.empty()) throw OwnershipError(names + ": the owner has no uid, it was not read from the server");
  if (owner_type.namespaced && owner.ns != child.ns) {
    throw OwnershipError(names + ": an owner with a namespace owns within that namespace only");
  }
  if (const OwnerReference* other = ControllerOf(child); other != nullptr && other->uid != owner.uid) {
    throw OwnershipError(names + ": already owned by " + other->kind + " " + other->name + " (uid " + other->uid + ")");
  }
  OwnerReference reference{owner_type.ApiVersion(), owner_type.kind, owner.name, owner.uid, true, true};
  for (OwnerReference& present : child.owner_references) {
    if (present.uid == owner.uid) {
      present = reference;
      return;
    }
  }
  child.owner_references.push_back(reference);
}

const OwnerReference* ControllerOf(const ObjectMeta& meta) {
  const auto found = std::find_if(meta.owner_references.begin(), meta.owner_references.end(),
                                  [](const OwnerReference& reference) { return reference.controller.value_or(false); });
  return found == meta.owner_references.end() ? nullptr : &*found;
}

std::optional<ObjectKey> ControllerKey(const ResourceType& owner_type, const ObjectMeta& child) {
  const OwnerReference* owner = ControllerOf(child);
  if (owner == nullptr || owner->kind != owner_type.kind || GroupOf(owner->api_version) != owner_type.group) {
    return std::nullopt;
  }
  return ObjectKey{owner_type.namespaced ? child.ns : "", owner->name};
}

bool HasFinalizer(const ObjectMeta& meta, const std::string& finalizer) {
  return std::find(meta.finalizers.begin(), meta.finalizers.end(), finalizer) != meta.finalizers.end();
}

}  // namespace kube
