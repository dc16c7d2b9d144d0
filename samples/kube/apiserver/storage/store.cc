// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One mutex. An old state is the present one with the later changes undone.
#include "samples/kube/apiserver/storage/store.h"

#include <utility>

namespace kube::apiserver {
namespace {

// A fresh server does not begin at 1: watches from revision 1 are as expired here as in a server that has lived.
constexpr std::uint64_t kFirstRevision = 100;

Json WithRevision(Json object, std::uint64_t revision) {
  object["metadata"]["resourceVersion"] = std::to_string(revision);
  return object;
}

}  // namespace

Store::Store(std::size_t history) : history_(history), revision_(kFirstRevision), compacted_(kFirstRevision) {}

ObjectPtr Store::Get(const ObjectKey& key) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto found = objects_.find(key);
  return found == objects_.end() ? nullptr : found->second;
}

std::uint64_t Store::revision() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return revision_;
}

std::uint64_t Store::compacted() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return compacted_;
}

void Store::Append(Change change) {
  log_.push_back(std::move(change));
  while (log_.size() > history_) {
    log_.pop_front();
    ++compacted_;
  }
  changed_.notify_all();
}

ObjectPtr Store::Put(const ObjectKey& key, Json object) {
  const std::lock_guard<std::mutex> lock(mutex_);
  ObjectPtr& slot = objects_[key];
  ObjectPtr previous = std::exchange(slot, std::make_shared<const Json>(WithRevision(std::move(object), ++revision_)));
  Append({revision_, key, slot, std::move(previous)});
  return log_.back().object;
}

ObjectPtr Store::Delete(const ObjectKey& key) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto found = objects_.find(key);
  if (found == objects_.end()) return nullptr;
  ObjectPtr previous = std::move(found->second);
  objects_.erase(found);
  ++revision_;
  ObjectPtr last = std::make_shared<const Json>(WithRevision(*previous, revision_));
  Append({revision_, key, nullptr, std::move(previous)});
  return last;
}

std::optional<Store::Listing> Store::List(const std::string& resource, const std::string& name_space,
                                          std::uint64_t revision) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (revision != 0 && revision < compacted_) return std::nullopt;
  const auto wanted = [&](const ObjectKey& key) {
    return key.resource == resource && (name_space.empty() || key.name_space == name_space);
  };
  Listing out;
  out.revision = revision == 0 ? revision_ : revision;
  if (out.revision == revision_) {
    for (auto it = objects_.lower_bound({resource, name_space, ""}); it != objects_.end() && wanted(it->first); ++it) {
      out.objects.emplace_back(*it);
    }
    return out;
  }
  std::map<ObjectKey, ObjectPtr> then;
  for (auto it = objects_.lower_bound({resource, name_space, ""}); it != objects_.end() && wanted(it->first); ++it) {
    then.insert(*it);
  }
  for (auto it = log_.rbegin(); it != log_.rend() && it->revision > revision; ++it) {
    if (!wanted(it->key)) continue;
    if (it->previous) {
      then[it->key] = it->previous;
    } else {
      then.erase(it->key);
    }
  }
  out.objects.assign(then.begin(), then.end());
  return out;
}

Store::Listing Store::All() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return {revision_, {objects_.begin(), objects_.end()}};
}

Store::Changes Store::After(std::uint64_t revision, std::chrono::milliseconds wait) const {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait_for(lock, wait, [&] { return closed_ || revision_ > revision; });
  Changes out;
  out.closed = closed_;
  out.compacted = revision < compacted_;
  if (out.compacted || revision >= revision_) return out;
  for (auto it = log_.begin() + static_cast<std::ptrdiff_t>(revision - compacted_); it != log_.end(); ++it) {
    out.changes.push_back(*it);
  }
  return out;
}

void Store::Compact() {
  const std::lock_guard<std::mutex> lock(mutex_);
  log_.clear();
  compacted_ = revision_;
  changed_.notify_all();
}

void Store::Close() {
  const std::lock_guard<std::mutex> lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

void Store::Restore(std::uint64_t revision, std::vector<std::pair<ObjectKey, Json>> objects) {
  const std::lock_guard<std::mutex> lock(mutex_);
  objects_.clear();
  log_.clear();
  for (auto& [key, object] : objects) objects_[key] = std::make_shared<const Json>(std::move(object));
  revision_ = compacted_ = revision;
}

}  // namespace kube::apiserver
