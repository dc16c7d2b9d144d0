// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The small kinds.
#include <algorithm>

#include "samples/kube/apiserver/kinds/builtin_kinds.h"
#include "samples/kube/apiserver/kinds/field_checks.h"
#include "samples/kube/apiserver/kinds/pod_types.h"
#include "samples/kube/apiserver/kinds/type_texts.h"
#include "samples/kube/apiserver/schema/names.h"
#include "samples/kube/apiserver/schema/type_text.h"
#include "samples/kube/apiserver/wire/go_text.h"
#include "samples/kube/apiserver/wire/json_text.h"

namespace kube::apiserver {
namespace {

void CheckKeys(const Json& object, const char* field, FieldErrors& errors) {
  for (const auto& item : At(object, field).items()) {
    if (const std::string wrong = ConfigKeyError(item.key()); !wrong.empty()) {
      errors.push_back(Invalid(std::string(field) + "[" + item.key() + "]", item.key(), wrong));
    }
  }
}

void CheckImmutable(const Json& object, const Json* old, std::initializer_list<const char*> fields,
                    FieldErrors& errors) {
  if (old == nullptr || At(*old, "immutable") != true) return;
  if (At(object, "immutable") != true)
    errors.push_back(Forbidden("immutable", "field is immutable when `immutable` is set"));
  for (const char* field : fields) {
    if (At(object, field) != At(*old, field)) {
      errors.push_back(Forbidden(field, "field is immutable when `immutable` is set"));
    }
  }
}

constexpr std::size_t kMostData = 1048576;  // bytes of all values together

std::size_t DataSize(const Json& values, bool encoded) {
  std::size_t size = 0;
  for (const Json& value : values) {
    const std::string text = TextOf(value);
    size += encoded ? Base64Decode(text).value_or("").size() : text.size();
  }
  return size;
}

void CheckConfigMap(const Json& object, const Json* old, FieldErrors& errors) {
  CheckKeys(object, "data", errors);
  CheckKeys(object, "binaryData", errors);
  for (const auto& item : At(object, "data").items()) {
    if (At(object, "binaryData").contains(item.key())) {
      errors.push_back(Invalid("data[" + item.key() + "]", item.key(), "duplicate of key present in binaryData"));
    }
  }
  if (DataSize(At(object, "data"), false) + DataSize(At(object, "binaryData"), true) > kMostData) {
    errors.push_back(TooLong("[]", kMostData));
  }
  CheckImmutable(object, old, {"data", "binaryData"}, errors);
}

void FillSecret(Json& object, const Json*) {
  for (const auto& [key, value] : At(object, "stringData").items()) {
    object["data"][key] = Base64Encode(value.get<std::string>());
  }
  object.erase("stringData");
}

void CheckSecret(const Json& object, const Json* old, FieldErrors& errors) {
  const std::string type = TextAt(object, "type");
  const Json& data = At(object, "data");
  if (old != nullptr && At(*old, "type") != At(object, "type")) {
    errors.push_back(Invalid("type", type, "field is immutable"));
  }
  CheckKeys(object, "data", errors);
  if (DataSize(data, true) > kMostData) errors.push_back(TooLong("data", kMostData));
  const auto need = [&](const char* key) {
    if (!data.contains(key)) errors.push_back(Required("data[" + std::string(key) + "]"));
  };
  if (type == "kubernetes.io/tls") {
    need("tls.crt");
    need("tls.key");
  } else if (type == "kubernetes.io/ssh-auth") {
    need("ssh-privatekey");
  } else if (type == "kubernetes.io/basic-auth") {
    if (!data.contains("username") && !data.contains("password")) {
      need("username");
      need("password");
    }
  } else if (type == "kubernetes.io/service-account-token") {
    const char* name = "kubernetes.io/service-account.name";
    if (TextAt(At(At(object, "metadata"), "annotations"), name).empty()) {
      errors.push_back(Required("metadata.annotations[" + std::string(name) + "]"));
    }
  } else if (type == "kubernetes.io/dockerconfigjson") {
    need(".dockerconfigjson");
    const auto text = Base64Decode(TextAt(data, ".dockerconfigjson"));
    if (const std::string wrong = text && data.contains(".dockerconfigjson") ? ReadJson(*text).error : "";
        !wrong.empty()) {
      errors.push_back(InvalidText("data[.dockerconfigjson]", "\"<secret contents redacted>\"", wrong));
    }
  }
  CheckImmutable(object, old, {"data"}, errors);
}

void FillNamespace(Json& object, const Json* old) {
  Json& finalizers = object["spec"]["finalizers"];
  if (old != nullptr) {
    finalizers = At(At(*old, "spec"), "finalizers");  // the subresource's to change
  } else {
    if (!finalizers.is_array()) finalizers = Json::array();
    if (std::find(finalizers.begin(), finalizers.end(), "kubernetes") == finalizers.end()) {
      finalizers.push_back("kubernetes");
    }
  }
  object["metadata"]["labels"]["kubernetes.io/metadata.name"] = TextAt(object["metadata"], "name");
}

void CheckNamespace(const Json& object, const Json* old, FieldErrors& errors) {
  if (old == nullptr) return;
  const std::string phase = TextAt(At(object, "status"), "phase");
  const bool deleting = At(At(*old, "metadata"), "deletionTimestamp").is_string();
  if (phase != (deleting ? "Terminating" : "Active")) {
    errors.push_back(Invalid("status.Phase", phase,
                             deleting ? "may only be 'Terminating' if `deletionTimestamp` is not empty"
                                      : "may only be 'Active' if `deletionTimestamp` is empty"));
  }
}

void CheckLease(const Json& object, const Json*, FieldErrors& errors) {
  const Json& spec = At(object, "spec");
  if (const Json& seconds = At(spec, "leaseDurationSeconds"); seconds.is_number() && seconds <= 0) {
    errors.push_back(Invalid("spec.leaseDurationSeconds", seconds, "must be greater than 0"));
  }
  if (const Json& count = At(spec, "leaseTransitions"); count.is_number() && count < 0) {
    errors.push_back(Invalid("spec.leaseTransitions", count, "must be greater than or equal to 0"));
  }
}

void CheckEventNamespace(const Json& object, const char* field, FieldErrors& errors) {
  const std::string about = TextAt(At(object, field), "namespace");
  const std::string own = TextAt(At(object, "metadata"), "namespace");
  if (about != own && !(about.empty() && own == "default")) {
    errors.push_back(Invalid("involvedObject.namespace", about, "does not match event.namespace"));
  }
}

void CheckEvent(const Json& object, const Json*, FieldErrors& errors) {
  CheckEventNamespace(object, "involvedObject", errors);
}

void CheckNewEvent(const Json& object, const Json* old, FieldErrors& errors) {
  CheckEventNamespace(object, "regarding", errors);
  if (old != nullptr) return;
  if (At(object, "eventTime").is_null()) {  // the old kind of event, which asks for less
    errors.push_back(Required("eventTime"));
    const std::string type = TextAt(object, "type");
    if (type != "Normal" && type != "Warning") errors.push_back(Invalid("type", type, "has invalid value: " + type));
    return;
  }
  const auto need = [&](const char* field) {
    if (TextAt(object, field).empty()) errors.push_back(Required(field));
  };
  need("reportingController");
  need("reportingInstance");
  need("action");
  need("reason");
  const std::string type = TextAt(object, "type");
  if (type != "Normal" && type != "Warning") {
    errors.push_back(Invalid("type", type, "has invalid value: " + type));
  }
}

ResourcePtr Event(const std::string& group, const std::map<std::string, SchemaPtr>& types) {
  auto event = BuiltinKind(group, "events", "Event", types);
  event->short_names = {"ev"};
  event->create_on_update = true;
  event->hash = StorageHash("", "v1", "Event");  // both groups show one storage
  event->check = group.empty() ? CheckEvent : CheckNewEvent;
  return event;
}

}  // namespace

std::vector<ResourcePtr> CoreKinds() {
  const auto& types = CoreTypes();
  auto config = BuiltinKind("", "configmaps", "ConfigMap", types);
  config->short_names = {"cm"};
  config->check = CheckConfigMap;
  auto secret = BuiltinKind("", "secrets", "Secret", types);
  secret->fill = FillSecret;
  secret->check = CheckSecret;
  auto name_space = BuiltinKind("", "namespaces", "Namespace", types);
  name_space->short_names = {"ns"};
  name_space->namespaced = false;
  name_space->name_error = &Label1123Error;
  name_space->fill = FillNamespace;
  name_space->check = CheckNamespace;
  name_space->server_fields = {{"f:spec", "f:finalizers"}};
  auto lease = BuiltinKind("coordination.k8s.io", "leases", "Lease", ReadTypes(kLeaseTypeText, types));
  lease->unconditional_update = false;
  lease->create_on_update = true;
  lease->check = CheckLease;
  auto account = BuiltinKind("", "serviceaccounts", "ServiceAccount", types);
  account->short_names = {"sa"};
  account->returns_deleted = true;
  auto node = BuiltinKind("", "nodes", "Node", types);
  node->short_names = {"no"};
  node->namespaced = false;
  return {config,  secret, name_space,       lease,
          account, node,   Event("", types), Event("events.k8s.io", ReadTypes(kEventTypeText, types))};
}

}  // namespace kube::apiserver
