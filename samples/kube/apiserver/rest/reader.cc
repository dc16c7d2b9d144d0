// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Lists are of one revision; their rest is named by a continue token.
#include "samples/kube/apiserver/rest/reader.h"

#include <chrono>

#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {
namespace {

constexpr const char* kContinueExpired =
    "The provided continue parameter is too old to display a consistent list result. You can start a new list without "
    "the continue parameter, or use the continue token in this response to retrieve the remainder of the results. "
    "Continuing with the provided token results in an inconsistent list - objects that were created, modified, or "
    "deleted between the time the first chunk was returned and now may show up in the list.";

// The revision a list is of; 0: now.
std::uint64_t RevisionOf(const Store& store, const ListOptions& options) {
  if (options.continues) return options.continues->revision;
  if (options.resource_version.empty() || options.resource_version == "0") return 0;
  WaitForRevision(store, options.Revision());
  const bool exact = options.match == "Exact" || (options.match.empty() && options.limit > 0);
  return exact ? options.Revision() : 0;
}

}  // namespace

void WaitForRevision(const Store& store, std::uint64_t revision) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(3);
  while (store.revision() < revision) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    const std::uint64_t now = store.revision();
    if (left.count() <= 0 || store.After(now, left).closed) {
      throw StatusError(
          504, "Timeout",
          "Timeout: Too large resource version: " + std::to_string(revision) +
              ", current: " + std::to_string(store.revision()),
          {{"causes",
            Json::array({{{"reason", "ResourceVersionTooLarge"}, {"message", "Too large resource version"}}})}})
          .RetryAfter(1);
    }
  }
}

Json GetObject(const Store& store, const Target& target) {
  const ObjectPtr found = store.Get(target.Key());
  if (!found) throw NotFound(target.resource->AsResource(), target.name);
  return *found;
}

Json ListObjects(const Store& store, const Resource& resource, const std::string& name_space,
                 const ListOptions& options, const Rendering& rendering) {
  const auto listing = store.List(resource.StorageKey(), name_space, RevisionOf(store, options));
  if (!listing) {
    StatusError error =
        Expired(options.continues ? kContinueExpired : "The resourceVersion for the provided list is too old.");
    if (options.continues) {
      error.body()["metadata"]["continue"] =
          ContinueToken{0, options.continues->name_space, options.continues->name}.Encode();
    }
    throw error;
  }
  std::vector<ObjectPtr> objects;
  Json meta = {{"resourceVersion", std::to_string(listing->revision)}};
  for (std::size_t i = 0; i < listing->objects.size(); ++i) {
    const auto& [key, object] = listing->objects[i];
    if (options.continues &&
        std::tie(key.name_space, key.name) <= std::tie(options.continues->name_space, options.continues->name)) {
      continue;
    }
    if (options.selector.Matches(*object)) objects.push_back(object);
    const std::size_t left = listing->objects.size() - i - 1;
    if (options.limit == 0 || objects.size() < options.limit || left == 0) continue;
    meta["continue"] = ContinueToken{listing->revision, key.name_space, key.name}.Encode();
    if (options.selector.empty()) meta["remainingItemCount"] = left;
    break;
  }
  return rendering.Many(resource, objects, std::move(meta));
}

}  // namespace kube::apiserver
