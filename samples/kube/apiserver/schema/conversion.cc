// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// apimachinery's DefaultUnstructuredConverter, of which only the complaints are wanted.
#include <algorithm>
#include <cmath>

#include "samples/kube/apiserver/schema/typed.h"

namespace kube::apiserver {
namespace {

struct Complaint {
  std::string message;
};

// reflect.Kind of a decoded JSON value.
std::string KindOf(const Json& value) {
  if (value.is_object()) return "map";
  if (value.is_array()) return "slice";
  if (value.is_string()) return "string";
  if (value.is_boolean()) return "bool";
  return value.is_number_float() ? "float64" : "int64";
}

void Convert(const Json& value, const Schema& schema, const std::string& path, std::vector<std::string>& unknown);

void ConvertScalar(const Json& value, const Schema& schema) {
  const std::string kind = schema.type == "boolean" ? "bool" : schema.type == "string" ? "string" : schema.go_type;
  const bool number = schema.type == "integer" || schema.type == "number";
  if (value.is_string() && kind == "string") return;
  if (value.is_boolean() && kind == "bool") return;
  if (value.is_number()) {
    if (number && (!value.is_number_float() || schema.type == "number" ||
                   value.get<double>() == std::trunc(value.get<double>()))) {
      return;
    }
    if (number || (kind == "string" && !value.is_number_float())) {
      throw Complaint{"cannot convert " + KindOf(value) + " to " + schema.go_type};
    }
  }
  throw Complaint{"unrecognized type: " + kind};
}

void ConvertObject(const Json& value, const Schema& schema, const std::string& path,
                   std::vector<std::string>& unknown) {
  const bool is_struct = !schema.struct_name.empty();
  if (!value.is_object()) {
    throw Complaint{std::string("cannot restore ") + (is_struct ? "struct from: " : "map from ") + KindOf(value)};
  }
  const auto below = [&](const std::string& name) { return path.empty() ? name : path + "." + name; };
  if (!is_struct) {
    for (const auto& [name, child] : value.items()) {
      if (schema.additional) Convert(child, *schema.additional, below(name), unknown);
    }
    return;
  }
  for (const std::string& name : schema.order) {
    const Schema* property = schema.Property(name);
    if (property != nullptr && value.contains(name)) Convert(value[name], *property, below(name), unknown);
  }
  for (const auto& [name, child] : value.items()) {
    if (schema.Property(name) == nullptr) unknown.push_back(below(name));
  }
}

void Convert(const Json& value, const Schema& schema, const std::string& path, std::vector<std::string>& unknown) {
  if (value.is_null() || schema.preserve_unknown) return;
  const bool own_reader = schema.int_or_string || schema.format == "quantity" || schema.format == "date-time" ||
                          schema.format == "micro-time";
  if (own_reader || schema.format == "byte") {  // these read JSON themselves
    if (schema.format == "byte" && !value.is_string()) {
      if (!value.is_array()) throw Complaint{"cannot restore slice from " + KindOf(value)};
      return;
    }
    Json copy = value;
    const std::string error = DecodeStruct(copy, schema).error;
    if (!error.empty()) throw Complaint{schema.format == "byte" ? "error decoding from json: " + error : error};
  } else if (schema.type == "array") {
    if (!value.is_array()) throw Complaint{"cannot restore slice from " + KindOf(value)};
    for (std::size_t i = 0; i < value.size(); ++i) {
      Convert(value[i], *schema.items, path + "[" + std::to_string(i) + "]", unknown);
    }
  } else if (schema.type == "object") {
    ConvertObject(value, schema, path, unknown);
  } else if (!schema.type.empty()) {
    ConvertScalar(value, schema);
  }
}

}  // namespace

Decoded CheckConversion(const Json& value, const Schema& schema) {
  Decoded out;
  try {
    Convert(value, schema, "", out.unknown);
  } catch (const Complaint& complaint) {
    out.error = complaint.message;
  }
  std::sort(out.unknown.begin(), out.unknown.end());
  return out;
}

}  // namespace kube::apiserver
