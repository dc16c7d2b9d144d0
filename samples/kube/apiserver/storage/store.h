// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The objects of all kinds with one revision counter and the history that watches, exact lists and continue tokens
// read: what etcd and the watch cache are to the real server.
#ifndef SAMPLES_KUBE_APISERVER_STORAGE_STORE_H_
#define SAMPLES_KUBE_APISERVER_STORAGE_STORE_H_

#include <chrono>
#include <compare>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {

using ObjectPtr = std::shared_ptr<const Json>;  // immutable: readers keep it as long as they like

struct ObjectKey {
  std::string resource;    // group/plural
  std::string name_space;  // empty: cluster scope
  std::string name;
  auto operator<=>(const ObjectKey&) const = default;
};

struct Change {
  std::uint64_t revision = 0;
  ObjectKey key;
  ObjectPtr object;    // null: deleted
  ObjectPtr previous;  // null: created
};

// Thread-safe. One change, one revision: revisions have no gaps.
class Store {
 public:
  // At most `history` changes are kept for watches.
  explicit Store(std::size_t history = 100000);

  ObjectPtr Get(const ObjectKey& key) const;
  std::uint64_t revision() const;
  std::uint64_t compacted() const;  // changes up to this one are gone

  // Stores `object` with the new revision as its resourceVersion and gives it back.
  ObjectPtr Put(const ObjectKey& key, Json object);
  // The object as it was, with the revision of its deletion; null: there was none.
  ObjectPtr Delete(const ObjectKey& key);

  struct Listing {
    std::uint64_t revision = 0;
    std::vector<std::pair<ObjectKey, ObjectPtr>> objects;  // by namespace and name
  };
  // As of `revision` (0: now); nullopt: compacted. An empty namespace means all.
  std::optional<Listing> List(const std::string& resource, const std::string& name_space,
                              std::uint64_t revision = 0) const;
  Listing All() const;

  struct Changes {
    bool compacted = false;  // some of what was asked for is gone
    bool closed = false;
    std::vector<Change> changes;
  };
  // Changes after `revision`; waits up to `wait` for the first.
  Changes After(std::uint64_t revision, std::chrono::milliseconds wait) const;

  void Compact();  // drops the history before now
  void Close();    // ends every wait
  void Restore(std::uint64_t revision, std::vector<std::pair<ObjectKey, Json>> objects);

 private:
  void Append(Change change);

  const std::size_t history_;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::map<ObjectKey, ObjectPtr> objects_;
  std::deque<Change> log_;  // revisions compacted_ + 1 .. revision_
  std::uint64_t revision_;
  std::uint64_t compacted_;
  bool closed_ = false;
};

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_STORAGE_STORE_H_
