// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/schema.h"

#include <nlohmann/json.hpp>

#include "generator/rulefile/keys.h"

namespace spansmith::generator {
namespace {

using Json = nlohmann::ordered_json;

Json OneOrMore(const Json& one) { return {{"oneOf", {one, {{"type", "array"}, {"minItems", 1}, {"items", one}}}}}; }

Json ValueSchema(const RuleKey& key) {
  const Json text = {{"type", "string"}, {"pattern", "\\S"}};
  const Json expression = {{"type", {"string", "number", "boolean"}}, {"pattern", "\\S"}};
  switch (key.value) {
    case RuleValue::kRules:
      return {{"type", "array"}, {"minItems", 1}, {"items", {{"$ref", "#/$defs/rule"}}}};
    case RuleValue::kMatches:
      return OneOrMore({{"$ref", "#/$defs/match"}});
    case RuleValue::kText:
      return text;
    case RuleValue::kWord: {
      Json words = Json::array();
      for (const std::string_view word : key.words) words.push_back(std::string(word));
      return {{"enum", words}};
    }
    case RuleValue::kFlag:
      return {{"type", "boolean"}};
    case RuleValue::kExpression:
      return expression;
    case RuleValue::kExpressionList:
      return OneOrMore(expression);
    case RuleValue::kAttributes:
      return {{"type", "object"},
              {"minProperties", 1},
              {"propertyNames", {{"pattern", "^[A-Za-z0-9_/-]+(\\.[A-Za-z0-9_/-]+)*$"}}},
              {"additionalProperties", expression}};
    case RuleValue::kOverload:
      return {{"type", "array"}, {"items", text}};
    case RuleValue::kCount:
      return {{"type", "integer"}, {"minimum", 0}, {"maximum", 999999}};
    case RuleValue::kPositions:
      return OneOrMore({{"type", "integer"}, {"minimum", 1}});
    case RuleValue::kTextList:
    case RuleValue::kNameGlobs:
    case RuleValue::kPathGlobs:
    case RuleValue::kTypePatterns:
      return OneOrMore(text);
  }
  return {};
}

Json MappingSchema(RuleMapping mapping) {
  Json properties = Json::object();
  for (const RuleKey& key : RuleKeys()) {
    if (key.in != mapping) continue;
    Json value = {{"description", std::string(key.says)}};
    value.update(ValueSchema(key));
    properties[std::string(key.name)] = value;
  }
  return {{"type", "object"}, {"additionalProperties", false}, {"minProperties", 1}, {"properties", properties}};
}

}  // namespace

std::string RuleSchema() {
  Json rule = MappingSchema(RuleMapping::kRule);
  rule["oneOf"] = {{{"required", {"match"}}}, {{"required", {"call"}}}};
  rule["dependentRequired"] = {{"scope_version", {"scope"}}};
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                 {"title", "Spansmith rule file"},
                 {"description", "Which functions get a span without an annotation: docs/rules.md"}};
  schema.update(MappingSchema(RuleMapping::kFile));
  schema["required"] = {"rules"};
  schema["$defs"] = {{"rule", rule}, {"match", MappingSchema(RuleMapping::kMatch)}};
  return schema.dump(2) + "\n";
}

}  // namespace spansmith::generator
