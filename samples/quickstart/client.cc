// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The client's calls. The templates are instantiated here: the annotated definition stands in a source file.
#include "client.h"

namespace quickstart {

template <typename T>
std::optional<T> Client::Cached(const ObjectKey& key) const {
  std::optional<Object> object = server_.Read(T::kKind, key);
  if (!object) return std::nullopt;
  return std::get<T>(*object);
}

// One span name for each kind, `Get(Etcd)`, not for each object: the object is in the attributes.
template <typename T>
SPANSMITH_SPAN("Get({T})", SPANSMITH_KIND(client), SPANSMITH_ATTR(k8s.namespace, key.ns),
               SPANSMITH_ATTR(k8s.name, key.name))
std::optional<T> Client::Get(const ObjectKey& key) const {
  return Cached<T>(key);
}

template std::optional<Etcd> Client::Get(const ObjectKey& key) const;
template std::optional<StatefulSet> Client::Cached(const ObjectKey& key) const;

SPANSMITH_SPAN("CreateOrUpdate(StatefulSet)", SPANSMITH_KIND(client), SPANSMITH_ATTR(k8s.namespace, object.meta.ns),
               SPANSMITH_ATTR(k8s.name, object.meta.name), SPANSMITH_RETURN_ATTR(apply.result, ToString(result)),
               SPANSMITH_ERROR_TEXT("StatefulSet apply failed"))
ApplyResult Client::CreateOrUpdate(const StatefulSet& object) { return server_.Apply(object); }

SPANSMITH_SPAN("CreateOrUpdate(Service)", SPANSMITH_KIND(client), SPANSMITH_ATTR(k8s.namespace, object.meta.ns),
               SPANSMITH_ATTR(k8s.name, object.meta.name), SPANSMITH_RETURN_ATTR(apply.result, ToString(result)),
               SPANSMITH_ERROR_TEXT("Service apply failed"))
ApplyResult Client::CreateOrUpdate(const Service& object) { return server_.Apply(object); }

void Client::WriteStatus(const Etcd& etcd) { server_.WriteStatus(etcd.meta.Key(), etcd.status); }

}  // namespace quickstart
