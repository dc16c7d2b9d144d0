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

namespace {

// Takes a path out of `fields` that `given` does not have.
void EraseUngiven(FieldSet& fields, const std::vector<std::string>& path, std::size_t at, const Json& given) {
  if (path[at] == "*") {  // the items of a list: as a whole, whatever the client gave
    bool some = false;
    for (const Json& item : given) some = some || !At(item, path[at + 1].substr(2)).is_null();
    if (some) return;
    for (auto& [element, child] : fields.children) EraseUngiven(child, path, at + 1, nullptr);
    return;
  }
  const Json& below = At(given, path[at].substr(2));
  const auto found = fields.children.find(path[at]);
  if (found == fields.children.end()) return;
  if (at + 1 < path.size()) {
    EraseUngiven(found->second, path, at + 1, below);
    if (!found->second.Empty()) return;
  } else if (!below.is_null()) {
    return;
  }
  fields.children.erase(found);
}

}  // namespace

void RecordUpdate(const Resource& resource, const Json* before, Json& now, const Manager& manager, const Json* given) {
  Managed managed = ReadManaged(before != nullptr ? *before : Json(nullptr));
  FieldChanges changes = CompareFields(before != nullptr ? *before : resource.zero, now, resource.schema.get());
  StripUnowned(changes.changed);
  if (given != nullptr) {
    for (const auto& path : resource.server_fields) EraseUngiven(changes.changed, path, 0, *given);
  }
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
  if (own.fields != owned && manager.subresource != "scale") own.time = NowText();  // a scale has no time there
  WriteManaged(managed, now);
}

}  // namespace kube::apiserver
