// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Create, update and delete of objects of any kind: apiserver's generic registry.
#ifndef SAMPLES_KUBE_APISERVER_REST_WRITER_H_
#define SAMPLES_KUBE_APISERVER_REST_WRITER_H_

#include <functional>
#include <mutex>
#include <string>

#include "samples/kube/apiserver/kinds/registry.h"
#include "samples/kube/apiserver/patch/managed_fields.h"
#include "samples/kube/apiserver/rest/write_options.h"
#include "samples/kube/apiserver/storage/store.h"

namespace kube::apiserver {

struct Target {
  ResourcePtr resource;
  std::string name_space, name;
  std::string subresource;  // empty, status or scale
  ObjectKey Key() const { return {resource->StorageKey(), name_space, name}; }
};

// Thread-safe; one write at a time. All throw StatusError.
class Writer {
 public:
  Writer(Store& store, Registry& registry) : store_(store), registry_(registry) {}

  // `manage`: who owns the fields; called with the object as it will be stored (before: null).
  Json Create(const Target& target, Json object, WriteOptions& options);

  // `change` makes the new object from the stored one, under the lock.
  using Change = std::function<Json(const Json& stored)>;
  struct UpdateMode {
    bool put = false;  // a PUT: must name a resourceVersion where the kind demands one, and its uid is a precondition
    bool applied = false;  // server-side apply: the managedFields in the object are right already
  };
  Json Update(const Target& target, const Change& change, UpdateMode mode, WriteOptions& options);
  // Server-side apply, which creates what is not there; true: created. `check` sees the merged object before it is
  // stored.
  std::pair<Json, bool> Apply(const Target& target, const Json& config, const std::function<void(const Json&)>& check,
                              WriteOptions& options);

  struct Deleted {
    Json object;        // as it is now, or was
    bool gone = false;  // false: it waits for finalizers
  };
  Deleted Delete(const Target& target, const DeleteOptions& options);

  // The namespace or CRD whose finalizer is done.
  void Finish(const ObjectKey& key);
  // What a controller writes, without any check.
  void PutRaw(const ObjectKey& key, const std::function<bool(Json& object)>& change);

 private:
  void CheckNamespace(const Target& target) const;
  Deleted DeletePod(const Target& target, Json object, const DeleteOptions& options);
  Json CreateLocked(const Target& target, Json object, bool applied, WriteOptions& options);
  Json UpdateLocked(const Target& target, const Json& old, Json object, UpdateMode mode, WriteOptions& options);
  void FillAndCheck(const Resource& resource, Json& object, const Json* old, const std::string& subresource,
                    WriteOptions& options) const;

  Store& store_;
  Registry& registry_;
  std::mutex mutex_;
};

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_WRITER_H_
