// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Looks again whenever something in a terminating namespace has gone.
#include "samples/kube/apiserver/controllers/namespace_controller.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "samples/kube/apiserver/wire/clock.h"
#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {
namespace {

constexpr const char* kNamespaces = "/namespaces";

bool Terminating(const ObjectPtr& name_space) {
  return name_space && (*name_space)["metadata"].contains("deletionTimestamp");
}

// What keeps a namespace from going, and how often.
struct Left {
  std::map<std::string, std::size_t> resources;   // by plural.group
  std::map<std::string, std::size_t> finalizers;  // by name
};

std::string Listed(const std::map<std::string, std::size_t>& counts, const char* verb) {
  std::vector<std::string> parts;
  for (const auto& [name, count] : counts) {
    parts.push_back(name + " " + verb + " " + std::to_string(count) + " resource instances");
  }
  return Join(parts, ", ");
}

// The conditions of kube-controller-manager; false: they are there already.
bool Tell(const Left& left, Json& name_space) {
  const bool held = !left.finalizers.empty();
  const std::vector<std::vector<std::string>> conditions = {
      {"NamespaceDeletionDiscoveryFailure", "False", "ResourcesDiscovered", "All resources successfully discovered"},
      {"NamespaceDeletionGroupVersionParsingFailure", "False", "ParsedGroupVersions",
       "All legacy kube types successfully parsed"},
      {"NamespaceDeletionContentFailure", "False", "ContentDeleted",
       "All content successfully deleted, may be waiting on finalization"},
      {"NamespaceContentRemaining", "True", "SomeResourcesRemain",
       "Some resources are remaining: " + Listed(left.resources, "has")},
      {"NamespaceFinalizersRemaining", held ? "True" : "False",
       held ? "SomeFinalizersRemain" : "ContentHasNoFinalizers",
       held ? "Some content in the namespace has finalizers remaining: " + Listed(left.finalizers, "in")
            : "All content-preserving finalizers finished"}};
  const Json before = At(At(name_space, "status"), "conditions");
  Json now = Json::array();
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    const std::vector<std::string>& each = conditions[i];
    const bool kept = before.is_array() && i < before.size() && TextAt(before[i], "status") == each[1];
    now.push_back({{"type", each[0]},
                   {"status", each[1]},
                   {"lastTransitionTime", kept ? TextAt(before[i], "lastTransitionTime") : NowText()},
                   {"reason", each[2]},
                   {"message", each[3]}});
  }
  if (now == before) return false;
  name_space["status"]["conditions"] = std::move(now);
  return true;
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
  Left left;
  std::set<std::string> looked_at;  // a CRD's versions are one storage
  for (const ResourcePtr& resource : registry_.All()) {
    if (!resource->namespaced || !looked_at.insert(resource->StorageKey()).second) continue;
    const auto found = store_.List(resource->StorageKey(), key.name);
    for (const auto& [object_key, object] : found->objects) {
      try {
        writer_.Delete({resource, object_key.name_space, object_key.name, ""}, {.propagation = "Background"});
      } catch (const StatusError& error) {
        if (error.code() != 404) throw;
      }
    }
    const auto kept = store_.List(resource->StorageKey(), key.name);
    if (!kept->objects.empty()) left.resources[resource->plural + "." + resource->group] = kept->objects.size();
    for (const auto& [object_key, object] : kept->objects) {
      for (const Json& finalizer : At((*object)["metadata"], "finalizers")) ++left.finalizers[TextOf(finalizer)];
    }
  }
  if (!left.resources.empty()) {
    writer_.PutRaw(key, [&](Json& name_space) { return Tell(left, name_space); });
    return;
  }
  const ObjectPtr now = store_.Get(key);
  if (now && At((*now)["metadata"], "finalizers").empty()) writer_.Finish(key);
}

}  // namespace kube::apiserver
