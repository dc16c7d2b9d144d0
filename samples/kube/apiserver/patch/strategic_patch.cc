// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// apimachinery's strategicpatch, function by function, its odd orders included.
#include "samples/kube/apiserver/patch/strategic_patch.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "samples/kube/apiserver/wire/go_text.h"
#include "samples/kube/apiserver/wire/status_error.h"

namespace kube::apiserver {
namespace {

constexpr std::string_view kDelete = "$deleteFromPrimitiveList/";
constexpr std::string_view kOrder = "$setElementOrder/";
constexpr const char* kBadOrder = "invalid patch format of setElementOrder list";

bool HasDirective(const Json& value) { return value.is_object() && value.contains("$patch"); }

[[noreturn]] void ThrowNoKey(const Json& item, const std::string& key) {
  throw StatusError::Internal("map: " + GoValue(item) + " does not contain declared merge key: " + key);
}
[[noreturn]] void ThrowBadDirective(const Json& directive, const Json& map) {
  throw StatusError::Internal("unknown patch type: " + GoValue(directive) + " in map: " + GoValue(map));
}
// False: the value itself is a directive.
bool RemoveDirectives(Json& value) {
  if (value.is_object()) {
    if (HasDirective(value)) return false;
    for (auto it = value.begin(); it != value.end();) it = RemoveDirectives(*it) ? std::next(it) : value.erase(it);
  } else if (value.is_array()) {
    for (auto it = value.begin(); it != value.end();) it = RemoveDirectives(*it) ? std::next(it) : value.erase(it);
  }
  return true;
}

void DiscardNulls(Json& value) {
  if (value.is_object()) {
    for (auto it = value.begin(); it != value.end();) {
      if (it->is_null()) {
        it = value.erase(it);
      } else {
        DiscardNulls(*it);
        ++it;
      }
    }
  } else if (value.is_array()) {
    for (Json& item : value) DiscardNulls(item);
  }
}

// What an item of a list is known by: itself, or its merge key. `key` empty: a list of primitives.
const Json& Identity(const Json& item, const std::string& key) {
  if (key.empty()) return item;
  if (!item.is_object()) {
    throw StatusError::Internal("expected a map[string]interface {}, but received a " + GoTypeOf(item));
  }
  const auto found = item.find(key);
  if (found == item.end()) ThrowNoKey(item, key);
  return *found;
}

int IndexOf(const Json& list, const Json& item, const std::string& key) {
  const Json& wanted = Identity(item, key);
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (Identity(list[i], key) == wanted) return static_cast<int>(i);
  }
  return -1;
}

// sort.SliceStable with a comparison that says "less" of whatever is not in `order`: below 20 items an insertion sort.
void SortBy(Json& items, const Json& order, const std::string& key) {
  const auto less = [&](const Json& left, const Json& right) {
    const int l = IndexOf(order, left, key);
    if (l < 0) return true;
    const int r = IndexOf(order, right, key);
    return r < 0 || l < r;
  };
  for (std::size_t i = 1; i < items.size(); ++i) {
    for (std::size_t j = i; j > 0 && less(items[j], items[j - 1]); --j) std::swap(items[j], items[j - 1]);
  }
}

// Items of the patch in its order and the server's own in theirs; who comes first, as far as the server knows both.
Json Ordered(const Json& merged, const Json& patch_order, const Json& server_order, const std::string& key) {
  Json ours = Json::array(), servers = Json::array(), out = Json::array();
  for (const Json& item : merged) (IndexOf(patch_order, item, key) >= 0 ? ours : servers).push_back(item);
  SortBy(ours, patch_order, key);
  SortBy(servers, server_order, key);
  std::size_t i = 0, j = 0;
  while (i < servers.size() || j < ours.size()) {
    bool server_first = j >= ours.size();
    if (!server_first && i < servers.size()) {
      const int left = IndexOf(server_order, servers[i], key), right = IndexOf(server_order, ours[j], key);
      server_first = left >= 0 && right >= 0 && left < right;
    }
    out.push_back(server_first ? servers[i++] : ours[j++]);
  }
  return out;
}

Json MergeMaps(Json into, Json patch, const Schema* schema);

Json MergeLists(Json into, Json patch, const Schema& schema, bool deletes) {
  if (into.empty() && patch.empty()) return into;
  const Json& sample = into.empty() ? patch[0] : into[0];
  for (const Json* list : {&into, &patch}) {
    for (const Json& item : *list) {
      if (item.is_array()) throw StatusError(422, "Invalid", "lists of lists are not supported", Json::object());
      if (item.is_object() != sample.is_object()) throw StatusError::Internal("lists of mixed types are not supported");
    }
  }
  if (!sample.is_object()) {
    if (deletes) {
      Json kept = Json::array();
      for (const Json& item : into) {
        if (std::find(patch.begin(), patch.end(), item) == patch.end()) kept.push_back(item);
      }
      return kept;
    }
    Json merged = Json::array();
    for (const Json* list : {&into, &patch}) {
      for (const Json& item : *list) {
        if (std::find(merged.begin(), merged.end(), item) == merged.end()) merged.push_back(item);
      }
    }
    return Ordered(merged, patch, into, "");
  }
  const std::string& key = schema.merge_key;
  if (key.empty()) throw StatusError::Internal("cannot merge lists without merge key for " + schema.go_type);
  Json plain = Json::array();
  bool replace = false;
  for (Json& item : patch) {
    const Json& directive = At(item, "$patch");
    if (!item.contains("$patch")) {
      plain.push_back(std::move(item));
    } else if (directive == "delete") {
      for (int at = IndexOf(into, item, key); at >= 0; at = IndexOf(into, item, key)) {
        into.erase(static_cast<std::size_t>(at));
      }
    } else if (directive == "replace") {
      replace = true;
    } else if (directive == "merge") {
      throw StatusError::Internal("merging lists cannot yet be specified in the patch");
    } else {
      ThrowBadDirective(directive, item);
    }
  }
  if (replace) {
    into = std::move(plain);
    plain = Json::array();
  }
  Json merged = into;
  for (Json& item : plain) {
    Identity(item, key);
    const int at = IndexOf(merged, item, key);
    if (at < 0) {
      merged.push_back(item);
      continue;
    }
    Json& known = merged[static_cast<std::size_t>(at)];
    known = MergeMaps(std::move(known), item, schema.items.get());
  }
  return Ordered(merged, plain, into, key);
}

void RetainKeys(Json& into, Json& patch) {
  const auto found = patch.find("$retainKeys");
  if (found == patch.end()) return;
  const Json retained = *found;
  patch.erase(found);
  const auto kept = [&](const std::string& key) {
    return std::find(retained.begin(), retained.end(), Json(key)) != retained.end();
  };
  bool right = retained.is_array();
  for (const auto& [key, value] : patch.items()) {
    right = right && (value.is_null() || key.starts_with(kDelete) || key.starts_with(kOrder) || kept(key));
  }
  if (!right) throw BadRequest("invalid patch format of retainKeys");
  for (auto it = into.begin(); it != into.end();) it = kept(it.key()) ? std::next(it) : into.erase(it);
}

// The patch's items must come in the order that the directive gives.
void CheckOrder(const Json& patch, const Json& order, const std::string& key) {
  if (patch.empty() || order.empty()) return;
  Json named = Json::array();
  for (const Json& item : patch) {
    if (!HasDirective(item)) named.push_back(item);
  }
  std::size_t i = 0;
  for (std::size_t k = 0; i < named.size() && k < order.size(); ++k) {
    if (Identity(named[i], key) == Identity(order[k], key)) ++i;
  }
  if (i == named.size()) return;
  throw StatusError::Internal("The order in patch list:\n" + GoValue(patch) +
                              "\n doesn't match $setElementOrder list:\n" + GoValue(order) + "\n");
}

// The lists that the patch gives an order for.
void MergeOrdered(Json& into, Json& patch, const Schema* schema) {
  std::vector<std::pair<std::string, Json>> orders;
  for (const auto& [name, value] : patch.items()) {
    if (name.starts_with(kOrder)) orders.emplace_back(name.substr(kOrder.size()), value);
  }
  for (const auto& [name, order] : orders) {
    patch.erase(std::string(kOrder) + name);
    if (!order.is_array()) throw BadRequest(kBadOrder);
    const bool has_old = into.contains(name), has_new = patch.contains(name);
    if (!has_old && !has_new) continue;
    if ((has_old && !into[name].is_array()) || (has_new && !patch[name].is_array())) throw BadRequest(kBadOrder);
    const Schema* property = schema == nullptr ? nullptr : schema->Property(name);
    const std::string key = property == nullptr ? "" : property->merge_key;
    const Json before = has_old ? into[name] : Json::array();
    Json fresh = has_new ? patch[name] : Json::array();
    patch.erase(name);
    CheckOrder(fresh, order, key);
    Json merged = before;
    if (has_new && !has_old) {
      RemoveDirectives(fresh);
      merged = fresh;
    } else if (has_new) {
      merged = property != nullptr && property->merged_list ? MergeLists(before, fresh, *property, false) : fresh;
    }
    into[name] = Ordered(merged, order, before, key);
  }
}

Json MergeMaps(Json into, Json patch, const Schema* schema) {
  if (patch.contains("$patch")) {
    const Json directive = patch["$patch"];
    if (directive == "delete") return Json::object();
    if (directive != "replace") ThrowBadDirective(directive, patch);
    patch.erase("$patch");
    return patch;
  }
  RetainKeys(into, patch);
  MergeOrdered(into, patch, schema);
  for (auto& [given, value] : patch.items()) {
    const bool deletes = given.starts_with(kDelete);
    const std::string name = deletes ? given.substr(kDelete.size()) : given;
    if (value.is_null()) {
      into.erase(name);
      continue;
    }
    const bool known = into.contains(name);
    const bool alike = known && GoTypeOf(into[name]) == GoTypeOf(value) && !into[name].is_null();
    if (!alike || !(value.is_object() || value.is_array())) {
      if (deletes) continue;
      DiscardNulls(value);
      if (RemoveDirectives(value)) {
        into[name] = std::move(value);
      } else {
        into.erase(name);
      }
      continue;
    }
    const Schema* property = schema == nullptr ? nullptr : schema->Property(name);
    if (value.is_object()) {
      into[name] = MergeMaps(std::move(into[name]), std::move(value), property);
    } else if (deletes || (property != nullptr && property->merged_list)) {
      static const Schema kPrimitives;
      into[name] =
          MergeLists(std::move(into[name]), std::move(value), property != nullptr ? *property : kPrimitives, deletes);
    } else {
      into[name] = std::move(value);
    }
  }
  return into;
}

}  // namespace

void StrategicMerge(Json& into, Json patch, const Schema* schema) {
  into = MergeMaps(std::move(into), std::move(patch), schema);
}

}  // namespace kube::apiserver
