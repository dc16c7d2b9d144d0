// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The order in which encoding/json writes the members of structs and maps.
#include <cstdlib>

#include "samples/kube/apiserver/schema/typed.h"

namespace kube::apiserver {
namespace {

const Json& Below(const Json& touched, const std::string& name) { return At(touched, name); }

void Write(const Json& value, const Schema* schema, const Json& touched, std::string& out) {
  if (value.is_array()) {
    out += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i > 0) out += ',';
      Write(value[i], schema == nullptr ? nullptr : schema->items.get(), Below(touched, std::to_string(i)), out);
    }
    out += ']';
    return;
  }
  if (!value.is_object()) {
    out += value.dump(-1, ' ', false, Json::error_handler_t::replace);
    return;
  }
  bool first = true;
  const auto member = [&](const std::string& name, const Json& child) {
    if (!first) out += ',';
    first = false;
    out += Json(name).dump(-1, ' ', false, Json::error_handler_t::replace) + ":";
    Write(child, schema == nullptr ? nullptr : schema->Property(name), Below(touched, name), out);
  };
  out += '{';
  if (schema != nullptr && !schema->order.empty() && !touched.is_object()) {
    for (const std::string& name : schema->order) {
      if (const auto found = value.find(name); found != value.end()) member(name, *found);
    }
    for (const auto& [name, child] : value.items()) {
      if (schema->Property(name) == nullptr) member(name, child);
    }
  } else {
    for (const auto& [name, child] : value.items()) member(name, child);
  }
  out += '}';
}

}  // namespace

std::string GoText(const Json& value, const Schema* schema, const Json& touched) {
  std::string out;
  Write(value, schema, touched, out);
  return out;
}

}  // namespace kube::apiserver
