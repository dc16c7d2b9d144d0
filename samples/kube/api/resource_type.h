// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the API server must be told about a kind, and the paths that follow from it. A resource type T (a struct that
// operators read and write) has
//
//   static constexpr const char kKind[] = "Etcd";
//   static constexpr kube::ResourceType kResource{"multigres.io", "v1alpha1", "etcds", kKind, true};
//   kube::ObjectMeta meta;
//   template <typename Io> void Fields(Io& io);   // api/fields.h; "metadata" among them
#ifndef SAMPLES_KUBE_API_RESOURCE_TYPE_H_
#define SAMPLES_KUBE_API_RESOURCE_TYPE_H_

#include <string>

namespace kube {

// Names an object. For a kind without namespaces `ns` is empty.
struct ObjectKey {
  std::string ns;
  std::string name;
  std::string Text() const { return ns.empty() ? name : ns + "/" + name; }
  auto operator<=>(const ObjectKey&) const = default;
};

// Static text only; copied freely.
struct ResourceType {
  const char* group;  // "": the core group
  const char* version;
  const char* plural;
  const char* kind;
  bool namespaced = true;

  std::string ApiVersion() const;  // "apps/v1", "v1"
  // The path of one object, of all in a namespace (empty name) or of all (both empty), and the same as a template:
  // "/apis/apps/v1/namespaces/{namespace}/statefulsets/{name}". Names are escaped.
  std::string Path(const ObjectKey& key, const std::string& subresource = "") const;
  std::string Route(const ObjectKey& key, const std::string& subresource = "") const;
};

}  // namespace kube

#endif  // SAMPLES_KUBE_API_RESOURCE_TYPE_H_
