// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One function a keyword family. Types and numbers follow kube-openapi's odd rules of formats.
#include "samples/kube/apiserver/schema/validate.h"

#include <algorithm>
#include <cmath>
#include <regex>
#include <set>

#include "samples/kube/apiserver/schema/format.h"
#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {
namespace {

std::string NumberText(double number) {
  return number == std::floor(number) && std::fabs(number) < 1e15 ? std::to_string(static_cast<long long>(number))
                                                                  : Json(number).dump();
}

// JSON type and Go format of a value, as kube-openapi infers them.
std::pair<std::string, std::string> TypeOf(const Json& value) {
  if (value.is_null()) return {"null", ""};
  if (value.is_string()) return {"string", ""};
  if (value.is_boolean()) return {"boolean", ""};
  if (value.is_number_float()) return {"number", "float64"};
  if (value.is_number()) return {"integer", "int64"};
  return {value.is_array() ? "array" : "object", ""};
}

bool IsWhole(const Json& value) {
  constexpr double kMost = 9007199254740991.0;  // beyond it a float is no integer to JavaScript, and so to swag
  return value.is_number_float() && std::fabs(value.get<double>()) <= kMost &&
         value.get<double>() == std::floor(value.get<double>());
}

// False: the type is wrong, which has been said.
bool CheckType(const Json& value, const Schema& schema, const std::string& path, FieldErrors& errors) {
  if (value.is_null() && schema.nullable) return true;
  if (schema.int_or_string) {
    if (value.is_string() || value.is_number_integer()) return true;
    errors.push_back(TypeInvalid(path, TypeOf(value).first,
                                 path + " in body must be of type integer,string: " + Quoted(TypeOf(value).first)));
    return false;
  }
  if (schema.type.empty()) return true;
  const auto [type, format] = TypeOf(value);
  const bool number = schema.type == "number" || schema.type == "integer";
  const bool fits = type == schema.type || (type == "integer" && schema.type == "number") ||
                    (schema.type == "integer" && IsWhole(value));
  if (fits) return true;
  const bool formatted = !schema.format.empty() && !value.is_string() && !value.is_array();
  if (!formatted && !schema.format.empty() && !number) return true;  // left to the format's own check
  const std::string wanted = formatted ? schema.format : schema.type;
  const std::string got = formatted ? format : type;
  errors.push_back(TypeInvalid(path, got, path + " in body must be of type " + wanted + ": " + Quoted(got)));
  return false;
}

void CheckNumber(const Json& value, const Schema& schema, const std::string& path, FieldErrors& errors) {
  const double number = value.get<double>();
  const auto say = [&](const std::string& what) {
    errors.push_back(Invalid(path, value, path + " in body should be " + what));
  };
  if (schema.multiple_of && value.is_number_integer()) {  // the factor is cut to an integer as well
    const auto factor = static_cast<long long>(*schema.multiple_of);
    if (factor <= 0) {
      errors.push_back(Invalid(
          path, factor, "factor MultipleOf declared for " + path + " must be positive: " + std::to_string(factor)));
    } else if (value.get<long long>() % factor != 0) {
      say("a multiple of " + NumberText(*schema.multiple_of));
    }
  } else if (schema.multiple_of) {
    const double times = number / *schema.multiple_of;
    if (times != std::floor(times)) say("a multiple of " + NumberText(*schema.multiple_of));
  }
  if (schema.maximum && (schema.exclusive_maximum ? number >= *schema.maximum : number > *schema.maximum)) {
    say((schema.exclusive_maximum ? "less than " : "less than or equal to ") + NumberText(*schema.maximum));
  }
  if (schema.minimum && (schema.exclusive_minimum ? number <= *schema.minimum : number < *schema.minimum)) {
    say((schema.exclusive_minimum ? "greater than " : "greater than or equal to ") + NumberText(*schema.minimum));
  }
  if (schema.type != "integer") return;
  const double most = schema.format == "int32" ? 2147483647.0 : 9223372036854775807.0;
  if ((value.is_number_float() && !IsWhole(value)) || number > most || number < -most - 1) {
    const std::string format = schema.format.empty() ? " (default format)" : " with format " + schema.format;
    errors.push_back(InvalidText("<nil>", "\"\"", "Checked value must be of type integer" + format + " in " + path));
  }
}

long RuneCount(const std::string& text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

void CheckText(const Json& value, const Schema& schema, const std::string& path, FieldErrors& errors) {
  const std::string text = value.get<std::string>();
  if (schema.max_length && RuneCount(text) > *schema.max_length) errors.push_back(TooLong(path, *schema.max_length));
  if (schema.min_length && RuneCount(text) < *schema.min_length) {
    errors.push_back(Invalid(
        path, value, path + " in body should be at least " + std::to_string(*schema.min_length) + " chars long"));
  }
  if (schema.max_length && RuneCount(text) > *schema.max_length) return;  // a pattern is not tried on what is too long
  if (!schema.pattern.empty() && !MatchesPattern(text, schema.pattern)) {
    errors.push_back(Invalid(path, value, path + " in body should match '" + schema.pattern + "'"));
  }
  if (schema.type == "string" && !schema.format.empty() && !HasFormat(text, schema.format)) {
    errors.push_back(
        TypeInvalid(path, value, path + " in body must be of type " + schema.format + ": " + Quoted(text)));
  }
}

// The item of `old` that an item of a keyed list continues.
const Json* Counterpart(const Json* old, const Json& item, const Schema& schema, std::size_t index) {
  if (old == nullptr || !old->is_array()) return nullptr;
  if (schema.list_type != "map") return index < old->size() ? &(*old)[index] : nullptr;
  for (const Json& candidate : *old) {
    if (std::all_of(schema.list_keys.begin(), schema.list_keys.end(),
                    [&](const std::string& key) { return At(candidate, key) == At(item, key); })) {
      return &candidate;
    }
  }
  return nullptr;
}

void CheckArray(const Json& value, const Json* old, const Schema& schema, const std::string& path,
                FieldErrors& errors) {
  const long size = static_cast<long>(value.size());
  if (schema.max_items && size > *schema.max_items) errors.push_back(TooMany(path, size, *schema.max_items));
  if (schema.min_items && size < *schema.min_items) {
    errors.push_back(
        Invalid(path, size, path + " in body should have at least " + std::to_string(*schema.min_items) + " items"));
  }
  std::set<Json> seen;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const std::string child = path + "[" + std::to_string(i) + "]";
    Json identity = value[i];
    if (schema.list_type == "map") {
      identity = Json::object();
      for (const std::string& key : schema.list_keys) {
        if (!At(value[i], key).is_null()) identity[key] = value[i][key];
      }
    }
    if (schema.list_type == "map" && !value[i].is_object()) {
      errors.push_back(Invalid(child, value[i], "must be an object for an array of list-type map"));
    }
    if (schema.IsGranularList() && !seen.insert(identity).second) errors.push_back(Duplicate(child, identity));
    if (schema.items) Validate(value[i], Counterpart(old, value[i], schema, i), *schema.items, child, errors);
  }
}

void CheckObject(const Json& value, const Json* old, const Schema& schema, const std::string& path,
                 FieldErrors& errors) {
  const auto below = [&](const std::string& name) { return path.empty() ? name : path + "." + name; };
  const long size = static_cast<long>(value.size());
  if (schema.max_properties && size > *schema.max_properties) {
    errors.push_back(TooMany(path, size, *schema.max_properties));
  }
  if (schema.min_properties && size < *schema.min_properties) {
    errors.push_back(Invalid(
        path, size, path + " in body should have at least " + std::to_string(*schema.min_properties) + " properties"));
  }
  for (const std::string& name : schema.required) {
    if (!value.contains(name)) errors.push_back(Required(below(name)));
  }
  if (schema.embedded_resource) {
    for (const char* name : {"apiVersion", "kind"}) {
      if (TextAt(value, name).empty()) errors.push_back(Required(below(name)));
    }
  }
  for (const auto& [name, child] : value.items()) {
    const Schema* property = schema.Property(name);
    if (property == nullptr) continue;
    const Json* before = old != nullptr && old->is_object() && old->contains(name) ? &(*old)[name] : nullptr;
    Validate(child, before, *property, below(name), errors);
  }
}

bool Passes(const Json& value, const Schema& schema, const std::string& path) {
  FieldErrors errors;
  Validate(value, nullptr, schema, path, errors);
  return errors.empty();
}

void CheckCombinations(const Json& value, const Schema& schema, const std::string& path, FieldErrors& errors) {
  const auto passing = [&](const std::vector<SchemaPtr>& parts) {
    return std::count_if(parts.begin(), parts.end(), [&](const auto& part) { return Passes(value, *part, path); });
  };
  const auto say = [&](const std::string& what) {
    errors.push_back(InvalidText("<nil>", "\"\"", Quoted(path) + what));
  };
  // Where no part fits, what the first lacks is said too.
  const auto explain = [&](const std::vector<SchemaPtr>& parts) { Validate(value, nullptr, *parts[0], path, errors); };
  if (const auto right = static_cast<std::size_t>(passing(schema.all_of)); right != schema.all_of.size()) {
    for (const SchemaPtr& part : schema.all_of) Validate(value, nullptr, *part, path, errors);
    say(right == 0 && schema.all_of.size() > 1 ? " must validate all the schemas (allOf). None validated"
                                               : " must validate all the schemas (allOf)");
  }
  if (!schema.any_of.empty() && passing(schema.any_of) == 0) {
    say(" must validate at least one schema (anyOf)");
    explain(schema.any_of);
  }
  if (!schema.one_of.empty() && passing(schema.one_of) == 0) explain(schema.one_of);
  if (!schema.one_of.empty() && passing(schema.one_of) != 1) {
    say(passing(schema.one_of) == 0 ? " must validate one and only one schema (oneOf). Found none valid"
                                    : " must validate one and only one schema (oneOf). Found " +
                                          std::to_string(passing(schema.one_of)) + " valid alternatives");
  }
  if (schema.none_of && Passes(value, *schema.none_of, path)) say(" must not validate the schema (not)");
}

}  // namespace

void Validate(const Json& value, const Json* old, const Schema& schema, const std::string& path, FieldErrors& errors) {
  if (old != nullptr && *old == value) return;
  const bool typed = CheckType(value, schema, path, errors);
  if (value.is_null()) return;
  if (!schema.allowed.empty() &&
      std::find(schema.allowed.begin(), schema.allowed.end(), value) == schema.allowed.end()) {
    std::vector<std::string> names;
    for (const Json& name : schema.allowed) names.push_back(name.is_string() ? TextOf(name) : name.dump());
    errors.push_back(NotSupported(path, ValueText(value), names));
  }
  if (value.is_number() && (schema.type == "integer" || schema.type == "number" || schema.type.empty())) {
    CheckNumber(value, schema, path, errors);
  }
  if (!typed) return;
  if (value.is_string()) CheckText(value, schema, path, errors);
  if (value.is_array()) CheckArray(value, old, schema, path, errors);
  if (value.is_object()) CheckObject(value, old, schema, path, errors);
  CheckCombinations(value, schema, path, errors);
}

}  // namespace kube::apiserver
