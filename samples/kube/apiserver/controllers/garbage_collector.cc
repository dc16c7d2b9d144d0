// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// An index of dependents by owner; every decision reads the store again.
#include "samples/kube/apiserver/controllers/garbage_collector.h"

#include <algorithm>

namespace kube::apiserver {
namespace {

const Json& Owners(const ObjectPtr& object) {
  static const Json none = Json::array();
  if (!object) return none;
  const Json& owners = At((*object)["metadata"], "ownerReferences");
  return owners.is_array() ? owners : none;
}

bool HasFinalizer(const Json& object, const std::string& finalizer) {
  const Json& finalizers = At(At(object, "metadata"), "finalizers");
  return std::find(finalizers.begin(), finalizers.end(), finalizer) != finalizers.end();
}

bool Deleting(const Json& object) { return At(object, "metadata").contains("deletionTimestamp"); }

}  // namespace

void GarbageCollector::Forget() { dependents_.clear(); }

void GarbageCollector::Learn(const Change& change) {
  for (const Json& owner : Owners(change.previous)) dependents_[TextAt(owner, "uid")].erase(change.key);
  for (const Json& owner : Owners(change.object)) dependents_[TextAt(owner, "uid")].insert(change.key);
}

bool GarbageCollector::Exists(const Json& owner, const std::string& name_space) const {
  const std::string version = TextAt(owner, "apiVersion");
  const auto slash = version.find('/');
  const ResourcePtr kind =
      registry_.FindKind(slash == std::string::npos ? "" : version.substr(0, slash), TextAt(owner, "kind"));
  if (!kind) return true;  // a kind that is not served: the real one waits for it too
  const ObjectPtr found = store_.Get({kind->StorageKey(), kind->namespaced ? name_space : "", TextAt(owner, "name")});
  return found && (*found)["metadata"]["uid"] == TextAt(owner, "uid");
}

void GarbageCollector::Delete(const ObjectKey& key, const std::string& uid, const std::string& propagation) {
  const ResourcePtr kind = registry_.FindStored(key.resource);
  if (!kind) return;
  try {
    writer_.Delete({kind, key.name_space, key.name, ""}, {.uid = uid, .propagation = propagation});
  } catch (const StatusError& error) {
    if (error.code() != 404 && error.code() != 409) throw;  // gone, or another one of the same name
  }
}

void GarbageCollector::CheckOwners(const ObjectKey& key) {
  const ObjectPtr object = store_.Get(key);
  if (!object || Owners(object).empty()) return;
  Json kept = Json::array();
  for (const Json& owner : Owners(object)) {
    if (Exists(owner, key.name_space)) kept.push_back(owner);
  }
  if (kept.size() == Owners(object).size()) return;
  if (!kept.empty()) {
    writer_.PutRaw(key, [&](Json& stored) {
      if (stored != *object) return false;
      stored["metadata"]["ownerReferences"] = kept;
      return true;
    });
    return;
  }
  const std::string policy = HasFinalizer(*object, "orphan")               ? "Orphan"
                             : HasFinalizer(*object, "foregroundDeletion") ? "Foreground"
                                                                           : "Background";
  if (!Deleting(*object)) Delete(key, TextAt((*object)["metadata"], "uid"), policy);
}

void GarbageCollector::DeleteDependents(const ObjectKey& key, const Json& owner) {
  const std::string uid = TextAt(owner["metadata"], "uid");
  bool blocked = false;
  const std::set<ObjectKey> dependents = dependents_[uid];
  for (const ObjectKey& dependent : dependents) {
    const ObjectPtr object = store_.Get(dependent);
    if (!object) continue;
    const auto reference = std::find_if(Owners(object).begin(), Owners(object).end(),
                                        [&](const Json& each) { return TextAt(each, "uid") == uid; });
    if (reference == Owners(object).end()) continue;
    const bool only_owner = Owners(object).size() == 1;
    if (only_owner && !Deleting(*object)) {
      const std::string own_uid = TextAt((*object)["metadata"], "uid");
      Delete(dependent, own_uid, dependents_[own_uid].empty() ? "Background" : "Foreground");
    }
    if (At(*reference, "blockOwnerDeletion") == true && only_owner && store_.Get(dependent)) blocked = true;
  }
  if (!blocked) RemoveFinalizer(key, "foregroundDeletion");
}

void GarbageCollector::Orphan(const ObjectKey& key, const Json& owner) {
  const std::string uid = TextAt(owner["metadata"], "uid");
  const std::set<ObjectKey> dependents = dependents_[uid];
  for (const ObjectKey& dependent : dependents) {
    writer_.PutRaw(dependent, [&](Json& object) {
      Json kept = Json::array();
      for (const Json& each : At(object["metadata"], "ownerReferences")) {
        if (TextAt(each, "uid") != uid) kept.push_back(each);
      }
      object["metadata"].erase("ownerReferences");
      if (!kept.empty()) object["metadata"]["ownerReferences"] = kept;
      return true;
    });
  }
  RemoveFinalizer(key, "orphan");
}

void GarbageCollector::RemoveFinalizer(const ObjectKey& key, const std::string& finalizer) {
  bool last = false;
  writer_.PutRaw(key, [&](Json& object) {
    Json kept = Json::array();
    for (const Json& each : At(object["metadata"], "finalizers")) {
      if (each != finalizer) kept.push_back(each);
    }
    last = kept.empty() && Deleting(object);
    object["metadata"].erase("finalizers");
    if (!kept.empty()) object["metadata"]["finalizers"] = kept;
    return !last;
  });
  if (last) writer_.Finish(key);
}

// kube-controller-manager's protection of claims: one that is to go waits for the pods that use it.
void GarbageCollector::ReleaseClaims(const Change& change) {
  static const std::string protection = "kubernetes.io/pvc-protection";
  const auto release = [&](const ObjectKey& key, const Json& claim) {
    if (!Deleting(claim) || !HasFinalizer(claim, protection)) return;
    const auto pods = store_.List("/pods", key.name_space);
    for (const auto& [pod, object] : pods->objects) {
      for (const Json& volume : At(At(*object, "spec"), "volumes")) {
        if (TextAt(At(volume, "persistentVolumeClaim"), "claimName") == key.name) return;
      }
    }
    RemoveFinalizer(key, protection);
  };
  if (change.key.resource == "/persistentvolumeclaims" && change.object) release(change.key, *change.object);
  if (change.key.resource != "/pods" || change.object) return;
  const auto claims = store_.List("/persistentvolumeclaims", change.key.name_space);
  for (const auto& [key, claim] : claims->objects) release(key, *claim);
}

void GarbageCollector::Handle(const Change& change) {
  ReleaseClaims(change);
  if (!change.object) {  // an owner went
    const auto found = dependents_.find(TextAt((*change.previous)["metadata"], "uid"));
    if (found == dependents_.end()) return;
    const std::set<ObjectKey> dependents = found->second;
    for (const ObjectKey& dependent : dependents) CheckOwners(dependent);
    if (dependents.empty()) dependents_.erase(found);
  } else if (Deleting(*change.object)) {
    if (HasFinalizer(*change.object, "foregroundDeletion")) DeleteDependents(change.key, *change.object);
    if (HasFinalizer(*change.object, "orphan")) Orphan(change.key, *change.object);
  } else if (Owners(change.object) != Owners(change.previous)) {
    CheckOwners(change.key);
  }
  if (change.object) return;
  // A dependent that went may have been the last that blocks its owner.
  for (const Json& owner : Owners(change.previous)) {
    const std::string version = TextAt(owner, "apiVersion");
    const auto slash = version.find('/');
    const ResourcePtr kind =
        registry_.FindKind(slash == std::string::npos ? "" : version.substr(0, slash), TextAt(owner, "kind"));
    if (!kind) continue;
    const ObjectKey key{kind->StorageKey(), kind->namespaced ? change.key.name_space : "", TextAt(owner, "name")};
    const ObjectPtr object = store_.Get(key);
    if (object && Deleting(*object) && HasFinalizer(*object, "foregroundDeletion")) DeleteDependents(key, *object);
  }
}

}  // namespace kube::apiserver
