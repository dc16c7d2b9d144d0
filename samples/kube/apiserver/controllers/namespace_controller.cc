// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Looks again whenever something in a terminating namespace has gone.
#include "samples/kube/apiserver/controllers/namespace_controller.h"

namespace kube::apiserver {
namespace {

constexpr const char* kNamespaces = "/namespaces";

bool Terminating(const ObjectPtr& name_space) {
  return name_space && (*name_space)["metadata"].contains("deletionTimestamp");
}

}  // namespace

void NamespaceController::Handle(const Change& change) {
  if (change.key.resource == kNamespaces) {
    if (Terminating(change.object)) Empty(change.key);
  } else if (!change.object && !change.key.name_space.empty()) {
    const ObjectKey key{kNamespaces, "", change.key.name_space};
    if (Terminating(store_.Get(key))) Empty(key);
  }
}

void NamespaceController::Empty(const ObjectKey& key) {
  bool empty = true;
  for (const ResourcePtr& resource : registry_.All()) {
    if (!resource->namespaced) continue;
    const auto found = store_.List(resource->StorageKey(), key.name);
    for (const auto& [object_key, object] : found->objects) {
      try {
        writer_.Delete({resource, object_key.name_space, object_key.name, ""}, {.propagation = "Background"});
      } catch (const StatusError& error) {
        if (error.code() != 404) throw;
      }
    }
    empty = empty && store_.List(resource->StorageKey(), key.name)->objects.empty();
  }
  if (!empty) return;
  const ObjectPtr now = store_.Get(key);
  if (now && At((*now)["metadata"], "finalizers").empty()) writer_.Finish(key);
}

}  // namespace kube::apiserver
