// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One read, and a write if it is needed.
#include "samples/kube/client/apply.h"

#include <openssl/sha.h>

#include <optional>
#include <utility>

namespace kube {
namespace {

// What is never desired: the server's own fields, and the status, which is another's.
void LeaveOut(Json& object) {
  object.erase("status");
  const auto meta = object.find("metadata");
  if (meta == object.end()) return;
  for (const char* field : {"uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp",
                            "generateName", "managedFields"}) {
    meta->erase(field);
  }
  const auto annotations = meta->find("annotations");
  if (annotations == meta->end()) return;
  annotations->erase(kTraceparentAnnotation);
  annotations->erase(kHashAnnotation);
  if (annotations->empty()) meta->erase("annotations");
}

std::string HashOf(const Json& object) {
  const std::string text = object.dump();  // members in order of their names
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest);
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  for (std::size_t i = 0; i < 16; ++i) out += {kHex[digest[i] >> 4], kHex[digest[i] & 15]};
  return out;
}

std::string TextAt(const Json& object, std::initializer_list<const char*> path) {
  const Json* at = &object;
  for (const char* key : path) {
    if (!at->is_object()) return "";
    const auto found = at->find(key);
    if (found == at->end()) return "";
    at = &*found;
  }
  return at->is_string() ? at->get<std::string>() : "";
}

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

void StampTraceparent(Json& object, const std::string& traceparent) {
  if (traceparent.empty()) return;
  const auto meta = object.find("metadata");
  if (meta == object.end() || !meta->contains("ownerReferences")) return;
  for (const Json& reference : (*meta)["ownerReferences"]) {
    if (reference.value("controller", false)) (*meta)["annotations"][kTraceparentAnnotation] = traceparent;
  }
}

AppliedJson Apply(RestClient& client, const ResourceType& type, const ObjectKey& key, Json desired,
                  const std::string& traceparent) {
  LeaveOut(desired);
  const std::string hash = HashOf(desired);
  std::optional<Json> live = client.Get(type, key);
  if (live && TextAt(*live, {"metadata", "annotations", kHashAnnotation}) == hash && Covers(*live, desired)) {
    return {ApplyResult::kUnchanged, std::move(*live)};
  }
  desired["metadata"]["annotations"][kHashAnnotation] = hash;
  StampTraceparent(desired, traceparent);
  PatchOptions options;
  options.type = PatchType::kApply;
  options.force = true;
  AppliedJson applied;
  applied.object = client.Patch(type, key, desired, options);
  if (!live) {
    applied.result = ApplyResult::kCreated;
  } else {
    const std::string before = TextAt(*live, {"metadata", "resourceVersion"});
    const bool same = before == TextAt(applied.object, {"metadata", "resourceVersion"});
    applied.result = same ? ApplyResult::kUnchanged : ApplyResult::kUpdated;
  }
  return applied;
}

}  // namespace kube
