// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One table of keywords, in the order of Go's JSONSchemaProps.
#include "samples/kube/apiserver/kinds/json_schema_props.h"

#include <algorithm>
#include <cctype>

#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {
namespace {

struct Keyword {
  const char* name;   // in JSON
  const char* field;  // in Go
  const char* zero;   // as it is written when nothing is given
  // What is below: nothing, a schema, a map or a list of schemas, or a schema or list (items), or a schema or bool.
  enum class Below { kNone, kSchema, kMap, kList, kSchemaOrList, kSchemaOrBool } below = Below::kNone;
};
using Below = Keyword::Below;

constexpr Keyword kKeywords[] = {
    {"id", "ID", "\"\""},
    {"$schema", "Schema", "\"\""},
    {"$ref", "Ref", "null"},
    {"description", "Description", "\"\""},
    {"type", "Type", "\"\""},
    {"nullable", "Nullable", "false"},
    {"format", "Format", "\"\""},
    {"title", "Title", "\"\""},
    {"default", "Default", "null"},
    {"maximum", "Maximum", "null"},
    {"exclusiveMaximum", "ExclusiveMaximum", "false"},
    {"minimum", "Minimum", "null"},
    {"exclusiveMinimum", "ExclusiveMinimum", "false"},
    {"maxLength", "MaxLength", "null"},
    {"minLength", "MinLength", "null"},
    {"pattern", "Pattern", "\"\""},
    {"maxItems", "MaxItems", "null"},
    {"minItems", "MinItems", "null"},
    {"uniqueItems", "UniqueItems", "false"},
    {"multipleOf", "MultipleOf", "null"},
    {"enum", "Enum", "null"},
    {"maxProperties", "MaxProperties", "null"},
    {"minProperties", "MinProperties", "null"},
    {"required", "Required", "null"},
    {"items", "Items", "null", Below::kSchemaOrList},
    {"allOf", "AllOf", "null", Below::kList},
    {"oneOf", "OneOf", "null", Below::kList},
    {"anyOf", "AnyOf", "null", Below::kList},
    {"not", "Not", "null", Below::kSchema},
    {"properties", "Properties", "null", Below::kMap},
    {"additionalProperties", "AdditionalProperties", "null", Below::kSchemaOrBool},
    {"patternProperties", "PatternProperties", "null", Below::kMap},
    {"dependencies", "Dependencies", "null"},
    {"additionalItems", "AdditionalItems", "null", Below::kSchemaOrBool},
    {"definitions", "Definitions", "null", Below::kMap},
    {"externalDocs", "ExternalDocs", "null"},
    {"example", "Example", "null"},
    {"x-kubernetes-preserve-unknown-fields", "XPreserveUnknownFields", "null"},
    {"x-kubernetes-embedded-resource", "XEmbeddedResource", "false"},
    {"x-kubernetes-int-or-string", "XIntOrString", "false"},
    {"x-kubernetes-list-map-keys", "XListMapKeys", "null"},
    {"x-kubernetes-list-type", "XListType", "null"},
    {"x-kubernetes-map-type", "XMapType", "null"},
    {"x-kubernetes-validations", "XValidations", "null"},
};

std::string SchemaText(const Json& schema);

std::string BelowText(const Json& value, Below below) {
  if (below == Below::kSchema) return SchemaText(value);
  if (below == Below::kSchemaOrBool) {
    return "{\"Allows\":" + std::string(value == false ? "false" : "true") +
           ",\"Schema\":" + (value.is_object() ? SchemaText(value) : "null") + "}";
  }
  if (below == Below::kSchemaOrList && value.is_object()) {
    return "{\"Schema\":" + SchemaText(value) + ",\"JSONSchemas\":null}";
  }
  std::vector<std::string> parts;
  if (below == Below::kMap) {
    for (const auto& [name, child] : value.items()) parts.push_back(Json(name).dump() + ":" + SchemaText(child));
    return "{" + Join(parts, ",") + "}";
  }
  for (const Json& child : value) parts.push_back(SchemaText(child));
  const std::string list = "[" + Join(parts, ",") + "]";
  return below == Below::kList ? list : "{\"Schema\":null,\"JSONSchemas\":" + list + "}";
}

std::string SchemaText(const Json& schema) {
  std::vector<std::string> parts;
  for (const Keyword& keyword : kKeywords) {
    const Json& value = At(schema, keyword.name);
    const bool structured = keyword.below != Below::kNone && !value.is_null();
    const std::string text = value.is_null() ? keyword.zero
                             : structured    ? BelowText(value, keyword.below)
                                             : value.dump();
    parts.push_back(Quoted(keyword.field) + ":" + text);
  }
  return "{" + Join(parts, ",") + "}";
}

// {"status": {}} as {"Status":{},"Scale":null}: a struct of which only the names' first letters differ.
std::string Capitals(const Json& value, std::initializer_list<const char*> fields) {
  std::vector<std::string> parts;
  for (const char* field : fields) {
    std::string name = field;
    name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    const Json& child = At(value, field);
    std::string text = child.is_null() ? "null" : child.dump();
    if (child.is_object() && name == "Scale") {
      text = Capitals(child, {"specReplicasPath", "statusReplicasPath", "labelSelectorPath"});
    }
    parts.push_back(Quoted(name) + ":" + text);
  }
  return "{" + Join(parts, ",") + "}";
}

std::string ColumnsText(const Json& columns) {
  std::vector<std::string> parts;
  for (const Json& column : columns) {
    const auto text = [&](const char* field) { return Json(TextAt(column, field)).dump(); };
    const Json& priority = At(column, "priority");
    parts.push_back("{\"Name\":" + text("name") + ",\"Type\":" + text("type") + ",\"Format\":" + text("format") +
                    ",\"Description\":" + text("description") + ",\"Priority\":" +
                    (priority.is_number() ? priority.dump() : "0") + ",\"JSONPath\":" + text("jsonPath") + "}");
  }
  return "[" + Join(parts, ",") + "]";
}

}  // namespace

void PruneJsonSchema(Json& schema, const std::string& path, std::vector<std::string>& unknown) {
  if (!schema.is_object()) return;
  for (auto it = schema.begin(); it != schema.end();) {
    const auto keyword = std::find_if(std::begin(kKeywords), std::end(kKeywords),
                                      [&](const Keyword& known) { return it.key() == known.name; });
    const std::string below = path + "." + it.key();
    if (keyword == std::end(kKeywords)) {
      unknown.push_back(below);
      it = schema.erase(it);
      continue;
    }
    Json& value = it.value();
    if (keyword->below == Below::kMap && value.is_object()) {
      for (auto& [name, child] : value.items()) PruneJsonSchema(child, below + "." + name, unknown);
    } else if (keyword->below != Below::kNone && value.is_array()) {
      for (std::size_t i = 0; i < value.size(); ++i) {
        PruneJsonSchema(value[i], below + "[" + std::to_string(i) + "]", unknown);
      }
    } else if (keyword->below != Below::kNone && keyword->below != Below::kMap) {
      PruneJsonSchema(value, below, unknown);
    }
    ++it;
  }
}

std::string VersionsText(const Json& versions) {
  // What all versions share the internal type keeps at the top.
  const auto own = [&](const char* field) {
    return std::any_of(versions.begin(), versions.end(),
                       [&](const Json& version) { return At(version, field) != At(versions[0], field); });
  };
  std::vector<std::string> shown;
  for (const Json& version : versions) {
    const auto flag = [&](const char* field) { return At(version, field) == true ? "true" : "false"; };
    const auto given = [&](const char* field) { return own(field) && !At(version, field).is_null(); };
    std::string text = "{\"Name\":" + Json(TextAt(version, "name")).dump() + ",\"Served\":" + flag("served") +
                       ",\"Storage\":" + flag("storage") + ",\"Deprecated\":" + flag("deprecated") +
                       ",\"DeprecationWarning\":" + At(version, "deprecationWarning").dump();
    text += ",\"Schema\":";
    text += given("schema") ? "{\"OpenAPIV3Schema\":" + SchemaText(At(At(version, "schema"), "openAPIV3Schema")) + "}"
                            : "null";
    text += ",\"Subresources\":";
    text += given("subresources") ? Capitals(At(version, "subresources"), {"status", "scale"}) : "null";
    text += ",\"AdditionalPrinterColumns\":";
    text += given("additionalPrinterColumns") ? ColumnsText(At(version, "additionalPrinterColumns")) : "null";
    text += ",\"SelectableFields\":null}";
    shown.push_back(text);
  }
  return "[" + Join(shown, ",") + "]";
}

}  // namespace kube::apiserver
