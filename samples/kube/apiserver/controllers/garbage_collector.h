// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Owner references: dependents go when their last owner has gone; foreground and orphan deletion.
#ifndef SAMPLES_KUBE_APISERVER_CONTROLLERS_GARBAGE_COLLECTOR_H_
#define SAMPLES_KUBE_APISERVER_CONTROLLERS_GARBAGE_COLLECTOR_H_

#include <map>
#include <set>
#include <string>

#include "samples/kube/apiserver/rest/writer.h"

namespace kube::apiserver {

// Used by one thread. Learn() every change of a batch before Handle() of any, as the real one's graph is ahead of its
// work.
class GarbageCollector {
 public:
  GarbageCollector(Store& store, Registry& registry, Writer& writer)
      : store_(store), registry_(registry), writer_(writer) {}

  void Learn(const Change& change);
  void Forget();
  void Handle(const Change& change);

 private:
  bool Exists(const Json& owner, const std::string& name_space) const;
  void CheckOwners(const ObjectKey& key);
  void DeleteDependents(const ObjectKey& key, const Json& owner);
  void Orphan(const ObjectKey& key, const Json& owner);
  void ReleaseClaims(const Change& change);
  void RemoveFinalizer(const ObjectKey& key, const std::string& finalizer);
  void Delete(const ObjectKey& key, const std::string& uid, const std::string& propagation);

  Store& store_;
  Registry& registry_;
  Writer& writer_;
  std::map<std::string, std::set<ObjectKey>> dependents_;  // by the owner's uid
};

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_CONTROLLERS_GARBAGE_COLLECTOR_H_
