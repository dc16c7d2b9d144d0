// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Sets of field paths, as managedFields writes them (FieldsV1 of structured-merge-diff).
#ifndef SAMPLES_KUBE_APISERVER_PATCH_FIELD_SET_H_
#define SAMPLES_KUBE_APISERVER_PATCH_FIELD_SET_H_

#include <map>
#include <string>
#include <vector>

#include "samples/kube/apiserver/schema/schema.h"

namespace kube::apiserver {

// A trie. Elements: f:NAME (field or map key), k:{...} (item of a keyed list), v:VALUE (member of a set).
struct FieldSet {
  bool member = false;
  std::map<std::string, FieldSet> children;

  bool Empty() const { return !member && children.empty(); }
  void Add(const FieldSet& other);
  void Subtract(const FieldSet& other);  // members only; empty branches go
  FieldSet Intersection(const FieldSet& other) const;
  void Erase(const std::vector<std::string>& path);  // the path and what is below it
  std::vector<std::string> Paths() const;            // of the members: .spec.cells[name="z1"].weight
  Json Write() const;
  static FieldSet Read(const Json& fields_v1);
  bool operator==(const FieldSet&) const = default;
};

// An element as paths show it: .name, [name="z1"], [="x"].
std::string ElementText(const std::string& element);

// What an item has for a key that it does not give; null: nothing.
Json KeyDefault(const Schema& property);

// The element of an item of a granular list.
std::string ItemElement(const Json& item, const Schema& list);

// What an applied configuration says something about: its leaves, and the items of its keyed lists.
FieldSet FieldsOf(const Json& value, const Schema* schema);

// What differs: of `changed` also what is new in `now`, of `removed` what was in `before` only.
struct FieldChanges {
  FieldSet changed, removed;
};
FieldChanges CompareFields(const Json& before, const Json& now, const Schema* schema);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_PATCH_FIELD_SET_H_
