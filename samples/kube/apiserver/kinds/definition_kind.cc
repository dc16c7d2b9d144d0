// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// CustomResourceDefinition itself.
#include <algorithm>
#include <cctype>

#include "samples/kube/apiserver/kinds/builtin_kinds.h"
#include "samples/kube/apiserver/kinds/json_schema_props.h"
#include "samples/kube/apiserver/kinds/object_meta.h"
#include "samples/kube/apiserver/schema/names.h"
#include "samples/kube/apiserver/schema/type_text.h"
#include "samples/kube/apiserver/schema/validate.h"
#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {
namespace {

constexpr const char* kTypes = R"(
CustomResourceDefinitionNames
  plural *string
  singular string
  shortNames []string atomic
  kind *string
  listKind string
  categories []string atomic
CustomResourceColumnDefinition
  name string
  type string
  format string
  description string
  priority int32
  jsonPath string
CustomResourceSubresources
  status any
  scale any
CustomResourceValidation
  openAPIV3Schema any
CustomResourceDefinitionVersion
  name *string
  served *bool
  storage *bool
  deprecated bool
  deprecationWarning *string
  schema *CustomResourceValidation
  subresources *CustomResourceSubresources
  additionalPrinterColumns []CustomResourceColumnDefinition atomic
  selectableFields []any atomic
CustomResourceConversion
  strategy string
  webhook any
CustomResourceDefinitionSpec
  group *string
  names CustomResourceDefinitionNames
  scope *string
  versions []CustomResourceDefinitionVersion atomic
  conversion *CustomResourceConversion ={"strategy":"None"}
  preserveUnknownFields bool
CustomResourceDefinitionCondition
  type *string
  status *string
  lastTransitionTime string
  reason string
  message string
CustomResourceDefinitionStatus
  conditions []CustomResourceDefinitionCondition keys=type
  acceptedNames CustomResourceDefinitionNames
  storedVersions []string atomic
CustomResourceDefinition
  spec CustomResourceDefinitionSpec
  status CustomResourceDefinitionStatus
)";

void Fill(Json& object, const Json* old) {
  Json& names = object["spec"]["names"];
  std::string kind = TextAt(names, "kind");
  if (!names.contains("listKind") && !kind.empty()) names["listKind"] = kind + "List";
  std::transform(kind.begin(), kind.end(), kind.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (!names.contains("singular") && !kind.empty()) names["singular"] = kind;
  if (old != nullptr) return;
  Json stored = Json::array();
  for (const Json& version : At(object["spec"], "versions")) {
    if (At(version, "storage") != true) continue;
    stored.push_back(TextAt(version, "name"));
    break;
  }
  object["status"] = {
      {"conditions", nullptr}, {"acceptedNames", {{"plural", ""}, {"kind", ""}}}, {"storedVersions", stored}};
}

// Structural: every node has a type, or is marked as one of those that need none.
void CheckStructural(const Json& node, const std::string& path, bool root, FieldErrors& errors) {
  const bool free =
      At(node, "x-kubernetes-int-or-string") == true || At(node, "x-kubernetes-preserve-unknown-fields") == true;
  if (TextAt(node, "type").empty() && (root || !free)) {
    errors.push_back(Required(path + ".type", root
                                                  ? "must not be empty at the root"
                                                  : "must not be empty for specified " + std::string("object fields")));
  } else if (root && TextAt(node, "type") != "object") {
    errors.push_back(Invalid(path + ".type", TextAt(node, "type"), "must be object at the root"));
  }
  for (const auto& [name, property] : At(node, "properties").items()) {
    if (root && (name == "metadata" || name == "apiVersion" || name == "kind")) continue;
    CheckStructural(property, path + ".properties[" + name + "]", false, errors);
  }
  if (At(node, "items").is_object()) CheckStructural(node["items"], path + ".items", false, errors);
  if (TextAt(node, "type") == "array" && !At(node, "items").is_object()) {
    errors.push_back(Required(path + ".items", "must be specified"));
  }
}

// What is wrong with lists by key, defaults and types below a node that is structural.
void CheckKeywords(const Json& node, const std::string& path, FieldErrors& errors) {
  const std::string type = TextAt(node, "type");
  if (!type.empty() && type != "array" && type != "boolean" && type != "integer" && type != "number" &&
      type != "object" && type != "string") {
    errors.push_back(
        NotSupported(path + ".type", Quoted(type), {"array", "boolean", "integer", "number", "object", "string"}));
    return;
  }
  if (node.contains("default")) {
    FieldErrors wrong;
    Validate(node["default"], nullptr, *ParseSchema(node), "", wrong);
    for (FieldError& error : wrong) {
      error.field = path + ".default" + (error.field.empty() ? "" : "." + error.field);
      errors.push_back(error);
    }
  }
  if (TextAt(node, "x-kubernetes-list-type") == "map") {
    const Json& keys = At(node, "x-kubernetes-list-map-keys");
    const Json& items = At(node, "items");
    if (keys.empty()) {
      errors.push_back(
          Required(path + ".x-kubernetes-list-map-keys", "must not be empty if x-kubernetes-list-type is map"));
    }
    for (const Json& key : keys) {
      const Json& required = At(items, "required");
      const Json& property = At(At(items, "properties"), TextOf(key));
      if (!property.is_object() || property.contains("default") ||
          std::find(required.begin(), required.end(), key) != required.end()) {
        continue;
      }
      errors.push_back(Required(path + ".items.properties[" + TextOf(key) + "].default",
                                "this property is in x-kubernetes-list-map-keys, so it must have a default or be a "
                                "required property"));
    }
  }
  for (const auto& [name, property] : At(node, "properties").items()) {
    CheckKeywords(property, path + ".properties[" + name + "]", errors);
  }
  if (At(node, "items").is_object()) CheckKeywords(node["items"], path + ".items", errors);
  if (At(node, "additionalProperties").is_object()) {
    CheckKeywords(node["additionalProperties"], path + ".additionalProperties", errors);
  }
}

void CheckColumns(const Json& columns, const std::string& path, FieldErrors& errors) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string at = path + ".additionalPrinterColumns[" + std::to_string(i) + "]";
    const std::string type = TextAt(columns[i], "type");
    if (TextAt(columns[i], "name").empty()) errors.push_back(Required(at + ".name"));
    if (type.empty()) {
      errors.push_back(Required(at + ".type", "must be one of boolean,date,integer,number,string"));
    } else if (type != "boolean" && type != "date" && type != "integer" && type != "number" && type != "string") {
      errors.push_back(Invalid(at + ".type", type, "must be one of boolean,date,integer,number,string"));
    }
    const std::string json_path = TextAt(columns[i], "jsonPath");
    if (json_path.empty()) {
      errors.push_back(Required(at + ".JSONPath"));
    } else if (json_path[0] != '.') {
      errors.push_back(Invalid(at + ".JSONPath", json_path, "must be a simple json path starting with ."));
    }
  }
}

void CheckNames(const Json& names, FieldErrors& errors) {
  for (const char* field : {"plural", "singular", "kind", "listKind"}) {
    const std::string path = std::string("spec.names.") + field;
    std::string name = TextAt(names, field);
    if (name.empty()) {
      errors.push_back(Required(path));
      continue;
    }
    const std::string given = name;
    const bool kind = field == std::string("kind") || field == std::string("listKind");
    if (kind) {
      std::transform(name.begin(), name.end(), name.begin(),
                     [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    }
    if (const std::string wrong = Label1035Error(name); !wrong.empty()) {
      errors.push_back(
          Invalid(path, given, kind ? "may have mixed case, but should otherwise match: " + wrong : wrong));
    }
  }
  const Json& shorts = At(names, "shortNames");
  for (std::size_t i = 0; i < shorts.size(); ++i) {
    if (const std::string wrong = Label1035Error(TextOf(shorts[i])); !wrong.empty()) {
      errors.push_back(Invalid("spec.names.shortNames[" + std::to_string(i) + "]", shorts[i], wrong));
    }
  }
}

void CheckVersions(const Json& object, FieldErrors& errors) {
  const Json& versions = At(At(object, "spec"), "versions");
  // What all versions share the real server keeps, and reports, at the top.
  const bool shared = std::all_of(versions.begin(), versions.end(), [&](const Json& version) {
    return At(version, "schema") == At(versions[0], "schema");
  });
  int storage = 0;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    const std::string path = "spec.versions[" + std::to_string(i) + "]";
    storage += At(versions[i], "storage") == true ? 1 : 0;
    if (const std::string wrong = Label1035Error(TextAt(versions[i], "name")); !wrong.empty()) {
      errors.push_back(Invalid(path + ".name", TextAt(versions[i], "name"), wrong));
      if (i == 0) errors.push_back(Invalid("spec.version", TextAt(versions[i], "name"), wrong));
    }
    const Json& schema = At(At(versions[i], "schema"), "openAPIV3Schema");
    const std::string where = shared ? "spec.validation.openAPIV3Schema" : path + ".schema.openAPIV3Schema";
    if (!schema.is_object()) {
      errors.push_back(Required(path + ".schema.openAPIV3Schema"));
    } else if (!shared || i == 0) {
      CheckStructural(schema, where, true, errors);
      CheckKeywords(schema, where, errors);
    }
    if (versions.size() > 1 || i == 0) {
      CheckColumns(At(versions[i], "additionalPrinterColumns"), versions.size() == 1 ? "spec" : path, errors);
    }
  }
  if (storage != 1) {
    errors.push_back(InvalidText("spec.versions",
                                 At(At(object, "spec"), "group").is_null() ? "null" : VersionsText(versions),
                                 "must have exactly one version marked as storage version"));
  }
  const Json& stored = At(At(object, "status"), "storedVersions");
  if (stored.empty()) {
    errors.push_back(Invalid("status.storedVersions", nullptr, "must have at least one stored version"));
  }
  for (const Json& version : versions) {
    if (stored.empty() || At(version, "storage") != true ||
        std::find(stored.begin(), stored.end(), At(version, "name")) != stored.end()) {
      continue;
    }
    errors.push_back(
        Invalid("status.storedVersions", stored, "must have the storage version " + TextAt(version, "name")));
  }
  for (std::size_t i = 0; i < stored.size(); ++i) {
    if (std::any_of(versions.begin(), versions.end(),
                    [&](const Json& version) { return At(version, "name") == stored[i]; })) {
      continue;
    }
    errors.push_back(Invalid("status.storedVersions[" + std::to_string(i) + "]", stored[i],
                             "missing from spec.versions; " + TextOf(stored[i]) +
                                 " was previously a storage version, and must remain in spec.versions until a storage "
                                 "migration ensures no data remains persisted in " +
                                 TextOf(stored[i]) + " and removes " + TextOf(stored[i]) +
                                 " from status.storedVersions"));
  }
}

void Check(const Json& object, const Json* old, FieldErrors& errors) {
  const Json& spec = At(object, "spec");
  const Json& names = At(spec, "names");
  const std::string name = TextAt(At(object, "metadata"), "name");
  const bool moved = old != nullptr && At(spec, "group") != At(At(*old, "spec"), "group");
  if (name != TextAt(names, "plural") + "." + TextAt(spec, "group") && !moved) {
    errors.push_back(Invalid("metadata.name", name, "must be spec.names.plural+\".\"+spec.group"));
  }
  if (TextAt(spec, "group").empty()) errors.push_back(Required("spec.group"));
  const std::string scope = TextAt(spec, "scope");
  if (scope.empty()) {
    errors.push_back(Required("spec.scope"));
  } else if (scope != "Namespaced" && scope != "Cluster") {
    errors.push_back(NotSupported("spec.scope", "\"" + scope + "\"", {"Cluster", "Namespaced"}));
  }
  CheckVersions(object, errors);
  CheckNames(names, errors);
  if (old == nullptr) return;
  for (const char* field : {"group", "scope"}) {
    if (At(spec, field) != At(At(*old, "spec"), field)) {
      errors.push_back(Invalid(std::string("spec.") + field, At(spec, field), "field is immutable"));
    }
  }
  for (const char* field : {"plural", "kind"}) {
    if (At(names, field) != At(At(At(*old, "spec"), "names"), field)) {
      errors.push_back(Invalid(std::string("spec.names.") + field, At(names, field), "field is immutable"));
    }
  }
}

}  // namespace

ResourcePtr DefinitionKind() {
  const auto types = ReadTypes(kTypes, MetaTypes());
  auto kind = BuiltinKind("apiextensions.k8s.io", "customresourcedefinitions", "CustomResourceDefinition", types);
  kind->namespaced = false;
  kind->short_names = {"crd", "crds"};
  kind->categories = {"api-extensions"};
  kind->tracks_generation = true;
  kind->unconditional_update = false;
  kind->fill = Fill;
  kind->check = Check;
  kind->prune = [](Json& object, std::vector<std::string>& unknown) {
    if (!At(At(object, "spec"), "versions").is_array()) return;
    Json& versions = object["spec"]["versions"];
    for (std::size_t i = 0; i < versions.size(); ++i) {
      if (!At(At(versions[i], "schema"), "openAPIV3Schema").is_object()) continue;
      PruneJsonSchema(versions[i]["schema"]["openAPIV3Schema"],
                      "spec.versions[" + std::to_string(i) + "].schema.openAPIV3Schema", unknown);
    }
  };
  kind->hash = StorageHash("apiextensions.k8s.io", "v1beta1", "CustomResourceDefinition");  // that is what it shows
  return kind;
}

}  // namespace kube::apiserver
