// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A line is a struct's name, or two spaces and a field.
#include "samples/kube/apiserver/schema/type_text.h"

#include <sstream>
#include <stdexcept>

namespace kube::apiserver {
namespace {

using Types = std::map<std::string, SchemaPtr>;

std::shared_ptr<Schema> ReadType(const std::string& text, const Types& types) {
  auto schema = std::make_shared<Schema>();
  if (text[0] == '*') {
    schema = ReadType(text.substr(1), types);
    schema->optional = true;
  } else if (text.starts_with("[]")) {
    schema->type = "array";
    schema->items = ReadType(text.substr(2), types);
    schema->go_type = "[]" + schema->items->go_type;
  } else if (text.starts_with("map[string]")) {
    schema->type = "object";
    schema->additional = ReadType(text.substr(11), types);
    schema->go_type = "map[string]" + schema->additional->go_type;
  } else if (text == "int32" || text == "int64") {
    schema->type = "integer";
    schema->go_type = schema->format = text;
  } else if (text == "bool") {
    schema->type = "boolean";
    schema->go_type = "bool";
  } else if (text == "float64") {
    schema->type = "number";
    schema->go_type = "float64";
  } else if (text == "string" || text == "UID") {
    schema->type = "string";
    schema->go_type = text == "UID" ? "types.UID" : "string";
  } else if (text == "bytes" || text == "time" || text == "micro-time" || text == "quantity") {
    schema->type = "string";
    schema->format = text == "bytes" ? "byte" : text == "time" ? "date-time" : text;
    schema->go_type = text == "bytes" ? "[]uint8" : text == "quantity" ? "resource.Quantity" : "string";
  } else if (text == "intstr") {
    schema->type = "string";
    schema->int_or_string = true;
    schema->go_type = "intstr.IntOrString";
  } else if (text == "any") {
    schema->preserve_unknown = true;
    schema->optional = true;
  } else if (const auto found = types.find(text); found != types.end()) {
    *schema = *found->second;
  } else {
    throw std::logic_error("type text: no type " + text);
  }
  return schema;
}

void ReadAttribute(const std::string& word, Schema& schema) {
  if (word == "set" || word == "atomic") {
    if (word == "atomic") schema.atomic_map = true;
    schema.list_type = word;
  } else if (word == "merge") {
    schema.merged_list = true;
  } else if (word.starts_with("merge=")) {
    schema.merged_list = true;
    schema.merge_key = word.substr(6);
  } else if (word.starts_with("keys=")) {
    schema.list_type = "map";
    std::istringstream keys(word.substr(5));
    for (std::string key; std::getline(keys, key, ',');) schema.list_keys.push_back(key);
  } else if (word == "kept") {
    schema.kept = true;
  } else if (word == "retain") {
    schema.retain_keys = true;
  } else if (word.starts_with("=")) {
    schema.default_value = Json::parse(word.substr(1));
  } else {
    throw std::logic_error("type text: no attribute " + word);
  }
}

}  // namespace

Types ReadTypes(std::string_view text, Types known) {
  std::istringstream lines{std::string(text)};
  std::shared_ptr<Schema> current;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string name;
    if (!(words >> name)) continue;
    if (line[0] != ' ') {
      current = std::make_shared<Schema>();
      current->type = "object";
      current->struct_name = name;
      current->go_type = "v1." + name;
      if (std::string word; words >> word) ReadAttribute(word, *current);
      known[name] = current;
      continue;
    }
    std::string type;
    words >> type;
    auto field = ReadType(type, known);
    for (std::string word; words >> word;) ReadAttribute(word, *field);
    current->properties[name] = field;
    current->order.push_back(name);
  }
  return known;
}

}  // namespace kube::apiserver
