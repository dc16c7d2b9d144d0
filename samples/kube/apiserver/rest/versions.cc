// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Pruning, and a table of names.
#include "samples/kube/apiserver/rest/versions.h"

#include <array>
#include <utility>

#include "samples/kube/apiserver/schema/defaults.h"
#include "samples/kube/apiserver/schema/prune.h"
#include "samples/kube/apiserver/schema/typed.h"

namespace kube::apiserver {
namespace {

// core, events.k8s.io
constexpr std::array<std::pair<const char*, const char*>, 7> kEventFields = {
    {{"involvedObject", "regarding"},
     {"message", "note"},
     {"source", "deprecatedSource"},
     {"firstTimestamp", "deprecatedFirstTimestamp"},
     {"lastTimestamp", "deprecatedLastTimestamp"},
     {"count", "deprecatedCount"},
     {"reportingComponent", "reportingController"}}};

}  // namespace

bool IsOfVersion(const Resource& resource, const Json& object) {
  const Json& version = At(object, "apiVersion");
  return !version.is_string() || (version == resource.GroupVersion() && !resource.defaults);
}

Json ToVersion(const Resource& resource, Json object) {
  if (resource.custom && At(object, "apiVersion") == resource.GroupVersion()) {
    FillDefaults(object, *resource.schema);
    return object;
  }
  object["apiVersion"] = resource.GroupVersion();
  if (resource.custom) {
    Json meta = std::move(object["metadata"]);
    object["metadata"] = Json::object();
    Prune(object, *resource.schema);
    object["metadata"] = std::move(meta);
    FillDefaults(object, *resource.schema);
    return object;
  }
  for (const auto& [core, fresh] : kEventFields) {
    const char* from = resource.group.empty() ? fresh : core;
    const auto found = object.find(from);
    if (found == object.end()) continue;
    Json value = std::move(*found);
    object.erase(found);
    object[resource.group.empty() ? core : fresh] = std::move(value);
  }
  DecodeStruct(object, *resource.schema);
  return object;
}

}  // namespace kube::apiserver
