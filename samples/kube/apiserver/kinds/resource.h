// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the server knows of one kind: names, schema, and the rules beyond the schema.
#ifndef SAMPLES_KUBE_APISERVER_KINDS_RESOURCE_H_
#define SAMPLES_KUBE_APISERVER_KINDS_RESOURCE_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "samples/kube/apiserver/schema/schema.h"
#include "samples/kube/apiserver/wire/field_error.h"
#include "samples/kube/apiserver/wire/status_error.h"

namespace kube::apiserver {

struct Resource {
  std::string group, version, plural, singular, kind, list_kind;
  std::vector<std::string> short_names, categories;
  bool namespaced = true;
  bool custom = false;
  bool has_status = false;  // a status subresource
  bool has_scale = false;
  std::string replicas_path = ".spec.replicas", count_path = ".status.replicas", selector_path;  // of a CRD's scale
  bool defaults = false;    // a CRD's schema has some
  std::string deprecation;  // a warning to everybody who asks for it
  SchemaPtr schema;         // of the whole object, metadata included
  Json columns;             // additionalPrinterColumns of a CRD
  std::string hash;         // storageVersionHash of discovery

  bool tracks_generation = false;
  bool unconditional_update = true;  // PUT without resourceVersion
  bool create_on_update = false;
  std::string default_propagation;  // of a DELETE that names none; empty: background
  bool returns_deleted = false;     // DELETE answers with the object instead of a Status
  std::string (*name_error)(const std::string&) = nullptr;

  // Beyond the schema; all optional. `old` is null on creation. Called with the write lock held.
  std::function<void(Json& object, const Json* old)> fill;  // defaults that depend on other fields
  std::function<void(const Json& object, const Json* old, FieldErrors& errors)> check;
  // What the server gives a new object beyond defaults; "*": the items of a list.
  std::vector<std::vector<std::string>> server_fields;
  // Removes what the type text cannot tell, and names it. Optional.
  std::function<void(Json& object, std::vector<std::string>& unknown)> prune;
  Json zero = nullptr;  // what an empty Go struct of the kind is written as: who owns which field starts from it

  // Events of both groups are the same objects.
  std::string StorageKey() const { return (group == "events.k8s.io" ? "" : group) + "/" + plural; }
  std::string GroupVersion() const { return group.empty() ? version : group + "/" + version; }
  Subject AsResource() const { return {group, plural}; }                            // in 404 and 409
  Subject AsKind() const { return {group == "events.k8s.io" ? "" : group, kind}; }  // in 422
};

using ResourcePtr = std::shared_ptr<const Resource>;

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_KINDS_RESOURCE_H_
