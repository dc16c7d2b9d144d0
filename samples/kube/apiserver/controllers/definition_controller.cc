// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Names are always accepted: a second CRD for the same kind is not looked for.
#include "samples/kube/apiserver/controllers/definition_controller.h"

#include "samples/kube/apiserver/patch/managed_fields.h"
#include "samples/kube/apiserver/wire/clock.h"

namespace kube::apiserver {
namespace {

Json Condition(const char* type, const char* reason, const char* message) {
  return {
      {"type", type}, {"status", "True"}, {"lastTransitionTime", NowText()}, {"reason", reason}, {"message", message}};
}

}  // namespace

void DefinitionController::Handle(const Change& change) {
  if (change.key.resource != kResource) {
    // The last instance of a CRD that is to go.
    if (change.object || !change.previous) return;
    const std::string plural = change.key.resource.substr(change.key.resource.find('/') + 1);
    const std::string group = change.key.resource.substr(0, change.key.resource.find('/'));
    const ObjectKey key{kResource, "", plural + "." + group};
    const ObjectPtr definition = store_.Get(key);
    if (definition && (*definition)["metadata"].contains("deletionTimestamp")) CleanUp(key, *definition);
    return;
  }
  if (!change.object) {
    registry_.Remove(*change.previous);
    return;
  }
  const Json& definition = *change.object;
  if (definition["metadata"].contains("deletionTimestamp")) {
    CleanUp(change.key, definition);
    return;
  }
  const bool established = At(At(definition, "status"), "conditions").is_array();
  if (established) {
    if (!change.previous || At(*change.previous, "spec") != At(definition, "spec") ||
        !At(At(*change.previous, "status"), "conditions").is_array()) {
      registry_.Serve(definition);
      PutStatus(change.key, [](Json&) {});
    }
    return;
  }
  PutStatus(change.key, [](Json& status) {
    status["conditions"] =
        Json::array({Condition("NamesAccepted", "NoConflicts", "no conflicts found"),
                     Condition("Established", "InitialNamesAccepted", "the initial names have been accepted")});
  });
}

void DefinitionController::PutStatus(const ObjectKey& key, const std::function<void(Json& status)>& change) {
  const ResourcePtr definitions = registry_.FindStored(kResource);
  writer_.PutRaw(key, [&](Json& object) {
    const Json before = object;
    change(object["status"]);
    object["status"]["acceptedNames"] = object["spec"]["names"];
    if (object == before) return false;
    RecordUpdate(*definitions, &before, object, {"kube-apiserver", "Update", TextAt(object, "apiVersion"), "status"});
    return true;
  });
}

void DefinitionController::CleanUp(const ObjectKey& key, const Json& definition) {
  const Json& spec = At(definition, "spec");
  const ResourcePtr resource = registry_.FindStored(TextAt(spec, "group") + "/" + TextAt(At(spec, "names"), "plural"));
  if (resource) {
    const auto instances = store_.List(resource->StorageKey(), "");
    for (const auto& [instance, object] : instances->objects) {
      try {
        writer_.Delete({resource, instance.name_space, instance.name, ""}, {});
      } catch (const StatusError& error) {
        if (error.code() != 404) throw;
      }
    }
    if (!store_.List(resource->StorageKey(), "")->objects.empty()) return;  // they have finalizers
  }
  registry_.Remove(definition);
  bool last = false;
  writer_.PutRaw(key, [&](Json& object) {
    Json kept = Json::array();
    for (const Json& finalizer : At(object["metadata"], "finalizers")) {
      if (finalizer != "customresourcecleanup.apiextensions.k8s.io") kept.push_back(finalizer);
    }
    last = kept.empty();
    const bool changed = kept != At(object["metadata"], "finalizers");
    object["metadata"]["finalizers"] = kept;
    return !last && changed;
  });
  if (last) writer_.Finish(key);
}

}  // namespace kube::apiserver
