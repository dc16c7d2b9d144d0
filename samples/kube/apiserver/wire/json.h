// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The JSON type of the server. Objects are sorted by key, as the real server writes custom resources.
#ifndef SAMPLES_KUBE_APISERVER_WIRE_JSON_H_
#define SAMPLES_KUBE_APISERVER_WIRE_JSON_H_

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace kube::apiserver {

using Json = nlohmann::json;

// The member of an object, or null; null also for what is no object. Never creates one.
inline const Json& At(const Json& object, std::string_view key) {
  static const Json null;
  if (!object.is_object()) return null;
  const auto found = object.find(key);
  return found == object.end() ? null : *found;
}

inline std::string TextOf(const Json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }
inline std::string TextAt(const Json& object, std::string_view key) { return TextOf(At(object, key)); }

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_WIRE_JSON_H_
