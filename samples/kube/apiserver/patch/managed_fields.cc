// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The Update half of structured-merge-diff's Updater.
#include "samples/kube/apiserver/patch/managed_fields.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "samples/kube/apiserver/wire/clock.h"

namespace kube::apiserver {

Managed ReadManaged(const Json& object) {
  Managed out;
  for (const Json& entry : At(At(object, "metadata"), "managedFields")) {
    const Manager manager{TextAt(entry, "manager"), TextAt(entry, "operation"), TextAt(entry, "apiVersion"),
                          TextAt(entry, "subresource")};
    out[manager] = {FieldSet::Read(At(entry, "fieldsV1")), TextAt(entry, "time")};
  }
  return out;
}

void WriteManaged(const Managed& managed, Json& object) {
  std::vector<std::tuple<std::string, std::string, Manager, const ManagedEntry*>> order;
  for (const auto& [manager, entry] : managed) {
    if (!entry.fields.Empty()) order.emplace_back(manager.operation, entry.time, manager, &entry);
  }
  std::sort(order.begin(), order.end());
  Json entries = Json::array();
  for (const auto& [operation, time, manager, entry] : order) {
    Json out = {{"manager", manager.name},
                {"operation", operation},
                {"apiVersion", manager.api_version},
                {"fieldsType", "FieldsV1"},
                {"fieldsV1", entry->fields.Write()}};
    if (!time.empty()) out["time"] = time;
    if (!manager.subresource.empty()) out["subresource"] = manager.subresource;
    entries.push_back(std::move(out));
  }
  object["metadata"].erase("managedFields");
  if (!entries.empty()) object["metadata"]["managedFields"] = std::move(entries);
}

void StripUnowned(FieldSet& fields) {
  fields.Erase({"f:apiVersion"});
  fields.Erase({"f:kind"});
  for (const char* name : {"f:name", "f:namespace", "f:creationTimestamp", "f:deletionTimestamp", "f:selfLink", "f:uid",
                           "f:generation", "f:managedFields", "f:resourceVersion", "f:deletionGracePeriodSeconds"}) {
    fields.Erase({"f:metadata", name});
  }
  const auto metadata = fields.children.find("f:metadata");
  if (metadata == fields.children.end()) return;
  metadata->second.member = false;
  if (metadata->second.Empty()) fields.children.erase(metadata);
}

void RecordUpdate(const Resource& resource, const Json* before, Json& now, const Manager& manager) {
  Managed managed = ReadManaged(before != nullptr ? *before : Json(nullptr));
  FieldChanges changes = CompareFields(before != nullptr ? *before : resource.zero, now, resource.schema.get());
  StripUnowned(changes.changed);
  if (manager.subresource.empty() && resource.has_status)
    changes.changed.Erase({"f:status"});  // not the client's doing
  StripUnowned(changes.removed);
  for (auto& [other, entry] : managed) {
    entry.fields.Subtract(changes.removed);
    if (other != manager) entry.fields.Subtract(changes.changed);
  }
  ManagedEntry& own = managed[manager];
  const FieldSet owned = own.fields;
  own.fields.Add(changes.changed);
  if (own.fields != owned) own.time = NowText();
  WriteManaged(managed, now);
}

}  // namespace kube::apiserver
