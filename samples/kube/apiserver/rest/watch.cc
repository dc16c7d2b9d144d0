// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A watch: what is there, then what changes, with bookmarks.
#include <algorithm>
#include <chrono>
#include <deque>
#include <utility>

#include "samples/kube/apiserver/rest/reader.h"
#include "samples/kube/apiserver/wire/random_text.h"

namespace kube::apiserver {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kBookmarkEvery = std::chrono::minutes(1);

class WatchStream : public LineSource {
 public:
  WatchStream(const Store& store, ResourcePtr resource, std::string name_space, ListOptions options,
              Rendering rendering, std::function<bool()> dropped)
      : store_(store),
        resource_(std::move(resource)),
        name_space_(std::move(name_space)),
        options_(std::move(options)),
        rendering_(std::move(rendering)),
        dropped_(std::move(dropped)) {
    const int seconds =
        options_.timeout_seconds > 0 ? options_.timeout_seconds : 1800 + static_cast<int>(RandomBelow(1800));
    deadline_ = Clock::now() + std::chrono::seconds(seconds);
    ScheduleBookmark();
    if (options_.timeout_seconds < 0) {  // over before it begins
      End(StatusError(500, "InternalError", "context deadline exceeded"));
      return;
    }
    if (options_.initial_events.value_or(false)) {
      Begin();
    } else {
      revision_ = options_.resource_version.empty() ? store_.revision() : options_.Revision();
    }
  }

  bool Next(std::string& out) override {
    if (!first_.empty()) {
      out += std::exchange(first_, {});
      return true;
    }
    const auto now = Clock::now();
    if (now >= deadline_ || dropped_()) return false;
    const auto until = std::min({deadline_, bookmark_, now + std::chrono::milliseconds(200)});
    const Store::Changes changes = store_.After(
        revision_, std::chrono::duration_cast<std::chrono::milliseconds>(until - now) + std::chrono::milliseconds(1));
    if (changes.closed) return false;
    if (changes.compacted) {
      out += Line("ERROR", Expired("too old resource version: " + std::to_string(revision_) + " (" +
                                   std::to_string(store_.compacted() + 1) + ")")
                               .body());
      deadline_ = now;
      return true;
    }
    for (const Change& change : changes.changes) {
      Tell(change, out);
      revision_ = change.revision;
    }
    if (Clock::now() >= bookmark_) {
      out += Line("BOOKMARK", Bookmark(revision_, false));
      ScheduleBookmark();
    }
    return true;
  }

 private:
  bool Wanted(const ObjectKey& key) const {
    return key.resource == resource_->StorageKey() && (name_space_.empty() || key.name_space == name_space_);
  }

  void End(const StatusError& error) {
    first_ = Line("ERROR", error.body());
    deadline_ = Clock::now();
  }

  void Begin() {
    try {
      if (!options_.resource_version.empty()) WaitForRevision(store_, options_.Revision());
    } catch (const StatusError& error) {
      End(error);
      return;
    }
    const auto listing = store_.List(resource_->StorageKey(), name_space_);
    revision_ = listing->revision;
    for (const auto& [key, object] : listing->objects) {
      if (options_.selector.Matches(*object)) first_ += Line("ADDED", Shown(*object));
    }
    if (options_.bookmarks) first_ += Line("BOOKMARK", Bookmark(revision_, true));
  }

  // A bookmark a minute, and one two seconds before the end, so that the next watch begins where this one got to.
  void ScheduleBookmark() {
    bookmark_ = Clock::time_point::max();
    if (!options_.bookmarks) return;
    const auto now = Clock::now();
    const auto last = deadline_ - std::chrono::seconds(2);
    if (now + kBookmarkEvery < last) {
      bookmark_ = now + kBookmarkEvery;
    } else if (last > now) {
      bookmark_ = last;
    }
  }

  static std::string Line(const char* type, const Json& object) {
    return Json{{"type", type}, {"object", object}}.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }

  // The columns of a table are told once.
  Json Shown(const Json& object) {
    Json out = rendering_.One(*resource_, object);
    if (rendering_.form == Rendering::Form::kTable && std::exchange(columns_told_, true)) {
      out["columnDefinitions"] = nullptr;
    }
    return out;
  }

  Json Bookmark(std::uint64_t revision, bool end_of_initial) const {
    Json object = rendering_.form == Rendering::Form::kMetadata
                      ? Json{{"kind", "PartialObjectMetadata"}, {"apiVersion", "meta.k8s.io/v1"}}
                      : resource_->zero;
    if (!object.contains("kind")) {
      object["kind"] = resource_->kind;
      object["apiVersion"] = resource_->GroupVersion();
    }
    object["metadata"] = {{"resourceVersion", std::to_string(revision)}};
    if (end_of_initial) object["metadata"]["annotations"] = {{"k8s.io/initial-events-end", "true"}};
    return object;
  }

  // An object that leaves what the selector selects is deleted as far as this watch can see, with the state it had.
  void Tell(const Change& change, std::string& out) {
    if (!Wanted(change.key)) return;
    const bool was = change.previous && options_.selector.Matches(*change.previous);
    const bool is = change.object && options_.selector.Matches(*change.object);
    if (is) {
      out += Line(was ? "MODIFIED" : "ADDED", Shown(*change.object));
    } else if (was) {
      Json last = *change.previous;
      last["metadata"]["resourceVersion"] = std::to_string(change.revision);
      out += Line("DELETED", Shown(last));
    }
  }

  const Store& store_;
  const ResourcePtr resource_;
  const std::string name_space_;
  const ListOptions options_;
  const Rendering rendering_;
  const std::function<bool()> dropped_;
  bool columns_told_ = false;
  std::uint64_t revision_ = 0;
  std::string first_;
  Clock::time_point deadline_;
  Clock::time_point bookmark_;
};

}  // namespace

std::shared_ptr<LineSource> WatchObjects(const Store& store, ResourcePtr resource, const std::string& name_space,
                                         const ListOptions& options, const Rendering& rendering,
                                         std::function<bool()> dropped) {
  return std::make_shared<WatchStream>(store, std::move(resource), name_space, options, rendering, std::move(dropped));
}

}  // namespace kube::apiserver
