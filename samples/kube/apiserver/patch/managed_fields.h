// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// metadata.managedFields: who owns which field, kept through updates and server-side apply.
#ifndef SAMPLES_KUBE_APISERVER_PATCH_MANAGED_FIELDS_H_
#define SAMPLES_KUBE_APISERVER_PATCH_MANAGED_FIELDS_H_

#include <compare>
#include <map>
#include <string>

#include "samples/kube/apiserver/kinds/resource.h"
#include "samples/kube/apiserver/patch/field_set.h"

namespace kube::apiserver {

struct Manager {
  std::string name;
  std::string operation;  // Apply or Update
  std::string api_version;
  std::string subresource;
  auto operator<=>(const Manager&) const = default;
};

struct ManagedEntry {
  FieldSet fields;
  std::string time;
};

using Managed = std::map<Manager, ManagedEntry>;

Managed ReadManaged(const Json& object);
void WriteManaged(const Managed& managed, Json& object);  // no entry: no field

// After `manager` changed `before` (null: nothing) into `now`: it owns what it changed, others lose that. `given`: what
// the client sent to create the object; what the server added by itself (Resource::server_fields) is owned by nobody.
void RecordUpdate(const Resource& resource, const Json* before, Json& now, const Manager& manager,
                  const Json* given = nullptr);

// Sets of an apply or update without what nobody owns: identity and what the server itself writes.
void StripUnowned(FieldSet& fields);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_PATCH_MANAGED_FIELDS_H_
