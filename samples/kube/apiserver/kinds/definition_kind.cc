// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// CustomResourceDefinition itself.
#include <algorithm>
#include <cctype>

#include "samples/kube/apiserver/kinds/builtin_kinds.h"
#include "samples/kube/apiserver/kinds/object_meta.h"
#include "samples/kube/apiserver/schema/type_text.h"

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
CustomResourceDefinition
  spec CustomResourceDefinitionSpec
  status any
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
    if (At(version, "storage") == true) stored.push_back(TextAt(version, "name"));
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

void Check(const Json& object, const Json* old, FieldErrors& errors) {
  const Json& spec = At(object, "spec");
  const Json& names = At(spec, "names");
  const std::string name = TextAt(At(object, "metadata"), "name");
  if (name != TextAt(names, "plural") + "." + TextAt(spec, "group")) {
    errors.push_back(Invalid("metadata.name", name, "must be spec.names.plural+\".\"+spec.group"));
  }
  if (TextAt(spec, "group").empty()) errors.push_back(Required("spec.group"));
  if (TextAt(names, "plural").empty()) errors.push_back(Required("spec.names.plural"));
  if (TextAt(names, "kind").empty()) errors.push_back(Required("spec.names.kind"));
  const std::string scope = TextAt(spec, "scope");
  if (scope.empty()) {
    errors.push_back(Required("spec.scope"));
  } else if (scope != "Namespaced" && scope != "Cluster") {
    errors.push_back(NotSupported("spec.scope", "\"" + scope + "\"", {"Cluster", "Namespaced"}));
  }
  const Json& versions = At(spec, "versions");
  int storage = 0;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    const std::string path = "spec.versions[" + std::to_string(i) + "]";
    storage += At(versions[i], "storage") == true ? 1 : 0;
    const Json& schema = At(At(versions[i], "schema"), "openAPIV3Schema");
    if (!schema.is_object()) {
      errors.push_back(Required(path + ".schema.openAPIV3Schema", "schemas are required"));
    } else {
      CheckStructural(schema, path + ".schema.openAPIV3Schema", true, errors);
    }
  }
  if (storage != 1) {
    errors.push_back(Invalid("spec.versions", versions, "must have exactly one version marked as storage version"));
  }
  if (old == nullptr) return;
  for (const char* field : {"group", "scope"}) {
    if (At(spec, field) != At(At(*old, "spec"), field)) {
      errors.push_back(Invalid(std::string("spec.") + field, At(spec, field), "field is immutable"));
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
  return kind;
}

}  // namespace kube::apiserver
