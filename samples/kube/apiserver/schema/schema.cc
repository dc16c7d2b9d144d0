// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Reads openAPIV3Schema.
#include "samples/kube/apiserver/schema/schema.h"

namespace kube::apiserver {
namespace {

template <typename T>
std::optional<T> NumberAt(const Json& document, const char* key) {
  const Json& value = At(document, key);
  return value.is_number() ? std::optional<T>(value.get<T>()) : std::nullopt;
}

std::vector<SchemaPtr> ListAt(const Json& document, const char* key) {
  std::vector<SchemaPtr> out;
  for (const Json& part : At(document, key)) out.push_back(ParseSchema(part));
  return out;
}

bool FlagAt(const Json& document, const char* key) { return At(document, key) == true; }

}  // namespace

const Schema* Schema::Property(const std::string& name) const {
  const auto found = properties.find(name);
  if (found != properties.end()) return found->second.get();
  return additional.get();
}

SchemaPtr ParseSchema(const Json& document) {
  auto schema = std::make_shared<Schema>();
  schema->type = TextAt(document, "type");
  schema->format = TextAt(document, "format");
  const Json& properties = At(document, "properties");
  if (properties.is_object()) {
    for (const auto& [name, property] : properties.items()) schema->properties[name] = ParseSchema(property);
  }
  if (At(document, "items").is_object()) schema->items = ParseSchema(document["items"]);
  const Json& additional = At(document, "additionalProperties");
  if (additional.is_object()) schema->additional = ParseSchema(additional);
  if (additional == true) schema->preserve_unknown = true;
  schema->preserve_unknown = schema->preserve_unknown || FlagAt(document, "x-kubernetes-preserve-unknown-fields");
  schema->embedded_resource = FlagAt(document, "x-kubernetes-embedded-resource");
  schema->int_or_string = FlagAt(document, "x-kubernetes-int-or-string");
  schema->nullable = FlagAt(document, "nullable");
  for (const Json& name : At(document, "required")) schema->required.push_back(TextOf(name));
  schema->default_value = At(document, "default");
  for (const Json& value : At(document, "enum")) schema->allowed.push_back(value);
  schema->pattern = TextAt(document, "pattern");
  schema->minimum = NumberAt<double>(document, "minimum");
  schema->maximum = NumberAt<double>(document, "maximum");
  schema->multiple_of = NumberAt<double>(document, "multipleOf");
  schema->exclusive_minimum = FlagAt(document, "exclusiveMinimum");
  schema->exclusive_maximum = FlagAt(document, "exclusiveMaximum");
  schema->min_length = NumberAt<long>(document, "minLength");
  schema->max_length = NumberAt<long>(document, "maxLength");
  schema->min_items = NumberAt<long>(document, "minItems");
  schema->max_items = NumberAt<long>(document, "maxItems");
  schema->min_properties = NumberAt<long>(document, "minProperties");
  schema->max_properties = NumberAt<long>(document, "maxProperties");
  schema->all_of = ListAt(document, "allOf");
  schema->any_of = ListAt(document, "anyOf");
  schema->one_of = ListAt(document, "oneOf");
  if (At(document, "not").is_object()) schema->none_of = ParseSchema(document["not"]);
  schema->list_type = TextAt(document, "x-kubernetes-list-type");
  for (const Json& key : At(document, "x-kubernetes-list-map-keys")) schema->list_keys.push_back(TextOf(key));
  schema->atomic_map = TextAt(document, "x-kubernetes-map-type") == "atomic";
  return schema;
}

}  // namespace kube::apiserver
