// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A structural schema: the one description of a kind that pruning, defaulting, validation, patches by key and field
// ownership share. It comes from a CRD's openAPIV3Schema or, for built-in kinds, from type text (type_text.h).
#ifndef SAMPLES_KUBE_APISERVER_SCHEMA_SCHEMA_H_
#define SAMPLES_KUBE_APISERVER_SCHEMA_SCHEMA_H_

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {

struct Schema;
using SchemaPtr = std::shared_ptr<const Schema>;

struct Schema {
  std::string type;  // object, array, string, integer, number, boolean; empty: anything
  std::string format;
  std::map<std::string, SchemaPtr> properties;
  SchemaPtr items;
  SchemaPtr additional;  // the values of a map
  bool preserve_unknown = false;
  bool embedded_resource = false;
  bool int_or_string = false;
  bool nullable = false;
  std::vector<std::string> required;
  Json default_value = nullptr;  // null: none
  std::vector<Json> allowed;     // enum
  std::string pattern;
  std::optional<double> minimum, maximum, multiple_of;
  bool exclusive_minimum = false, exclusive_maximum = false;
  std::optional<long> min_length, max_length, min_items, max_items, min_properties, max_properties;
  std::vector<SchemaPtr> all_of, any_of, one_of;
  SchemaPtr none_of;  // `not`

  std::string list_type;  // atomic (also when empty), set, map
  std::vector<std::string> list_keys;
  bool atomic_map = false;

  // Of built-in kinds only.
  std::string go_type;             // as Go's messages name it: int32, v1.PodSpec, []v1.Container
  std::string struct_name;         // PodSpec; empty: no struct
  std::vector<std::string> order;  // of a struct's fields, as Go declares and writes them
  bool optional = false;           // a pointer: a zero value is kept, an absent one stays absent
  bool kept = false;               // written also when empty: no omitempty
  bool merged_list = false;        // strategic merge patch merges it
  std::string merge_key;           // by this key; empty: a list of primitives
  bool retain_keys = false;        // strategic merge patch may name the only keys to keep (a union)

  const Schema* Property(const std::string& name) const;  // declared one, or that of a map's values; null: unknown
  bool IsGranularMap() const { return type == "object" && !atomic_map; }
  bool IsGranularList() const { return type == "array" && (list_type == "map" || list_type == "set"); }
};

// From JSON schema as CRDs have it. Unknown keywords are ignored: the CRD's validation names what is forbidden.
SchemaPtr ParseSchema(const Json& document);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_SCHEMA_SCHEMA_H_
