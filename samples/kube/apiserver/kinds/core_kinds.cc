// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The small kinds.
#include <algorithm>

#include "samples/kube/apiserver/kinds/builtin_kinds.h"
#include "samples/kube/apiserver/kinds/object_meta.h"
#include "samples/kube/apiserver/schema/names.h"
#include "samples/kube/apiserver/schema/type_text.h"
#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {
namespace {

constexpr const char* kTypes = R"(
ConfigMap
  immutable *bool
  data map[string]string
  binaryData map[string]bytes
Secret
  immutable *bool
  data map[string]bytes
  stringData map[string]string
  type string ="Opaque"
NamespaceSpec
  finalizers []string atomic
NamespaceStatus
  phase string ="Active"
  conditions []any keys=type
Namespace
  spec NamespaceSpec
  status NamespaceStatus
LeaseSpec
  holderIdentity *string
  leaseDurationSeconds *int32
  acquireTime micro-time
  renewTime micro-time
  leaseTransitions *int32
  strategy *string
  preferredHolder *string
Lease
  spec LeaseSpec
ServiceAccount
  secrets []any keys=name
  imagePullSecrets []any atomic
  automountServiceAccountToken *bool
ObjectReference
  kind string
  namespace string
  name string
  uid string
  apiVersion string
  resourceVersion string
  fieldPath string
EventSource
  component string
  host string
EventSeries
  count int32
  lastObservedTime micro-time
EventSeriesNew
  count *int32
  lastObservedTime micro-time
CoreEvent
  involvedObject ObjectReference
  reason string
  message string
  source EventSource
  firstTimestamp *time
  lastTimestamp *time
  count int32
  type string
  eventTime *micro-time
  series *EventSeries
  action string
  related *ObjectReference
  reportingComponent *string =""
  reportingInstance *string =""
NewEvent
  eventTime *micro-time
  series *EventSeriesNew
  reportingController string
  reportingInstance string
  action string
  reason string
  regarding ObjectReference
  related *ObjectReference
  note string
  type string
  deprecatedSource EventSource
  deprecatedFirstTimestamp *time
  deprecatedLastTimestamp *time
  deprecatedCount int32
NodeSpec
  podCIDR string
  podCIDRs []string set
  providerID string
  unschedulable bool
  taints []any atomic
NodeStatus
  capacity map[string]quantity
  allocatable map[string]quantity
  phase string
  conditions []any keys=type
  addresses []any keys=type
  daemonEndpoints any
  nodeInfo any
  images []any atomic
Node
  spec NodeSpec
  status NodeStatus
)";

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

void CheckConfigMap(const Json& object, const Json* old, FieldErrors& errors) {
  CheckKeys(object, "data", errors);
  CheckKeys(object, "binaryData", errors);
  for (const auto& item : At(object, "data").items()) {
    if (At(object, "binaryData").contains(item.key())) {
      errors.push_back(Invalid("data[" + item.key() + "]", item.key(), "duplicate of key present in binaryData"));
    }
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
  const auto need = [&](const char* key) {
    if (!data.contains(key)) errors.push_back(Required("data[" + std::string(key) + "]"));
  };
  if (type == "kubernetes.io/tls") {
    need("tls.crt");
    need("tls.key");
  } else if (type == "kubernetes.io/ssh-auth") {
    need("ssh-privatekey");
  } else if (type == "kubernetes.io/dockerconfigjson") {
    need(".dockerconfigjson");
  }
  CheckImmutable(object, old, {"data"}, errors);
}

void FillNamespace(Json& object, const Json* old) {
  if (old == nullptr) object["spec"]["finalizers"] = Json::array({"kubernetes"});
  object["metadata"]["labels"]["kubernetes.io/metadata.name"] = TextAt(object["metadata"], "name");
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

void CheckEvent(const Json& object, const Json*, FieldErrors& errors) {
  const std::string about = TextAt(At(object, "involvedObject"), "namespace");
  const std::string own = TextAt(At(object, "metadata"), "namespace");
  if (about != own && !(about.empty() && own == "default")) {
    errors.push_back(Invalid("involvedObject.namespace", about, "does not match event.namespace"));
  }
}

ResourcePtr Event(const std::string& group, const std::map<std::string, SchemaPtr>& types) {
  auto named = types;
  auto schema = std::make_shared<Schema>(*types.at(group.empty() ? "CoreEvent" : "NewEvent"));
  schema->struct_name = "Event";
  named["Event"] = schema;
  auto event = BuiltinKind(group, "events", "Event", named);
  event->short_names = {"ev"};
  event->create_on_update = true;
  if (group.empty()) event->check = CheckEvent;
  return event;
}

}  // namespace

std::vector<ResourcePtr> CoreKinds() {
  const auto types = ReadTypes(kTypes, MetaTypes());
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
  auto lease = BuiltinKind("coordination.k8s.io", "leases", "Lease", types);
  lease->unconditional_update = false;
  lease->create_on_update = true;
  lease->check = CheckLease;
  auto account = BuiltinKind("", "serviceaccounts", "ServiceAccount", types);
  account->short_names = {"sa"};
  account->returns_deleted = true;
  auto node = BuiltinKind("", "nodes", "Node", types);
  node->short_names = {"no"};
  node->namespaced = false;
  return {config, secret, name_space, lease, account, node, Event("", types), Event("events.k8s.io", types)};
}

}  // namespace kube::apiserver
