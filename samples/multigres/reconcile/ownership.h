// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Who owns what is looked at before an object is deleted.
#ifndef SAMPLES_MULTIGRES_RECONCILE_OWNERSHIP_H_
#define SAMPLES_MULTIGRES_RECONCILE_OWNERSHIP_H_

#include <optional>
#include <string>

#include "samples/kube/api/owner.h"
#include "samples/kube/client/client.h"

namespace multigres {

// Deletes T `name` beside its owner, if there is one and it is the owner's; whether it is still there, being deleted.
// An object of that name that belongs to somebody else stays.
template <typename T, typename Owner>
bool DeleteOwned(kube::Client& client, const Owner& owner, const std::string& name) {
  const std::optional<T> object = client.Get<T>({owner.meta.ns, name});
  if (!object) return false;
  const kube::OwnerReference* controller = kube::ControllerOf(object->meta);
  if (controller == nullptr || controller->uid != owner.meta.uid) return false;
  if (!object->meta.Deleting()) {
    kube::DeleteOptions options;
    options.uid = object->meta.uid;
    options.propagation = "Background";
    client.Delete<T>(object->meta.Key(), options);
  }
  return !object->meta.finalizers.empty();
}

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_RECONCILE_OWNERSHIP_H_
