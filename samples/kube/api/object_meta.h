// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What every object has (metav1.ObjectMeta), as far as operators here need it. Times are RFC 3339 text, as on the wire.
#ifndef SAMPLES_KUBE_API_OBJECT_META_H_
#define SAMPLES_KUBE_API_OBJECT_META_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "samples/kube/api/resource_type.h"

namespace kube {

struct OwnerReference {
  std::string api_version;
  std::string kind;
  std::string name;
  std::string uid;
  std::optional<bool> controller;
  std::optional<bool> block_owner_deletion;

  template <typename Io>
  void Fields(Io& io) {
    io("apiVersion", api_version);
    io("kind", kind);
    io("name", name);
    io("uid", uid);
    io("controller", controller);
    io("blockOwnerDeletion", block_owner_deletion);
  }
};

struct ObjectMeta {
  std::string name;
  std::string generate_name;
  std::string ns;
  std::string uid;
  std::string resource_version;
  std::optional<std::int64_t> generation;  // the server's; empty for kinds without one
  std::string creation_timestamp;
  std::string deletion_timestamp;  // empty: not being deleted
  std::map<std::string, std::string> labels;
  std::map<std::string, std::string> annotations;
  std::vector<std::string> finalizers;
  std::vector<OwnerReference> owner_references;

  ObjectKey Key() const { return {ns, name}; }
  bool Deleting() const { return !deletion_timestamp.empty(); }

  template <typename Io>
  void Fields(Io& io) {
    io("name", name);
    io("generateName", generate_name);
    io("namespace", ns);
    io("uid", uid);
    io("resourceVersion", resource_version);
    io("generation", generation);
    io("creationTimestamp", creation_timestamp);
    io("deletionTimestamp", deletion_timestamp);
    io("labels", labels);
    io("annotations", annotations);
    io("finalizers", finalizers);
    io("ownerReferences", owner_references);
  }
};

}  // namespace kube

#endif  // SAMPLES_KUBE_API_OBJECT_META_H_
