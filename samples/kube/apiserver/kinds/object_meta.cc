// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// validation of apimachinery's ObjectMeta.
#include "samples/kube/apiserver/kinds/object_meta.h"

#include <algorithm>
#include <cctype>

#include "samples/kube/apiserver/schema/names.h"
#include "samples/kube/apiserver/schema/type_text.h"
#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {
namespace {

constexpr const char* kTypes = R"(
OwnerReference atomic
  apiVersion *string
  kind *string
  name *string
  uid *UID
  controller *bool
  blockOwnerDeletion *bool
ManagedFieldsEntry
  manager string
  operation string
  apiVersion string
  time time
  fieldsType string
  fieldsV1 any
  subresource string
ObjectMeta
  name string
  generateName string
  namespace string
  selfLink string
  uid string
  resourceVersion string
  generation int64
  creationTimestamp time
  deletionTimestamp time
  deletionGracePeriodSeconds *int64
  labels map[string]string
  annotations map[string]string
  ownerReferences []OwnerReference keys=uid merge=uid
  finalizers []string set merge
  managedFields []ManagedFieldsEntry atomic
LabelSelectorRequirement
  key *string
  operator *string
  values []string atomic
LabelSelector atomic
  matchLabels map[string]string
  matchExpressions []LabelSelectorRequirement atomic
)";

void CheckOwners(const Json& meta, FieldErrors& errors) {
  const std::string path = "metadata.ownerReferences";
  const Json& owners = At(meta, "ownerReferences");
  const Json* controller = nullptr;
  for (const Json& owner : owners) {
    for (const char* field : {"apiVersion", "kind", "name", "uid"}) {
      if (!TextAt(owner, field).empty()) continue;
      errors.push_back(Invalid(path + "." + field, "",
                               field == std::string("apiVersion") ? "version must not be empty" : "must not be empty"));
    }
    const std::string version = TextAt(owner, "apiVersion");
    if (std::count(version.begin(), version.end(), '/') > 1) {
      errors.push_back(Invalid(path + ".apiVersion", version, "version must not be empty"));
    } else if (TextAt(owner, "kind") == "Event" && (version == "v1" || version.starts_with("events.k8s.io/"))) {
      Json shown = owner;
      errors.push_back(InvalidText(
          path, shown.dump(), (version == "v1" ? "/v1" : version) + ", Kind=Event is disallowed from being an owner"));
    }
    if (At(owner, "controller") != true) continue;
    if (controller != nullptr) {
      std::string shown = "[";  // in the order of the Go struct
      for (const Json& each : owners) {
        shown += shown == "[" ? "{" : ",{";
        std::string fields;
        for (const char* field : {"apiVersion", "kind", "name", "uid", "controller", "blockOwnerDeletion"}) {
          if (each.contains(field))
            fields += (fields.empty() ? "\"" : ",\"") + std::string(field) + "\":" + each[field].dump();
        }
        shown += fields + "}";
      }
      errors.push_back(
          InvalidText(path, shown + "]",
                      "Only one reference can have Controller set to true. Found \"true\" in references for " +
                          TextAt(*controller, "kind") + "/" + TextAt(*controller, "name") + " and " +
                          TextAt(owner, "kind") + "/" + TextAt(owner, "name")));
      return;
    }
    controller = &owner;
  }
}

void CheckMaps(const Json& meta, FieldErrors& errors) {
  for (const auto& [key, value] : At(meta, "labels").items()) {
    for (const std::string& wrong : QualifiedNameErrors(key, "a valid label key")) {
      errors.push_back(Invalid("metadata.labels", key, wrong));
    }
    if (const std::string wrong = LabelValueError(TextOf(value)); !wrong.empty()) {
      errors.push_back(Invalid("metadata.labels", value, wrong));
    }
  }
  std::size_t size = 0;
  for (const auto& [key, value] : At(meta, "annotations").items()) {
    std::string lower = key;
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const std::string& wrong : QualifiedNameErrors(lower)) {
      errors.push_back(Invalid("metadata.annotations", key, wrong));
    }
    size += key.size() + TextOf(value).size();
  }
  if (size > 262144) errors.push_back(TooLong("metadata.annotations", 262144));
}

void CheckChange(const Json& meta, const Json& old, FieldErrors& errors) {
  if (!At(old, "deletionTimestamp").is_null()) {
    std::vector<std::string> fresh;
    for (const Json& finalizer : At(meta, "finalizers")) {
      const Json& before = At(old, "finalizers");
      if (std::find(before.begin(), before.end(), finalizer) == before.end())
        fresh.push_back(Quoted(TextOf(finalizer)));
    }
    if (!fresh.empty()) {
      errors.push_back(Forbidden("metadata.finalizers",
                                 "no new finalizers can be added if the object is being deleted, found new finalizers "
                                 "[]string{" +
                                     Join(fresh, ", ") + "}"));
    }
  }
  for (const char* field : {"name", "namespace", "uid", "creationTimestamp", "deletionTimestamp"}) {
    if (At(meta, field) != At(old, field)) {
      errors.push_back(Invalid(std::string("metadata.") + field, At(meta, field), "field is immutable"));
    }
  }
}

}  // namespace

const std::map<std::string, SchemaPtr>& MetaTypes() {
  static const auto types = ReadTypes(kTypes, {});
  return types;
}

void CheckMeta(const Json& meta, const Json* old, const Resource& resource, FieldErrors& errors) {
  if (old == nullptr) {
    const std::string name = TextAt(meta, "name");
    const std::string prefix = TextAt(meta, "generateName");
    const bool dash = !prefix.empty() && prefix.back() == '-';
    if (const std::string wrong = prefix.empty() ? "" : resource.name_error(dash ? prefix + "a" : prefix);
        !wrong.empty()) {
      errors.push_back(Invalid("metadata.generateName", prefix, wrong));
    }
    if (name.empty()) {
      errors.push_back(Required("metadata.name", "name or generateName is required"));
    } else if (const std::string wrong = resource.name_error(name); !wrong.empty()) {
      errors.push_back(Invalid("metadata.name", name, wrong));
    }
  }
  // The real server runs these again for an update, generic and of the kind, and reports them all.
  for (int times = old == nullptr ? 1 : 3; times > 0; --times) {
    CheckMaps(meta, errors);
    CheckOwners(meta, errors);
  }
  for (const Json& finalizer : At(meta, "finalizers")) {
    for (const std::string& wrong : QualifiedNameErrors(TextOf(finalizer))) {
      errors.push_back(Invalid("metadata.finalizers", finalizer, wrong));
    }
  }
  const Json& finalizers = At(meta, "finalizers");
  const auto has = [&](const char* name) {
    return std::find(finalizers.begin(), finalizers.end(), name) != finalizers.end();
  };
  if (has("orphan") && has("foregroundDeletion")) {
    errors.push_back(
        Invalid("metadata.finalizers", finalizers, "finalizer orphan and foregroundDeletion cannot be both set"));
  }
  if (!resource.custom && resource.group != "apiextensions.k8s.io") {
    for (std::size_t i = 0; i < finalizers.size(); ++i) {
      const std::string name = TextOf(finalizers[i]);
      if (name.find('/') != std::string::npos || name == "kubernetes" || name == "orphan" ||
          name == "foregroundDeletion") {
        continue;
      }
      errors.push_back(Invalid("metadata.finalizers[" + std::to_string(i) + "]", name,
                               "name is neither a standard finalizer name nor is it fully qualified"));
    }
  }
  if (old == nullptr) return;
  // The real server runs these twice, in its generic and in the kind's own validation, and reports both.
  CheckChange(meta, *old, errors);
  CheckChange(meta, *old, errors);
}

std::string FinalizerWarning(const Json& meta) {
  for (const Json& finalizer : At(meta, "finalizers")) {
    const std::string name = TextOf(finalizer);
    if (name.find('/') != std::string::npos || name == "foregroundDeletion" || name == "orphan" ||
        name == "kubernetes" || name == "customresourcecleanup.apiextensions.k8s.io") {
      continue;
    }
    return "metadata.finalizers: " + Quoted(name) +
           ": prefer a domain-qualified finalizer name to avoid accidental conflicts with other finalizer writers";
  }
  return "";
}

}  // namespace kube::apiserver
