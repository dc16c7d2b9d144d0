// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A CRD becomes Resources here.
#include "samples/kube/apiserver/kinds/registry.h"

#include <cstdio>
#include <tuple>

#include <mutex>

#include "samples/kube/apiserver/kinds/builtin_kinds.h"
#include "samples/kube/apiserver/kinds/object_meta.h"
#include "samples/kube/apiserver/schema/names.h"

namespace kube::apiserver {
namespace {

// apimachinery's order of versions: stable ones, then betas, then alphas; higher numbers first.
std::tuple<int, int, int> VersionRank(const std::string& version) {
  int major = 0, minor = 0;
  char stage[8] = {};
  const int read = std::sscanf(version.c_str(), "v%d%5[a-z]%d", &major, stage, &minor);
  if (read < 1) return {0, 0, 0};
  if (read == 1) return {3, major, 0};
  return {std::string(stage) == "beta" ? 2 : 1, major, minor};
}

std::vector<std::string> Texts(const Json& list) {
  std::vector<std::string> out;
  for (const Json& text : list) out.push_back(TextOf(text));
  return out;
}

// The newest version that is served and not deprecated is what to use instead: v2 before v1 before v1beta1.
std::string DeprecationOf(const Json& spec, const Resource& resource) {
  std::string best;
  for (const Json& version : At(spec, "versions")) {
    const std::string name = TextAt(version, "name");
    if (At(version, "served") != true || At(version, "deprecated") == true) continue;
    if (best.empty() || VersionRank(name) > VersionRank(best)) best = name;
  }
  const std::string own = resource.group + "/" + resource.version + " " + resource.kind + " is deprecated";
  return best.empty() ? own : own + "; use " + resource.group + "/" + best + " " + resource.kind;
}

ResourcePtr CustomKind(const Json& spec, const Json& version) {
  auto resource = std::make_shared<Resource>();
  const Json& names = At(spec, "names");
  resource->group = TextAt(spec, "group");
  resource->version = TextAt(version, "name");
  resource->plural = TextAt(names, "plural");
  resource->singular = TextAt(names, "singular");
  resource->kind = TextAt(names, "kind");
  resource->list_kind = TextAt(names, "listKind");
  resource->short_names = Texts(At(names, "shortNames"));
  resource->categories = Texts(At(names, "categories"));
  resource->namespaced = TextAt(spec, "scope") != "Cluster";
  resource->custom = true;
  resource->has_status = At(version, "subresources").contains("status");
  if (const Json& scale = At(At(version, "subresources"), "scale"); scale.is_object()) {
    resource->has_scale = true;
    resource->replicas_path = TextAt(scale, "specReplicasPath");
    resource->count_path = TextAt(scale, "statusReplicasPath");
    resource->selector_path = TextAt(scale, "labelSelectorPath");
  }
  if (At(version, "deprecated") == true) {
    resource->deprecation = TextAt(version, "deprecationWarning");
    if (resource->deprecation.empty()) resource->deprecation = DeprecationOf(spec, *resource);
  }
  resource->tracks_generation = true;
  resource->unconditional_update = false;
  resource->name_error = &Subdomain1123Error;
  resource->columns = At(version, "additionalPrinterColumns");
  resource->hash = StorageHash(resource->group, resource->version, resource->kind);
  auto schema = std::make_shared<Schema>(*ParseSchema(At(At(version, "schema"), "openAPIV3Schema")));
  auto text = std::make_shared<Schema>();
  text->type = "string";
  schema->properties["apiVersion"] = schema->properties["kind"] = text;
  schema->properties["metadata"] = MetaTypes().at("ObjectMeta");
  resource->defaults = At(At(version, "schema"), "openAPIV3Schema").dump().find("\"default\":") != std::string::npos;
  resource->schema = std::move(schema);
  resource->zero = {{"metadata", Json::object()}};
  return resource;
}

}  // namespace

Registry::Registry() {
  for (const auto& kinds : {CoreKinds(), ServiceKinds(), WorkloadKinds(), BatchKinds(), PolicyKinds(),
                            std::vector<ResourcePtr>{DefinitionKind()}}) {
    for (const ResourcePtr& kind : kinds) kinds_[{kind->group, kind->version, kind->plural}] = kind;
  }
}

ResourcePtr Registry::Find(const std::string& group, const std::string& version, const std::string& plural) const {
  const std::shared_lock lock(mutex_);
  const auto found = kinds_.find({group, version, plural});
  return found == kinds_.end() ? nullptr : found->second;
}

ResourcePtr Registry::FindKind(const std::string& group, const std::string& kind) const {
  const std::shared_lock lock(mutex_);
  for (const auto& [key, resource] : kinds_) {
    if (resource->group == group && resource->kind == kind) return resource;
  }
  return nullptr;
}

ResourcePtr Registry::FindStored(const std::string& storage_key) const {
  const std::shared_lock lock(mutex_);
  for (const auto& [key, resource] : kinds_) {
    if (resource->StorageKey() == storage_key) return resource;
  }
  return nullptr;
}

bool Registry::IsBuiltinGroup(const std::string& group) const {
  const std::shared_lock lock(mutex_);
  for (const auto& [key, resource] : kinds_) {
    if (resource->group == group) return !resource->custom;
  }
  return false;
}

std::vector<ResourcePtr> Registry::All() const {
  const std::shared_lock lock(mutex_);
  std::vector<ResourcePtr> out;
  for (const auto& [key, resource] : kinds_) out.push_back(resource);
  return out;
}

void Registry::Serve(const Json& definition) {
  Remove(definition);
  const Json& spec = At(definition, "spec");
  const std::unique_lock lock(mutex_);
  for (const Json& version : At(spec, "versions")) {
    if (At(version, "served") != true) continue;
    const ResourcePtr kind = CustomKind(spec, version);
    kinds_[{kind->group, kind->version, kind->plural}] = kind;
  }
}

void Registry::Remove(const Json& definition) {
  const Json& spec = At(definition, "spec");
  const std::string key = TextAt(spec, "group") + "/" + TextAt(At(spec, "names"), "plural");
  const std::unique_lock lock(mutex_);
  std::erase_if(kinds_, [&](const auto& entry) { return entry.second->custom && entry.second->StorageKey() == key; });
}

}  // namespace kube::apiserver
