// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The in-memory objects: what is kept when a spec is applied, and what counts as a change.
#include "store.h"

#include <cctype>
#include <cstdio>

#include "api_error.h"

namespace quickstart {
namespace {

// Kubernetes names resources in messages by their plural, lower case.
std::string Resource(const std::string& kind) {
  std::string resource;
  for (const char c : kind) resource += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return resource + "s";
}

void PodsBecomeReady(StatefulSet& sts) { sts.status.ready_replicas = sts.spec.replicas; }
void PodsBecomeReady(Etcd&) {}
void PodsBecomeReady(Service&) {}

}  // namespace

const char* ToString(ApplyResult result) {
  switch (result) {
    case ApplyResult::kCreated:
      return "created";
    case ApplyResult::kUpdated:
      return "updated";
    case ApplyResult::kUnchanged:
      return "unchanged";
  }
  return "";
}

std::optional<Object> Store::Read(const std::string& kind, const ObjectKey& key) const {
  const auto found = objects_.find({kind, key});
  if (found == objects_.end()) return std::nullopt;
  return found->second;
}

ApplyResult Store::Apply(const Object& object) {
  return std::visit(
      [this](const auto& wanted) {
        using T = std::decay_t<decltype(wanted)>;
        if (refused_kind_ == T::kKind) {
          throw ApiError("Forbidden",
                         Resource(T::kKind) + " \"" + wanted.meta.name + "\" is forbidden: exceeded quota");
        }
        const auto [slot, created] = objects_.try_emplace({T::kKind, wanted.meta.Key()}, wanted);
        T& kept = std::get<T>(slot->second);
        if (!created && kept.spec == wanted.spec) return ApplyResult::kUnchanged;
        kept.spec = wanted.spec;
        ++kept.meta.generation;
        if (kept.meta.uid.empty()) {
          char uid[40];
          std::snprintf(uid, sizeof(uid), "00000000-0000-4000-8000-%012d", ++uids_given_);
          kept.meta.uid = uid;
        }
        PodsBecomeReady(kept);
        return created ? ApplyResult::kCreated : ApplyResult::kUpdated;
      },
      object);
}

void Store::WriteStatus(const ObjectKey& key, const EtcdStatus& status) {
  const auto found = objects_.find({Etcd::kKind, key});
  if (found == objects_.end()) throw ApiError("NotFound", "etcds \"" + key.name + "\" not found");
  std::get<Etcd>(found->second).status = status;
}

}  // namespace quickstart
