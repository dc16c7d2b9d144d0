// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which kinds are served now: the built-in ones and those of established CRDs.
#ifndef SAMPLES_KUBE_APISERVER_KINDS_REGISTRY_H_
#define SAMPLES_KUBE_APISERVER_KINDS_REGISTRY_H_

#include <map>
#include <shared_mutex>
#include <string>
#include <vector>

#include "samples/kube/apiserver/kinds/resource.h"

namespace kube::apiserver {

// Thread-safe.
class Registry {
 public:
  Registry();  // with the built-in kinds

  ResourcePtr Find(const std::string& group, const std::string& version, const std::string& plural) const;
  ResourcePtr FindKind(const std::string& group, const std::string& kind) const;  // any version
  ResourcePtr FindStored(const std::string& storage_key) const;                   // by group/plural
  bool IsBuiltinGroup(const std::string& group) const;
  std::vector<ResourcePtr> All() const;  // by group, version and plural

  // Every served version of a CRD; replaces what the same CRD had.
  void Serve(const Json& definition);
  void Remove(const Json& definition);

 private:
  using Key = std::tuple<std::string, std::string, std::string>;
  mutable std::shared_mutex mutex_;
  std::map<Key, ResourcePtr> kinds_;
};

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_KINDS_REGISTRY_H_
