// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// rest.BeforeCreate and rest.BeforeUpdate, and what stores.
#include "samples/kube/apiserver/rest/writer.h"

#include <algorithm>

#include "samples/kube/apiserver/kinds/object_meta.h"
#include "samples/kube/apiserver/patch/apply.h"
#include "samples/kube/apiserver/rest/body.h"
#include "samples/kube/apiserver/rest/json_path.h"
#include "samples/kube/apiserver/schema/defaults.h"
#include "samples/kube/apiserver/schema/typed.h"
#include "samples/kube/apiserver/schema/validate.h"
#include "samples/kube/apiserver/wire/clock.h"
#include "samples/kube/apiserver/wire/go_text.h"
#include "samples/kube/apiserver/wire/random_text.h"

namespace kube::apiserver {
namespace {

// Two references to one owner count once.
void UniteOwners(Json& meta, WriteOptions& options) {
  if (!At(meta, "ownerReferences").is_array()) return;
  Json kept = Json::array();
  std::vector<std::string> twice;
  for (const Json& owner : meta["ownerReferences"]) {
    const bool known =
        std::any_of(kept.begin(), kept.end(), [&](const Json& other) { return At(other, "uid") == At(owner, "uid"); });
    if (known && std::find(kept.begin(), kept.end(), owner) != kept.end()) {
      twice.push_back(TextAt(owner, "uid"));
    } else {
      kept.push_back(owner);
    }
  }
  if (twice.empty()) return;
  meta["ownerReferences"] = std::move(kept);
  options.warnings.push_back(
      ".metadata.ownerReferences contains duplicate entries; API server dedups owner references in 1.20+, and may "
      "reject such requests as early as 1.24; please fix your requests; duplicate UID(s) observed: " +
      Join(twice, ", "));
}

// A CRD's defaults are those of now, also for what was stored before it had them.
Json Defaulted(const Resource& resource, Json object) {
  if (resource.custom) FillDefaults(object, *resource.schema);
  return object;
}

Json SpecOf(const Resource& resource, const Json& object) {
  if (!resource.custom) return At(object, "spec");
  Json rest = object;
  rest.erase("metadata");
  if (resource.has_status) rest.erase("status");
  return rest;
}

// 1 and 1.0 are equal and written differently.
bool Same(const Json& one, const Json& other) { return one == other && one.dump() == other.dump(); }

// apiextensions' validateScaleSpec and validateScaleStatus.
void CheckScale(const Resource& resource, const Json& object, FieldErrors& errors) {
  for (const std::string& path : {resource.replicas_path, resource.count_path}) {
    const auto refuse = [&](const Json& value, const std::string& expected) {
      errors.push_back(Invalid(path, 0,
                               path + " accessor error: " + GoValue(value) + " is of the type " + GoTypeOf(value) +
                                   ", expected " + expected));
    };
    const std::string parent = path.substr(0, path.rfind('.'));
    const Json holder = parent.empty() ? Json(nullptr) : JsonPathValue(object, parent);
    if (!holder.is_null() && !holder.is_object()) {
      refuse(holder, "map[string]interface{}");
      continue;
    }
    const Json count = JsonPathValue(object, path);
    if (!count.is_null() && !count.is_number_integer()) {
      refuse(count, "int64");
      continue;
    }
    if (count.is_null()) continue;
    if (count < 0) errors.push_back(Invalid(path, count, "should be a non-negative integer"));
    if (count > 2147483647) errors.push_back(Invalid(path, count, "should be less than or equal to 2147483647"));
  }
}

// What a client may not change: taken from the stored object.
void KeepSystemFields(Json& meta, const Json& old) {
  for (const char* field : {"creationTimestamp", "generation", "deletionTimestamp", "deletionGracePeriodSeconds",
                            "selfLink", "managedFields"}) {
    // A time of deletion that is none is said to be wrong.
    if (field == std::string("deletionTimestamp") && !At(meta, field).is_null() && !old.contains(field)) continue;
    meta.erase(field);
    if (old.contains(field)) meta[field] = old[field];
  }
  if (TextAt(meta, "uid").empty()) meta["uid"] = old["uid"];
  if (old.contains("namespace")) meta["namespace"] = old["namespace"];
  meta["resourceVersion"] = old["resourceVersion"];
}

// The part of `object` that a write to the subresource may change, on top of `old`.
Json ForSubresource(const Target& target, const Json& old, Json object) {
  const Resource& resource = *target.resource;
  if (target.subresource == "status") {
    Json out = old;
    out.erase("status");
    if (object.contains("status")) out["status"] = object["status"];
    for (const char* field : {"uid", "resourceVersion"}) {
      if (At(object, "metadata").contains(field)) out["metadata"][field] = object["metadata"][field];
    }
    if (resource.custom || resource.kind == "Deployment") return out;
    for (const char* field : {"labels", "annotations", "finalizers", "ownerReferences"}) {
      out["metadata"].erase(field);
      if (At(object, "metadata").contains(field)) out["metadata"][field] = object["metadata"][field];
    }
    return out;
  }
  if (resource.has_status) {
    object.erase("status");
    if (old.contains("status")) object["status"] = old["status"];
  }
  return object;
}

}  // namespace

void Writer::CheckNamespace(const Target& target) const {
  if (!target.resource->namespaced) return;
  const ObjectPtr found = store_.Get({"/namespaces", "", target.name_space});
  if (!found) throw NotFound({"", "namespaces"}, target.name_space);
  if (TextAt(At(*found, "status"), "phase") != "Terminating") return;
  Json details = target.resource->AsResource().Details(target.name);
  details["causes"] = Json::array({{{"reason", "NamespaceTerminating"},
                                    {"message", "namespace " + target.name_space + " is being terminated"},
                                    {"field", "metadata.namespace"}}});
  throw StatusError(403, "Forbidden",
                    target.resource->AsResource().Text() + " " + Quoted(target.name) +
                        " is forbidden: unable to create new content in namespace " + target.name_space +
                        " because it is being terminated",
                    details);
}

void Writer::FillAndCheck(const Resource& resource, Json& object, const Json* old, const std::string& subresource,
                          WriteOptions& options) const {
  if (resource.custom) CheckCustomKind(object, resource);
  if (!resource.custom) DecodeStruct(object, *resource.schema);
  FillDefaults(object, *resource.schema);
  if (resource.fill) resource.fill(object, old);
  UniteOwners(object["metadata"], options);
  FieldErrors errors;
  CheckMeta(object["metadata"], old == nullptr ? nullptr : &(*old)["metadata"], resource, errors);
  if (resource.custom) {
    Json checked = object, before = old == nullptr ? Json(nullptr) : *old;
    checked.erase("metadata");
    if (old != nullptr) before.erase("metadata");
    Schema schema = *resource.schema;  // metadata has been checked: its type text is no JSON schema
    schema.properties.erase("metadata");
    std::erase(schema.required, "metadata");
    Validate(checked, old == nullptr ? nullptr : &before, schema, "", errors);
    if (subresource ==
        "status") {  // the real one looks at the status alone: its texts have no "status." before a field
      for (FieldError& error : errors) {
        if (const auto at = error.body.find(": status."); at != std::string::npos) error.body.erase(at + 2, 7);
      }
    }
  }
  if (resource.custom && resource.has_scale) CheckScale(resource, object, errors);
  if (resource.check) resource.check(object, old, errors);
  if (!errors.empty()) throw InvalidObject(resource.AsKind(), TextAt(object["metadata"], "name"), errors);
  const std::string warning = FinalizerWarning(object["metadata"]);
  if (!warning.empty() && (old == nullptr || FinalizerWarning((*old)["metadata"]) != warning)) {
    options.warnings.push_back(warning);
  }
}

Json Writer::Create(const Target& target, Json object, WriteOptions& options) {
  const std::lock_guard<std::mutex> lock(mutex_);
  return CreateLocked(target, std::move(object), false, options);
}

Json Writer::CreateLocked(const Target& given, Json object, bool applied, WriteOptions& options) {
  Target target = given;
  const Resource& resource = *target.resource;
  Json& meta = object["metadata"];
  if (!meta.is_object()) meta = Json::object();
  const std::string version = applied ? "" : TextAt(meta, "resourceVersion");
  if (!version.empty() && version != "0") {
    throw StatusError::Internal("resourceVersion should not be set on objects to be created");
  }
  target.name = TextAt(meta, "name");
  CheckNamespace(target);
  for (const char* field : {"resourceVersion", "deletionTimestamp", "deletionGracePeriodSeconds", "selfLink"}) {
    meta.erase(field);
  }
  if (!applied) meta.erase("managedFields");
  const std::string prefix = TextAt(meta, "generateName");
  if (target.name.empty() && !prefix.empty()) {
    do {
      target.name = prefix.substr(0, 58) + NameTail();
    } while (store_.Get(target.Key()));
    meta["name"] = target.name;
  }
  meta.erase("namespace");
  if (resource.namespaced) meta["namespace"] = target.name_space;
  meta["uid"] = NewUid();
  meta["creationTimestamp"] = NowText();
  if (resource.tracks_generation) meta["generation"] = 1;
  if (resource.has_status) object.erase("status");
  const Json sent = resource.server_fields.empty() ? Json(nullptr) : object;
  FillAndCheck(resource, object, nullptr, "", options);
  if (const ObjectPtr there = store_.Get(target.Key())) {
    if (!(*there)["metadata"].contains("deletionTimestamp")) throw AlreadyExists(resource.AsResource(), target.name);
    throw StatusError(
        409, "AlreadyExists",
        "object is being deleted: " + resource.AsResource().Text() + " " + Quoted(target.name) + " already exists",
        resource.AsResource().Details(target.name));
  }
  if (!applied) {
    RecordUpdate(resource, nullptr, object, {options.manager, "Update", resource.GroupVersion(), ""}, &sent);
  }
  return options.dry_run ? object : *store_.Put(target.Key(), std::move(object));
}

Json Writer::Update(const Target& target, const Change& change, UpdateMode mode, WriteOptions& options) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const ObjectPtr stored = store_.Get(target.Key());
  if (!stored) {
    if (!mode.put || !target.resource->create_on_update || !target.subresource.empty()) {
      throw NotFound(target.resource->AsResource(), target.name);
    }
    return CreateLocked(target, change(nullptr), false, options);
  }
  const Json old = Defaulted(*target.resource, *stored);
  return UpdateLocked(target, old, change(old), mode, options);
}

Json Writer::UpdateLocked(const Target& target, const Json& old, Json object, UpdateMode mode, WriteOptions& options) {
  const Resource& resource = *target.resource;
  if (!At(object, "metadata").is_object()) object["metadata"] = Json::object();
  const std::string version = TextAt(object["metadata"], "resourceVersion");
  const std::string uid = TextAt(object["metadata"], "uid");
  if (const std::string wrong = version.empty() ? "" : ParseUintError(version); !wrong.empty()) {
    throw StatusError::Internal(wrong);
  }
  if (mode.put && !uid.empty() && At(old["metadata"], "uid") != uid) {
    throw Conflict(resource.AsResource(), target.name,
                   "StorageError: invalid object, Code: 4, Key: /registry/" + resource.StorageKey() + "/" +
                       target.name_space + "/" + target.name +
                       ", ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: " + uid +
                       ", UID in object meta: " + TextAt(old["metadata"], "uid"));
  }
  if (version.empty() || version == "0") {
    if (mode.put && !resource.unconditional_update) {
      throw InvalidObject(resource.AsResource(), target.name,
                          {Invalid("metadata.resourceVersion", 0, "must be specified for an update")});
    }
  } else if (At(old["metadata"], "resourceVersion") != version) {
    throw Modified(resource.AsResource(), target.name);
  }
  const Json applied_fields = At(object["metadata"], "managedFields");
  const bool stripped =  // a client may have nothing owned, by an empty list or one empty entry
      !mode.applied && applied_fields.is_array() &&
      (applied_fields.empty() || applied_fields == Json::array({Json::object()}));
  object = ForSubresource(target, old, std::move(object));
  KeepSystemFields(object["metadata"], old["metadata"]);
  const Json finalizers = At(At(object, "spec"), "finalizers");
  FillAndCheck(resource, object, &old, target.subresource, options);
  if (target.subresource == "finalize") {
    object["spec"].erase("finalizers");
    if (!finalizers.empty()) object["spec"]["finalizers"] = finalizers;
  }
  if (resource.tracks_generation && !Same(SpecOf(resource, object), SpecOf(resource, old))) {
    object["metadata"]["generation"] = old["metadata"].value("generation", 0) + 1;
  }
  if (mode.applied) {
    object["metadata"].erase("managedFields");
    if (!applied_fields.is_null()) object["metadata"]["managedFields"] = applied_fields;
  } else if (stripped) {
    object["metadata"].erase("managedFields");
  } else {
    RecordUpdate(resource, &old, object, {options.manager, "Update", resource.GroupVersion(), target.subresource});
  }
  if (Same(object, old)) return old;
  if (options.dry_run) return object;
  if (old["metadata"].contains("deletionTimestamp") && At(object["metadata"], "finalizers").empty() &&
      At(At(object, "spec"), "finalizers").empty()) {
    store_.Delete(target.Key());  // the last finalizer went: the object is not stored again, it goes
    return object;
  }
  return *store_.Put(target.Key(), std::move(object));
}

std::pair<Json, bool> Writer::Apply(const Target& target, const Json& config,
                                    const std::function<void(const Json&)>& check, WriteOptions& options) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const Manager manager{options.manager, "Apply", target.resource->GroupVersion(), target.subresource};
  const ObjectPtr stored = store_.Get(target.Key());
  if (!stored && !target.subresource.empty()) throw NotFound(target.resource->AsResource(), target.name);
  const std::string version = TextAt(At(config, "metadata"), "resourceVersion");
  if (stored && !version.empty() && TextAt((*stored)["metadata"], "resourceVersion") != version) {
    throw Modified(target.resource->AsResource(), target.name);
  }
  const std::string uid = TextAt(At(config, "metadata"), "uid");
  if (!uid.empty() && (!stored || TextAt((*stored)["metadata"], "uid") != uid)) {
    throw Conflict(target.resource->AsResource(), target.name,
                   "uid mismatch: the provided object specified uid " + uid + ", and " +
                       (stored ? "the existing object has uid " + TextAt((*stored)["metadata"], "uid")
                               : std::string("no existing object was found")));
  }
  Json applied = kube::apiserver::Apply(*target.resource, stored.get(), config, manager, options.force).object;
  if (target.resource->custom) DecodeStruct(applied["metadata"], *MetaTypes().at("ObjectMeta"));
  check(applied);
  if (!stored) return {CreateLocked(target, std::move(applied), true, options), true};
  return {UpdateLocked(target, *stored, std::move(applied), {.put = false, .applied = true}, options), false};
}

}  // namespace kube::apiserver
