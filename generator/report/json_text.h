// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Reading and writing JSON without exceptions: what is missing or of another type is the fallback; bytes that are no
// UTF-8 (in file names) are written as U+FFFD.
#ifndef SPANSMITH_GENERATOR_REPORT_JSON_TEXT_H_
#define SPANSMITH_GENERATOR_REPORT_JSON_TEXT_H_

#include <nlohmann/json.hpp>
#include <string>

namespace spansmith::generator {

using Json = nlohmann::ordered_json;

inline std::string TextAt(const Json& object, const char* key) {
  const auto it = object.find(key);
  return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

inline unsigned NumberAt(const Json& object, const char* key) {
  const auto it = object.find(key);
  return it != object.end() && it->is_number_unsigned() ? it->get<unsigned>() : 0;
}

// An empty array if there is none.
inline bool TrueAt(const Json& object, const char* key) {
  const auto it = object.find(key);
  return it != object.end() && it->is_boolean() && it->get<bool>();
}

inline const Json& ListAt(const Json& object, const char* key) {
  static const Json none = Json::array();
  const auto it = object.find(key);
  return it != object.end() && it->is_array() ? *it : none;
}

inline std::string Written(const Json& value, int indent) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_REPORT_JSON_TEXT_H_
