// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// apimachinery's strategicpatch, without the element order directive.
#include "samples/kube/apiserver/patch/strategic_patch.h"

#include <algorithm>

namespace kube::apiserver {
namespace {

void WithoutDirectives(Json& value) {
  if (value.is_object()) {
    for (auto it = value.begin(); it != value.end();) {
      if (it.key().starts_with("$") || it->is_null()) {
        it = value.erase(it);
      } else {
        WithoutDirectives(*it);
        ++it;
      }
    }
  } else if (value.is_array()) {
    for (auto it = value.begin(); it != value.end();) {
      if (TextAt(*it, "$patch") == "delete") {
        it = value.erase(it);
      } else {
        WithoutDirectives(*it);
        ++it;
      }
    }
  }
}

void MergeList(Json& into, const Json& patch, const Schema& schema) {
  const bool replace =
      std::any_of(patch.begin(), patch.end(), [](const Json& item) { return TextAt(item, "$patch") == "replace"; });
  if (replace || !into.is_array()) {
    into = Json::array();
    for (Json item : patch) {
      if (!At(item, "$patch").is_null()) continue;
      WithoutDirectives(item);
      into.push_back(item);
    }
    return;
  }
  if (schema.merge_key.empty()) {
    for (const Json& item : patch) {
      if (std::find(into.begin(), into.end(), item) == into.end()) into.push_back(item);
    }
    return;
  }
  Json fresh = Json::array();
  for (Json item : patch) {
    const auto same = std::find_if(into.begin(), into.end(), [&](const Json& other) {
      return !At(other, schema.merge_key).is_null() && At(other, schema.merge_key) == At(item, schema.merge_key);
    });
    if (TextAt(item, "$patch") == "delete") {
      if (same != into.end()) into.erase(same);
    } else if (same != into.end()) {
      StrategicMerge(*same, item, schema.items.get());
    } else {
      WithoutDirectives(item);
      fresh.push_back(item);
    }
  }
  // New items come first, as the real server orders a patch without $setElementOrder.
  for (Json& item : into) fresh.push_back(std::move(item));
  into = std::move(fresh);
}

}  // namespace

void StrategicMerge(Json& into, const Json& patch, const Schema* schema) {
  if (!patch.is_object()) {
    into = patch;
    return;
  }
  const std::string directive = TextAt(patch, "$patch");
  if (directive == "replace" || !into.is_object()) {
    into = patch;
    WithoutDirectives(into);
    return;
  }
  if (directive == "delete") {
    into = Json::object();
    return;
  }
  if (const Json& retained = At(patch, "$retainKeys"); retained.is_array()) {
    for (auto it = into.begin(); it != into.end();) {
      it = std::find(retained.begin(), retained.end(), it.key()) == retained.end() ? into.erase(it) : std::next(it);
    }
  }
  constexpr std::string_view kDelete = "$deleteFromPrimitiveList/";
  for (const auto& [name, value] : patch.items()) {
    if (name.starts_with(kDelete)) {
      const std::string list = name.substr(kDelete.size());
      if (!At(into, list).is_array()) continue;
      for (const Json& gone : value)
        into[list].erase(std::remove(into[list].begin(), into[list].end(), gone), into[list].end());
      continue;
    }
    if (name.starts_with("$")) continue;
    const Schema* property = schema == nullptr ? nullptr : schema->Property(name);
    if (value.is_null()) {
      into.erase(name);
    } else if (value.is_array() && property != nullptr && property->merged_list) {
      MergeList(into[name], value, *property);
    } else if (value.is_object()) {
      StrategicMerge(into[name], value, property);
    } else {
      into[name] = value;
    }
  }
}

}  // namespace kube::apiserver
