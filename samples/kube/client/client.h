// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The Kubernetes API with types: T is a resource type (api/resource_type.h). Every call is a span that is named after
// the kind, around the spans of its exchanges (rest_client.h, which also says the errors).
#ifndef SAMPLES_KUBE_CLIENT_CLIENT_H_
#define SAMPLES_KUBE_CLIENT_CLIENT_H_

#include <spansmith/annotations.h>
#include <spansmith/kind_name.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "samples/kube/api/object.h"
#include "samples/kube/api/owner.h"
#include "samples/kube/client/apply.h"
#include "samples/kube/client/rest_client.h"

// What a span says of the object that it is about.
#define KUBE_OBJECT_ATTRIBUTES(the_kind, the_ns, the_name)                                 \
  SPANSMITH_ATTR(k8s.object.kind, the_kind), SPANSMITH_ATTR(k8s.object.namespace, the_ns), \
      SPANSMITH_ATTR(k8s.object.name, the_name), SPANSMITH_ATTR(k8s.namespace, the_ns),    \
      SPANSMITH_ATTR(k8s.name, the_name)

namespace kube {

template <typename T>
struct Applied {
  ApplyResult result = ApplyResult::kUnchanged;
  T object;  // as the server has it now
};

// Thread-safe.
class SPANSMITH_SCOPE("kube/client") Client {
 public:
  // Throws ConfigError.
  explicit Client(ClusterConfig config, ClientOptions options = {}) : rest_(std::move(config), std::move(options)) {}

  RestClient& rest() { return rest_; }
  void Stop() { rest_.Stop(); }  // running calls and later ones throw Cancelled

  // nullopt: there is no such object.
  template <typename T>
  SPANSMITH_SPAN("Get({T})", KUBE_OBJECT_ATTRIBUTES(T::kKind, key.ns, key.name))
  std::optional<T> Get(const ObjectKey& key) {
    const std::optional<Json> found = rest_.Get(T::kResource, key);
    SPANSMITH_NOTE(k8s.object.found, found.has_value());
    if (!found) return std::nullopt;
    return FromJson<T>(*found);
  }

  // All of a namespace; empty: of all namespaces.
  template <typename T>
  SPANSMITH_SPAN("List({T})", SPANSMITH_ATTR(k8s.object.kind, T::kKind), SPANSMITH_ATTR(k8s.object.namespace, ns),
                 SPANSMITH_RETURN_ATTR(k8s.list.items, result.size()))
  std::vector<T> List(const std::string& ns, const ListOptions& options = {}) {
    const ListResult listed = rest_.List(T::kResource, ns, options);
    std::vector<T> objects;
    objects.reserve(listed.items.size());
    for (const Json& item : listed.items) objects.push_back(FromJson<T>(item));
    return objects;
  }

  // Throws AlreadyExists.
  template <typename T>
  SPANSMITH_SPAN("Create({T})", KUBE_OBJECT_ATTRIBUTES(T::kKind, object.meta.ns, object.meta.name))
  T Create(const T& object) {
    std::string traceparent;
    SPANSMITH_INJECT(traceparent);
    Json json = ToJson(object);
    StampTraceparent(json, traceparent);
    return FromJson<T>(rest_.Create(T::kResource, object.meta.ns, json));
  }

  // Puts the whole object: fields that T does not know are lost, so this is for kinds that one knows wholly. Throws
  // Conflict if it has changed since it was read, NotFound.
  template <typename T>
  SPANSMITH_SPAN("Update({T})", KUBE_OBJECT_ATTRIBUTES(T::kKind, object.meta.ns, object.meta.name))
  T Update(const T& object) {
    return FromJson<T>(rest_.Update(T::kResource, object.meta.Key(), ToJson(object)));
  }

  // The status alone, of the object as it was read: throws Conflict if it has changed since, NotFound.
  template <typename T>
  SPANSMITH_SPAN("UpdateStatus({T})", KUBE_OBJECT_ATTRIBUTES(T::kKind, object.meta.ns, object.meta.name))
  T UpdateStatus(const T& object) {
    return FromJson<T>(rest_.Update(T::kResource, object.meta.Key(), ToJson(object), "status"));
  }

  // Throws NotFound (a merge patch), Conflict.
  template <typename T>
  SPANSMITH_SPAN("Patch({T})", KUBE_OBJECT_ATTRIBUTES(T::kKind, key.ns, key.name))
  T Patch(const ObjectKey& key, const Json& patch, const PatchOptions& options = {}) {
    return FromJson<T>(rest_.Patch(T::kResource, key, patch, options));
  }

  // False: there was no such object.
  template <typename T>
  SPANSMITH_SPAN("Delete({T})", KUBE_OBJECT_ATTRIBUTES(T::kKind, key.ns, key.name),
                 SPANSMITH_RETURN_ATTR(k8s.object.found, result))
  bool Delete(const ObjectKey& key, const DeleteOptions& options = {}) {
    return rest_.Delete(T::kResource, key, options);
  }

  // Makes the object look as desired and writes only if it does not (apply.h). The status is not written.
  template <typename T>
  SPANSMITH_SPAN("CreateOrUpdate({T})", KUBE_OBJECT_ATTRIBUTES(T::kKind, desired.meta.ns, desired.meta.name),
                 SPANSMITH_RETURN_ATTR(apply.result, ToString(result.result)))
  Applied<T> CreateOrUpdate(const T& desired) {
    std::string traceparent;
    SPANSMITH_INJECT(traceparent);
    const AppliedJson applied = Apply(rest_, T::kResource, desired.meta.Key(), ToJson(desired), traceparent);
    Applied<T> result{applied.result, FromJson<T>(applied.object)};
    return result;
  }

  // The object as read is the base: throws Conflict if it has changed since. `object` is then as the server has it.
  // Nothing is written, and false returned, if the finalizer is there (is not there) already.
  template <typename T>
  SPANSMITH_SPAN("AddFinalizer({T})", KUBE_OBJECT_ATTRIBUTES(T::kKind, object.meta.ns, object.meta.name),
                 SPANSMITH_ATTR(k8s.finalizer, finalizer), SPANSMITH_RETURN_ATTR(k8s.object.written, result))
  bool AddFinalizer(T& object, const std::string& finalizer) {
    if (HasFinalizer(object.meta, finalizer)) return false;
    std::vector<std::string> finalizers = object.meta.finalizers;
    finalizers.push_back(finalizer);
    object = PutFinalizers(object, finalizers);
    return true;
  }
  template <typename T>
  SPANSMITH_SPAN("RemoveFinalizer({T})", KUBE_OBJECT_ATTRIBUTES(T::kKind, object.meta.ns, object.meta.name),
                 SPANSMITH_ATTR(k8s.finalizer, finalizer), SPANSMITH_RETURN_ATTR(k8s.object.written, result))
  bool RemoveFinalizer(T& object, const std::string& finalizer) {
    if (!HasFinalizer(object.meta, finalizer)) return false;
    std::vector<std::string> finalizers = object.meta.finalizers;
    finalizers.erase(std::remove(finalizers.begin(), finalizers.end(), finalizer), finalizers.end());
    object = PutFinalizers(object, finalizers);
    return true;
  }

 private:
  template <typename T>
  T PutFinalizers(const T& object, const std::vector<std::string>& finalizers) {
    const Json patch = {{"metadata", {{"finalizers", finalizers}, {"resourceVersion", object.meta.resource_version}}}};
    return FromJson<T>(rest_.Patch(T::kResource, object.meta.Key(), patch, PatchOptions{}));
  }

  RestClient rest_;
};

}  // namespace kube

#endif  // SAMPLES_KUBE_CLIENT_CLIENT_H_
