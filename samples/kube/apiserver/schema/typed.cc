// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Decoding is one walk that checks, prunes and normalises.
#include "samples/kube/apiserver/schema/typed.h"

#include <cmath>

#include "samples/kube/apiserver/schema/format.h"
#include "samples/kube/apiserver/wire/go_text.h"
#include "samples/kube/apiserver/wire/quantity.h"

namespace kube::apiserver {
namespace {

struct Mismatch {
  std::string message;
};

std::string GoKind(const Json& value) {
  if (value.is_string()) return "string";
  if (value.is_boolean()) return "bool";
  if (value.is_number()) return "number";
  return value.is_array() ? "array" : "object";
}

// Go's layout of a time, and where parsing `text` by it fails.
std::string TimeError(const std::string& text, bool micro) {
  const std::string layout = micro ? "2006-01-02T15:04:05.000000Z07:00" : "2006-01-02T15:04:05Z07:00";
  const std::string digits = "dddd-dd-ddTdd:dd:dd";
  const auto fail = [&](std::size_t at, const std::string& part) {
    return "parsing time " + Quoted(text) + " as " + Quoted(layout) + ": cannot parse " +
           Quoted(std::string_view(text).substr(at)) + " as " + Quoted(part);
  };
  static constexpr const char* kParts[] = {"2006", "2006", "2006", "2006", "-",  "01", "01", "-",  "02", "02",
                                           "T",    "15",   "15",   ":",    "04", "04", ":",  "05", "05"};
  static constexpr std::size_t kStarts[] = {0, 0, 0, 0, 4, 5, 5, 7, 8, 8, 10, 11, 11, 13, 14, 14, 16, 17, 17};
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const bool digit = i < text.size() && text[i] >= '0' && text[i] <= '9';
    if (i >= text.size() || (digits[i] == 'd' ? !digit : text[i] != digits[i])) return fail(kStarts[i], kParts[i]);
  }
  std::size_t at = digits.size();
  std::size_t end = at;
  if (end < text.size() && text[end] == '.') {
    ++end;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  }
  if (micro && end - at != 7) return fail(at, ".000000");
  if (!MatchesPattern(text.substr(end), R"(^(Z|[+-]\d\d:\d\d)$)")) return fail(end, "Z07:00");
  return "";
}

class Decoder {
 public:
  explicit Decoder(std::vector<std::string>& unknown) : unknown_(unknown) {}

  // `fields`: the names on the way, as Go's error has them; `path`: with indices.
  void Decode(Json& value, const Schema& schema, const std::string& owner, const std::string& fields,
              const std::string& path) {
    if (value.is_null() || schema.type.empty()) return;
    const auto mismatch = [&](const std::string& what) {
      const std::string where = fields.empty() ? "" : "struct field " + owner + "." + fields + " of type ";
      throw Mismatch{"json: cannot unmarshal " + what + " into Go " + (where.empty() ? "value of type " : where) +
                     schema.go_type};
    };
    if (schema.int_or_string) {
      if (!value.is_string() && !value.is_number_integer()) mismatch(GoKind(value));
      return;
    }
    if (schema.type == "integer") {
      if (!value.is_number()) mismatch(GoKind(value));
      const double most = schema.go_type == "int32" ? 2147483647.0 : 9223372036854775807.0;
      if (value.is_number_float() || std::fabs(value.get<double>()) > most) mismatch("number " + value.dump());
    } else if (schema.type == "number") {
      if (!value.is_number()) mismatch(GoKind(value));
    } else if (schema.type == "boolean") {
      if (!value.is_boolean()) mismatch(GoKind(value));
    } else if (schema.type == "string") {
      DecodeString(value, schema, mismatch);
    } else if (schema.type == "array") {
      if (!value.is_array()) mismatch(GoKind(value));
      for (std::size_t i = 0; i < value.size(); ++i) {
        Decode(value[i], *schema.items, owner, fields, path + "[" + std::to_string(i) + "]");
      }
    } else {
      if (!value.is_object()) mismatch(GoKind(value));
      DecodeObject(value, schema, owner, fields, path);
    }
  }

 private:
  template <typename F>
  void DecodeString(Json& value, const Schema& schema, const F& mismatch) {
    if (schema.format == "quantity") {
      if (value.is_number()) value = value.dump();
      if (!value.is_string()) mismatch(GoKind(value));
      static const std::string kPattern = "^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$";
      const auto quantity = Quantity::Parse(value.get<std::string>());
      if (!quantity) throw Mismatch{"quantities must match the regular expression '" + kPattern + "'"};
      value = quantity->Text();
      return;
    }
    if (!value.is_string()) mismatch(GoKind(value));
    const std::string text = value.get<std::string>();
    std::string error;
    if (schema.format == "byte") error = Base64Error(text);
    if (schema.format == "date-time" || schema.format == "micro-time") {
      error = TimeError(text, schema.format == "micro-time");
    }
    if (!error.empty()) throw Mismatch{error};
  }

  void DecodeObject(Json& value, const Schema& schema, const std::string& owner, const std::string& fields,
                    const std::string& path) {
    const bool is_struct = !schema.struct_name.empty();
    for (auto it = value.begin(); it != value.end();) {
      const std::string child_path = path.empty() ? it.key() : path + "." + it.key();
      const Schema* property = schema.Property(it.key());
      if (property == nullptr && !schema.preserve_unknown) {
        unknown_.push_back(child_path);
        it = value.erase(it);
        continue;
      }
      if (property != nullptr) {
        const std::string child_fields = !is_struct ? fields : fields.empty() ? it.key() : fields + "." + it.key();
        Decode(it.value(), *property, is_struct ? schema.struct_name : owner, child_fields, child_path);
        if (!is_struct && it.value().is_null() && property->type == "string" && !property->optional) it.value() = "";
        if (Dropped(it.value(), *property, is_struct)) {
          it = value.erase(it);
          continue;
        }
      }
      ++it;
    }
    if (!is_struct) return;
    for (const auto& [name, property] : schema.properties) {
      if (value.contains(name)) continue;
      if (property->kept) value[name] = Zero(*property);
      if (property->struct_name.empty() || property->optional) continue;
      value[name] = Json::object();
      Decode(value[name], *property, schema.struct_name, name, name);
    }
  }

  // What Go writes of a field that nobody set.
  static Json Zero(const Schema& schema) {
    if (schema.optional || schema.type == "array" || schema.type == "object" || schema.format == "date-time" ||
        schema.format == "micro-time" || schema.format == "byte") {
      return nullptr;
    }
    if (schema.int_or_string || schema.type == "integer" || schema.type == "number") return 0;
    if (schema.type == "boolean") return false;
    return schema.format == "quantity" ? "0" : "";
  }

  // omitempty
  static bool Dropped(const Json& value, const Schema& schema, bool is_struct) {
    // What is stored as protobuf does not tell an empty list from none.
    if (is_struct && schema.kept && !value.is_null()) return value.is_array() && value.empty();
    if (value.is_null()) return is_struct;  // a kept one comes back as its zero value
    if (!is_struct || !schema.struct_name.empty() || schema.optional) return false;
    return value == "" || value == 0 || value == false ||
           ((value.is_array() || value.is_object()) && value.empty() && !schema.type.empty());
  }

  std::vector<std::string>& unknown_;
};

}  // namespace

Decoded DecodeStruct(Json& value, const Schema& schema) {
  Decoded out;
  try {
    Decoder(out.unknown).Decode(value, schema, schema.struct_name, "", "");
  } catch (const Mismatch& mismatch) {
    out.error = mismatch.message;
  }
  return out;
}

}  // namespace kube::apiserver
