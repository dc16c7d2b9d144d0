// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// apiextensions' structural defaulting.
#include "samples/kube/apiserver/schema/defaults.h"

namespace kube::apiserver {

void FillDefaults(Json& value, const Schema& schema) {
  if (value.is_object()) {
    for (const auto& [name, property] : schema.properties) {
      if (property->default_value.is_null()) continue;
      const auto found = value.find(name);
      if (found == value.end() || (found->is_null() && !property->nullable)) value[name] = property->default_value;
    }
    for (auto& [name, child] : value.items()) {
      if (const Schema* property = schema.Property(name)) FillDefaults(child, *property);
    }
  } else if (value.is_array() && schema.items) {
    for (Json& item : value) FillDefaults(item, *schema.items);
  }
}

}  // namespace kube::apiserver
