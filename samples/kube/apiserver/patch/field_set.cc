// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Tries, and the two walks that fill them.
#include "samples/kube/apiserver/patch/field_set.h"

#include <algorithm>

namespace kube::apiserver {
namespace {

bool Granular(const Json& value, const Schema* schema) {
  if (schema == nullptr) return value.is_object();
  if (value.is_object()) return !schema->atomic_map && (schema->type == "object" || schema->type.empty());
  return value.is_array() && schema->IsGranularList();
}

void AddAll(const Json& value, const Schema* schema, FieldSet& out) {
  out.member = true;
  if (!Granular(value, schema)) return;
  if (value.is_object()) {
    for (const auto& [name, child] : value.items()) {
      AddAll(child, schema == nullptr ? nullptr : schema->Property(name), out.children["f:" + name]);
    }
    return;
  }
  for (const Json& item : value) AddAll(item, schema->items.get(), out.children[ItemElement(item, *schema)]);
}

std::map<std::string, const Json*> Items(const Json& list, const Schema& schema) {
  std::map<std::string, const Json*> out;
  for (const Json& item : list) out[ItemElement(item, schema)] = &item;
  return out;
}

void Compare(const Json& before, const Json& now, const Schema* schema, FieldSet& changed, FieldSet& removed) {
  if (before == now) return;
  if (before.is_null() && Granular(now, schema) && !now.empty()) {  // a null list or map is an empty one
    AddAll(now, schema, changed);
    changed.member = false;
    return;
  }
  if (now.is_null() && Granular(before, schema) && !before.empty()) {
    AddAll(before, schema, removed);
    removed.member = false;
    return;
  }
  if (before.type() != now.type() || !Granular(now, schema)) {
    changed.member = true;
    return;
  }
  std::map<std::string, std::pair<const Json*, const Json*>> pairs;
  std::map<std::string, const Schema*> schemas;
  if (now.is_object()) {
    for (const auto& [name, value] : before.items()) pairs["f:" + name].first = &value;
    for (const auto& [name, value] : now.items()) pairs["f:" + name].second = &value;
    for (const auto& [element, values] : pairs) {
      schemas[element] = schema == nullptr ? nullptr : schema->Property(element.substr(2));
    }
  } else {
    for (const auto& [element, item] : Items(before, *schema)) pairs[element].first = item;
    for (const auto& [element, item] : Items(now, *schema)) pairs[element].second = item;
    for (const auto& [element, values] : pairs) schemas[element] = schema->items.get();
    std::map<std::string, int> surplus;  // of what a list has twice
    for (const Json& item : before) ++surplus[ItemElement(item, *schema)];
    for (const Json& item : now) --surplus[ItemElement(item, *schema)];
    for (const auto& [element, count] : surplus) {
      const auto& [old_item, new_item] = pairs[element];
      if (count != 0 && old_item != nullptr && new_item != nullptr) changed.children[element].member = true;
    }
  }
  for (const auto& [element, values] : pairs) {
    FieldSet down_changed, down_removed;
    if (values.first == nullptr) {
      AddAll(*values.second, schemas[element], down_changed);
    } else if (values.second == nullptr) {
      AddAll(*values.first, schemas[element], down_removed);
    } else {
      Compare(*values.first, *values.second, schemas[element], down_changed, down_removed);
    }
    if (!down_changed.Empty()) changed.children[element].Add(down_changed);
    if (!down_removed.Empty()) removed.children[element] = std::move(down_removed);
  }
}

void Collect(const Json& value, const Schema* schema, FieldSet& out) {
  if (!Granular(value, schema) || (value.is_object() && value.empty())) {
    out.member = true;
    return;
  }
  if (value.is_object()) {
    for (const auto& [name, child] : value.items()) {
      FieldSet below;
      Collect(child, schema == nullptr ? nullptr : schema->Property(name), below);
      // The keys of a map are members themselves, the fields of a struct are not.
      if (schema == nullptr || !schema->properties.contains(name)) below.member = true;
      if (!below.Empty()) out.children["f:" + name] = std::move(below);
    }
    return;
  }
  for (const Json& item : value) {
    FieldSet& node = out.children[ItemElement(item, *schema)];
    if (item.is_object()) Collect(item, schema->items.get(), node);
    node.member = true;
  }
}

void ListPaths(const FieldSet& set, const std::string& at, std::vector<std::string>& out) {
  if (set.member) out.push_back(at);
  for (const auto& [element, child] : set.children) ListPaths(child, at + ElementText(element), out);
}

}  // namespace

std::string ElementText(const std::string& element) {
  const std::string text = element.substr(2);
  if (element[0] == 'v') return "[=" + text + "]";
  if (element[0] != 'k') return "." + text;
  std::string step;
  const Json key = Json::parse(text);
  for (const auto& [name, value] : key.items()) step += (step.empty() ? "" : ",") + name + "=" + value.dump();
  return "[" + step + "]";
}

Json KeyDefault(const Schema& property) {
  if (!property.default_value.is_null() || !property.kept || property.optional) return property.default_value;
  if (property.type == "string") return "";
  return property.type == "integer" ? Json(0) : Json(nullptr);
}

std::string ItemElement(const Json& item, const Schema& list) {
  if (list.list_type == "set") return "v:" + item.dump();
  Json key = Json::object();
  for (const std::string& name : list.list_keys) {
    const Json& value = At(item, name);
    const Schema* property = list.items->Property(name);
    if (!value.is_null()) {
      key[name] = value;
    } else if (property != nullptr && !KeyDefault(*property).is_null()) {
      key[name] = KeyDefault(*property);
    }
  }
  return "k:" + key.dump();
}

void FieldSet::Add(const FieldSet& other) {
  member = member || other.member;
  for (const auto& [element, child] : other.children) children[element].Add(child);
}

void FieldSet::Subtract(const FieldSet& other) {
  member = member && !other.member;
  for (const auto& [element, child] : other.children) {
    const auto found = children.find(element);
    if (found == children.end()) continue;
    found->second.Subtract(child);
    if (found->second.Empty()) children.erase(found);
  }
}

FieldSet FieldSet::Intersection(const FieldSet& other) const {
  FieldSet out;
  out.member = member && other.member;
  for (const auto& [element, child] : children) {
    const auto found = other.children.find(element);
    if (found == other.children.end()) continue;
    FieldSet both = child.Intersection(found->second);
    if (!both.Empty()) out.children[element] = std::move(both);
  }
  return out;
}

void FieldSet::Erase(const std::vector<std::string>& path) {
  if (path.empty()) return;
  const auto found = children.find(path[0]);
  if (found == children.end()) return;
  if (path.size() == 1) {
    children.erase(found);
    return;
  }
  found->second.Erase({path.begin() + 1, path.end()});
  if (found->second.Empty()) children.erase(found);
}

std::vector<std::string> FieldSet::Paths() const {
  std::vector<std::string> out;
  ListPaths(*this, "", out);
  return out;
}

Json FieldSet::Write() const {
  Json out = Json::object();
  for (const auto& [element, child] : children) {
    out[element] = child.Write();
    if (child.member && !child.children.empty()) out[element]["."] = Json::object();
  }
  return out;
}

FieldSet FieldSet::Read(const Json& fields_v1) {
  FieldSet out;
  if (!fields_v1.is_object()) return out;
  for (const auto& [element, child] : fields_v1.items()) {
    if (element == ".") {
      out.member = true;
    } else if (element.size() > 1 && element[1] == ':') {
      FieldSet& node = out.children[element] = Read(child);
      if (child.empty()) node.member = true;
    }
  }
  return out;
}

FieldSet FieldsOf(const Json& value, const Schema* schema) {
  FieldSet out;
  Collect(value, schema, out);
  out.member = false;
  return out;
}

FieldChanges CompareFields(const Json& before, const Json& now, const Schema* schema) {
  FieldChanges out;
  Compare(before, now, schema, out.changed, out.removed);
  out.changed.member = out.removed.member = false;
  return out;
}

}  // namespace kube::apiserver
