// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The Apply half of structured-merge-diff's Updater: merge, drop what is no longer applied, look for conflicts.
#include "samples/kube/apiserver/patch/apply.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "samples/kube/apiserver/wire/clock.h"
#include "samples/kube/apiserver/wire/go_text.h"
#include "samples/kube/apiserver/wire/status_error.h"

namespace kube::apiserver {
namespace {

// What structured-merge-diff says of a value that is not of its schema.
void CheckTyped(const Json& value, const Schema& schema, const std::string& path, std::vector<std::string>& errors) {
  if (value.is_null() || schema.type.empty() || schema.int_or_string) return;
  if (schema.type == "object") {
    if (!value.is_object()) {
      errors.push_back(path + ": expected map, got &{" + GoValue(value) + "}");
      return;
    }
    for (const auto& [name, child] : value.items()) {
      const Schema* property = schema.Property(name);
      if (property != nullptr) {
        CheckTyped(child, *property, path + "." + name, errors);
      } else if (!schema.preserve_unknown) {
        errors.push_back(path + "." + name + ": field not declared in schema");
        return;  // the real one looks no further here
      }
    }
  } else if (schema.type == "array") {
    if (!value.is_array()) {
      errors.push_back(path + ": expected list, got &{" + GoValue(value) + "}");
      return;
    }
    std::set<std::string> seen;
    for (std::size_t i = 0; i < value.size(); ++i) {
      const bool named = std::any_of(schema.list_keys.begin(), schema.list_keys.end(), [&](const std::string& key) {
        const Schema* property = schema.items->Property(key);
        return !At(value[i], key).is_null() || (property != nullptr && !KeyDefault(*property).is_null());
      });
      if (schema.list_type == "map" && !named) {
        std::vector<std::string> keys;
        for (const std::string& key : schema.list_keys) keys.push_back(Quoted(key));
        errors.push_back(path + ": element " + std::to_string(i) +
                         ": associative list with keys has an element that omits all key fields [" + Join(keys, " ") +
                         "] (and doesn't have default values for any key fields)");
      }
      if (schema.IsGranularList() && !seen.insert(ItemElement(value[i], schema)).second) {
        errors.push_back(path + ": duplicate entries for key " + ElementText(ItemElement(value[i], schema)));
      }
      const bool by_element = schema.IsGranularList() && (schema.list_type == "set" || value[i].is_object());
      const std::string step = by_element ? ElementText(ItemElement(value[i], schema)) : "[" + std::to_string(i) + "]";
      if (schema.items) CheckTyped(value[i], *schema.items, path + step, errors);
    }
  } else if (schema.type == "integer" || schema.type == "number") {
    if (!value.is_number()) errors.push_back(path + ": expected numeric (int or float), got " + value.type_name());
  } else if (schema.type == "boolean") {
    if (!value.is_boolean()) errors.push_back(path + ": expected boolean, got " + value.dump());
  } else if (schema.type == "string" && schema.format != "quantity" && !value.is_string()) {
    errors.push_back(path + ": expected string, got &value.valueUnstructured{Value:" + GoValue(value) + "}");
  }
}

bool IsGranular(const Schema* schema, const Json& value) {
  if (value.is_object()) return schema == nullptr || !schema->atomic_map;
  return value.is_array() && schema != nullptr && schema->IsGranularList();
}

void Merge(Json& into, const Json& config, const Schema* schema);

// The walk of structured-merge-diff's visitListItems: shared items take the order of `config`, others stay near where
// they were.
void MergeItems(Json& into, const Json& config, const Schema& schema) {
  std::vector<std::string> ours, theirs;
  std::map<std::string, std::size_t> our_place, their_place;
  for (const Json& item : into) {
    our_place.emplace(ItemElement(item, schema), ours.size());
    ours.push_back(ItemElement(item, schema));
  }
  for (const Json& item : config) {
    their_place.emplace(ItemElement(item, schema), theirs.size());
    theirs.push_back(ItemElement(item, schema));
  }
  std::deque<std::string> shared;
  for (const std::string& element : theirs) {
    if (our_place.contains(element)) shared.push_back(element);
  }
  Json out = Json::array();
  const auto take_theirs = [&](std::size_t at) {
    const auto known = our_place.find(theirs[at]);
    if (known == our_place.end()) {
      out.push_back(config[at]);
      return;
    }
    Json item = into[known->second];
    if (item.is_object()) Merge(item, config[at], schema.items.get());
    out.push_back(std::move(item));
  };
  std::set<std::string> merged;
  std::size_t l = 0, r = 0;
  while (l < ours.size() || r < theirs.size()) {
    if (l < ours.size() && r < theirs.size()) {
      if (ours[l] == theirs[r]) {
        merged.insert(ours[l]);
        take_theirs(r);
        ++l;
        ++r;
        if (!shared.empty()) shared.pop_front();
        continue;
      }
      if (their_place.contains(ours[l]) && !shared.empty() && shared.front() != ours[l]) {
        ++l;
        continue;
      }
    }
    if (l < ours.size()) {
      if (!their_place.contains(ours[l])) {
        out.push_back(into[l++]);
        continue;
      }
      if (merged.contains(ours[l])) ++l;
    }
    if (r < theirs.size()) {
      merged.insert(theirs[r]);
      take_theirs(r);
      if (!shared.empty() && shared.front() == theirs[r]) shared.pop_front();
      ++r;
    }
  }
  into = std::move(out);
}

void Merge(Json& into, const Json& config, const Schema* schema) {
  if (config.is_null() && !into.empty() && IsGranular(schema, into)) return;  // what was applied goes, others' stays
  if (into.type() != config.type() || !IsGranular(schema, config)) {
    into = config;
    return;
  }
  if (config.is_object()) {
    for (const auto& [name, value] : config.items()) {
      const Schema* property = schema == nullptr ? nullptr : schema->Property(name);
      if (into.contains(name)) {
        Merge(into[name], value, property);
      } else {
        into[name] = value;
      }
    }
    return;
  }
  MergeItems(into, config, *schema);
}

// Removes what `last` names and `kept` does not, with all that is below it. What loses its last member or item is null.
void Drop(Json& value, const FieldSet& last, const FieldSet& kept, const Schema* schema) {
  const bool had = value.is_structured() && !value.empty();
  for (const auto& [element, child] : last.children) {
    const auto still = kept.children.find(element);
    if (element[0] == 'f') {
      const std::string name = element.substr(2);
      if (!value.is_object() || !value.contains(name)) continue;
      if (still == kept.children.end()) {
        value.erase(name);
      } else {
        Drop(value[name], child, still->second, schema == nullptr ? nullptr : schema->Property(name));
      }
    } else if (value.is_array() && schema != nullptr) {
      for (auto it = value.begin(); it != value.end(); ++it) {
        if (ItemElement(*it, *schema) != element) continue;
        if (still == kept.children.end()) {
          value.erase(it);
        } else {
          Drop(*it, child, still->second, schema->items.get());
        }
        break;
      }
    }
  }
  if (had && value.empty()) value = nullptr;
}

// `to_scale`: the conflict is about a Scale, where scales are what they are called there.
std::string Shown(const Manager& manager, bool to_scale) {
  std::string text = Quoted(manager.name);
  if (!manager.subresource.empty()) text += " with subresource " + Quoted(manager.subresource);
  if (manager.operation != "Update") return text;
  return text + " using " + (to_scale && manager.subresource == "scale" ? "autoscaling/v1" : manager.api_version);
}

[[noreturn]] void ThrowConflicts(const std::map<std::string, std::vector<std::string>>& by_manager) {
  Json causes = Json::array();
  std::vector<std::string> messages;
  for (const auto& [manager, paths] : by_manager) {
    for (const std::string& path : paths) {
      causes.push_back({{"reason", "FieldManagerConflict"}, {"message", "conflict with " + manager}, {"field", path}});
    }
    messages.push_back(paths.size() == 1 ? "conflict with " + manager + ": " + paths[0]
                                         : "conflicts with " + manager + ":\n- " + Join(paths, "\n- "));
  }
  throw StatusError(409, "Conflict",
                    "Apply failed with " + std::to_string(causes.size()) +
                        (causes.size() == 1 ? " conflict: " : " conflicts: ") + Join(messages, "\n"),
                    {{"causes", causes}});
}

}  // namespace

Applied Apply(const Resource& resource, const Json* live, Json config, const Manager& manager, bool force) {
  std::vector<std::string> wrong;
  CheckTyped(config, *resource.schema, "", wrong);
  if (!wrong.empty()) {
    const Json& meta = At(config, "metadata");
    throw StatusError::Internal("failed to create typed patch object (" + TextAt(meta, "namespace") + "/" +
                                TextAt(meta, "name") + "; " + resource.group + "/" + resource.version +
                                ", Kind=" + resource.kind +
                                "): " + (wrong.size() == 1 ? wrong[0] : "errors:\n  " + Join(wrong, "\n  ")));
  }
  if (manager.subresource.empty() && resource.has_status) config.erase("status");
  if (manager.subresource == "status") {  // the rest is not this subresource's to apply
    for (auto it = config.begin(); it != config.end();) {
      const bool kept =
          it.key() == "apiVersion" || it.key() == "kind" || it.key() == "metadata" || it.key() == "status";
      it = kept ? std::next(it) : config.erase(it);
    }
    if (config.contains("metadata")) config["metadata"] = {{"name", TextAt(config["metadata"], "name")}};
  }
  FieldSet fields = FieldsOf(config, resource.schema.get());
  StripUnowned(fields);

  Json merged = live != nullptr ? *live : Json(config);
  if (!At(merged, "metadata").is_object()) merged["metadata"] = Json::object();
  if (live != nullptr) Merge(merged, config, resource.schema.get());
  Managed managed = ReadManaged(live != nullptr ? *live : Json(nullptr));
  if (live != nullptr && managed.empty()) {  // what was there before anybody said who owns it
    FieldSet all = FieldsOf(*live, resource.schema.get());
    StripUnowned(all);
    if (resource.has_status) all.Erase({"f:status"});
    managed[{"before-first-apply", "Update", resource.GroupVersion(), ""}] = {
        std::move(all), TextAt((*live)["metadata"], "creationTimestamp")};
  }
  const FieldSet last = managed.contains(manager) ? managed[manager].fields : FieldSet();
  FieldSet kept = fields;
  for (const auto& [other, entry] : managed) {
    if (other != manager) kept.Add(entry.fields);
  }
  kept.children["f:metadata"].children["f:name"].member = true;  // owned by nobody, and always there
  Drop(merged, last, kept, resource.schema.get());

  FieldChanges changes = CompareFields(live != nullptr ? *live : resource.zero, merged, resource.schema.get());
  StripUnowned(changes.changed);
  StripUnowned(changes.removed);
  std::map<std::string, std::vector<std::string>> conflicts;
  for (auto& [other, entry] : managed) {
    if (other == manager) continue;
    const FieldSet both = entry.fields.Intersection(changes.changed);
    if (!both.Empty() && !force) {
      auto& paths = conflicts[Shown(other, manager.subresource == "scale")];
      for (const std::string& path : both.Paths()) paths.push_back(path);
    }
    entry.fields.Subtract(changes.changed);
    entry.fields.Subtract(changes.removed);
  }
  if (!conflicts.empty()) ThrowConflicts(conflicts);

  ManagedEntry& own = managed[manager];
  const bool same = live != nullptr && changes.changed.Empty() && changes.removed.Empty();
  if (!same && own.fields != fields && manager.subresource != "scale")
    own.time = NowText();  // the real one leaves it out when nothing else changed
  own.fields = fields;
  WriteManaged(managed, merged);
  return {std::move(merged)};
}

}  // namespace kube::apiserver
