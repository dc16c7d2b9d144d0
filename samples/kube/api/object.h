// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Objects of a resource type (api/resource_type.h) to JSON and back.
#ifndef SAMPLES_KUBE_API_OBJECT_H_
#define SAMPLES_KUBE_API_OBJECT_H_

#include <string>

#include "samples/kube/api/fields.h"
#include "samples/kube/api/object_meta.h"
#include "samples/kube/errors/errors.h"

namespace kube {

// "StatefulSet default/x", for messages; as much of it as the JSON has.
std::string Describe(const ResourceType& type, const Json& json);
// Throws DecodeError if `json` is no object, or says that it is of another kind.
void CheckKind(const ResourceType& type, const Json& json);

// With apiVersion and kind.
template <typename T>
Json ToJson(const T& object) {
  FieldWriter writer;
  const_cast<T&>(object).Fields(writer);
  Json json = writer.Take();
  json["apiVersion"] = T::kResource.ApiVersion();
  json["kind"] = T::kResource.kind;
  return json;
}

// Throws DecodeError that begins with the object's name.
template <typename T>
T FromJson(const Json& json) {
  CheckKind(T::kResource, json);
  T object;
  try {
    FieldReader reader(json);
    object.Fields(reader);
  } catch (const DecodeError& error) {
    throw DecodeError(Describe(T::kResource, json) + ": " + error.what());
  }
  return object;
}

}  // namespace kube

#endif  // SAMPLES_KUBE_API_OBJECT_H_
