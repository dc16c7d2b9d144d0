// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// apiextensions' structural pruning.
#include "samples/kube/apiserver/schema/prune.h"

namespace kube::apiserver {

void PruneInto(Json& value, const Schema& schema, const std::string& path, std::vector<std::string>& removed) {
  if (value.is_array() && schema.items) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      PruneInto(value[i], *schema.items, path + "[" + std::to_string(i) + "]", removed);
    }
  }
  if (!value.is_object()) return;
  for (auto it = value.begin(); it != value.end();) {
    const std::string child = path.empty() ? it.key() : path + "." + it.key();
    if (const Schema* property = schema.Property(it.key())) {
      PruneInto(it.value(), *property, child, removed);
    } else if (!schema.preserve_unknown && schema.type != "" &&
               !(schema.embedded_resource &&
                 (it.key() == "apiVersion" || it.key() == "kind" || it.key() == "metadata"))) {
      removed.push_back(child);
      it = value.erase(it);
      continue;
    }
    ++it;
  }
}

std::vector<std::string> Prune(Json& value, const Schema& schema) {
  std::vector<std::string> removed;
  PruneInto(value, schema, "", removed);
  return removed;
}

}  // namespace kube::apiserver
