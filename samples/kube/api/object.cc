// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Names in messages.
#include "samples/kube/api/object.h"

namespace kube {
namespace {

std::string Text(const Json& json, const char* key) {
  if (!json.is_object()) return "";
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

}  // namespace

std::string Describe(const ResourceType& type, const Json& json) {
  std::string text = type.kind;
  if (!json.is_object() || !json.contains("metadata")) return text;
  const std::string name = ObjectKey{Text(json["metadata"], "namespace"), Text(json["metadata"], "name")}.Text();
  return name.empty() ? text : text + " " + name;
}

void CheckKind(const ResourceType& type, const Json& json) {
  if (!json.is_object()) {
    throw DecodeError(std::string(type.kind) + ": expected an object, got a value of type " + json.type_name());
  }
  const std::string kind = Text(json, "kind");
  if (!kind.empty() && kind != type.kind) {
    throw DecodeError(Describe(type, json) + ": kind: expected " + type.kind + ", got " + kind);
  }
}

}  // namespace kube
