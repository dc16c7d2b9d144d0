// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Deletion: preconditions, finalizers, and the two kinds that go in their own way.
#include <algorithm>

#include "samples/kube/apiserver/rest/writer.h"
#include "samples/kube/apiserver/wire/clock.h"

namespace kube::apiserver {
namespace {

constexpr const char* kDefinitionFinalizer = "customresourcecleanup.apiextensions.k8s.io";

void CheckPreconditions(const Target& target, const Json& meta, const DeleteOptions& options) {
  const std::string uid = TextAt(meta, "uid"), version = TextAt(meta, "resourceVersion");
  if (!options.uid.empty() && options.uid != uid) {
    throw Conflict(target.resource->AsKind(), target.name,
                   "the UID in the precondition (" + options.uid + ") does not match the UID in record (" + uid +
                       "). The object might have been deleted and then recreated");
  }
  if (!options.resource_version.empty() && options.resource_version != version) {
    throw Conflict(target.resource->AsKind(), target.name,
                   "the ResourceVersion in the precondition (" + options.resource_version +
                       ") does not match the ResourceVersion in record (" + version +
                       "). The object might have been modified");
  }
}

// The garbage collector's finalizers follow the policy; without one they stay as they are.
void SetPolicy(Json& meta, const std::string& policy) {
  if (policy.empty()) return;
  Json finalizers = Json::array();
  for (const Json& finalizer : At(meta, "finalizers")) {
    if (finalizer != "foregroundDeletion" && finalizer != "orphan") finalizers.push_back(finalizer);
  }
  if (policy == "Foreground") finalizers.push_back("foregroundDeletion");
  if (policy == "Orphan") finalizers.push_back("orphan");
  meta.erase("finalizers");
  if (!finalizers.empty()) meta["finalizers"] = finalizers;
}

void Terminate(const Resource& resource, Json& object) {
  object["metadata"]["deletionTimestamp"] = NowText();
  if (resource.kind == "Namespace") {
    object["status"]["phase"] = "Terminating";
    return;
  }
  object["metadata"]["finalizers"].push_back(kDefinitionFinalizer);
  if (!At(object["status"], "conditions").is_array()) object["status"]["conditions"] = Json::array();
  object["status"]["conditions"].push_back(
      {{"type", "Terminating"},
       {"status", "True"},
       {"lastTransitionTime", NowText()},
       {"reason", "InstanceDeletionPending"},
       {"message", "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon"}});
}

}  // namespace

Writer::Deleted Writer::Delete(const Target& target, const DeleteOptions& options) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const Resource& resource = *target.resource;
  const ObjectPtr stored = store_.Get(target.Key());
  if (!stored) throw NotFound(resource.AsResource(), target.name);
  Json object = *stored;
  Json& meta = object["metadata"];
  CheckPreconditions(target, meta, options);
  const bool deleting = meta.contains("deletionTimestamp");
  const bool own_way =
      !resource.custom && (resource.kind == "Namespace" || resource.kind == "CustomResourceDefinition");
  if (own_way) {
    if (deleting) return {object, false};
    Terminate(resource, object);
    return {options.dry_run ? object : *store_.Put(target.Key(), object), false};
  }
  SetPolicy(meta, options.propagation.empty() && !deleting ? resource.default_propagation : options.propagation);
  if (!At(meta, "finalizers").empty()) {
    if (!deleting) {
      meta["deletionTimestamp"] = NowText();
      meta["deletionGracePeriodSeconds"] = 0;
      if (meta.contains("generation")) meta["generation"] = meta["generation"].get<long>() + 1;
    }
    if (object == *stored || options.dry_run) return {object, false};
    return {*store_.Put(target.Key(), object), false};
  }
  if (!resource.custom && resource.kind == "Pod") return DeletePod(target, std::move(object), options);
  if (options.dry_run) return {object, true};
  return {*store_.Delete(target.Key()), true};
}

// One that runs somewhere has its grace period, which nobody here ends; others go at once.
Writer::Deleted Writer::DeletePod(const Target& target, Json object, const DeleteOptions& options) {
  const bool running = !TextAt(At(object, "spec"), "nodeName").empty();
  const Json& own = At(At(object, "spec"), "terminationGracePeriodSeconds");
  const long grace = !running ? 0 : options.grace ? *options.grace : own.is_number() ? own.get<long>() : 30;
  Json& meta = object["metadata"];
  if (!meta.contains("deletionTimestamp")) {
    meta["deletionTimestamp"] = NowText(grace);
    meta["deletionGracePeriodSeconds"] = grace;
    meta["generation"] = meta.value("generation", 0L) + 1;
  }
  if (options.dry_run) return {object, grace == 0};
  const ObjectPtr stored = store_.Put(target.Key(), std::move(object));
  if (grace > 0) return {*stored, false};
  store_.Delete(target.Key());
  return {*stored, true};
}

void Writer::Finish(const ObjectKey& key) {
  const std::lock_guard<std::mutex> lock(mutex_);
  store_.Delete(key);
}

void Writer::PutRaw(const ObjectKey& key, const std::function<bool(Json&)>& change) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const ObjectPtr stored = store_.Get(key);
  if (!stored) return;
  Json object = *stored;
  if (change(object)) store_.Put(key, std::move(object));
}

}  // namespace kube::apiserver
