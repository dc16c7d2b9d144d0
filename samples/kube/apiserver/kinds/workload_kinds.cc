// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Pods and what makes pods: the core group's pods and claims, the group apps.
#include <algorithm>
#include <cstdlib>

#include "samples/kube/apiserver/kinds/builtin_kinds.h"
#include "samples/kube/apiserver/kinds/field_checks.h"
#include "samples/kube/apiserver/kinds/pod_types.h"
#include "samples/kube/apiserver/kinds/type_texts.h"
#include "samples/kube/apiserver/query/selector.h"
#include "samples/kube/apiserver/schema/names.h"
#include "samples/kube/apiserver/schema/type_text.h"
#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {
namespace {

constexpr const char* kImmutable = "field is immutable";

// Selector and template of `object`, under spec. `kind` as the real server's message names it.
void CheckTemplate(const Json& object, const std::string& kind, const std::string& title, FieldErrors& errors) {
  const Json& spec = At(object, "spec");
  const Json& selector = At(spec, "selector");
  const Json& pod = At(At(spec, "template"), "spec");
  const Json& labels = At(At(At(spec, "template"), "metadata"), "labels");
  const bool empty = At(selector, "matchLabels").empty() && At(selector, "matchExpressions").empty();
  const std::size_t before = errors.size() + (selector.is_null() ? 1 : 0);
  if (selector.is_null()) {
    errors.push_back(Required("spec.selector"));
  } else {
    CheckLabelSelector(selector, "spec.selector", errors);
    if (empty) errors.push_back(Invalid("spec.selector", selector, "empty selector is invalid for " + kind));
  }
  // A selector that is missing selects nothing, an empty one is not looked at any more.
  const bool right = errors.size() == before;
  if (selector.is_null() || (right && !empty && !MatchesLabelSelector(selector, labels))) {
    errors.push_back(Invalid("spec.template.metadata.labels", labels, "`selector` does not match template `labels`"));
  } else if (!right && !empty && title == "StatefulSet") {
    errors.push_back(Invalid("spec.selector", selector, ""));
  }
  CheckNonNegative(spec, {"replicas", "minReadySeconds"}, "spec", errors);
  CheckLabelMap(labels, "spec.template.labels", errors);
  CheckPodSpec(pod, At(spec, "volumeClaimTemplates"), "spec.template.spec", errors);
  if (TextAt(pod, "restartPolicy") != "Always") {
    errors.push_back(
        NotSupported("spec.template.spec.restartPolicy", Quoted(TextAt(pod, "restartPolicy")), {"Always"}));
  }
  if (!At(pod, "activeDeadlineSeconds").is_null()) {
    errors.push_back(Forbidden("spec.template.spec.activeDeadlineSeconds",
                               "activeDeadlineSeconds in " + title + " is not Supported"));
  }
}

void CheckSameSelector(const Json& object, const Json* old, FieldErrors& errors) {
  if (old != nullptr && At(At(object, "spec"), "selector") != At(At(*old, "spec"), "selector")) {
    errors.push_back(Invalid("spec.selector", At(At(object, "spec"), "selector"), kImmutable));
  }
}

void CheckReplicaStatus(const Json& object, std::initializer_list<const char*> counts, const std::string& ready,
                        FieldErrors& errors) {
  const Json& status = At(object, "status");
  CheckNonNegative(status, {"replicas"}, "status", errors);
  CheckNonNegative(status, counts, "status", errors);
  if (At(status, "replicas").is_number() && status["replicas"] < 0) {  // those that are not said are zero
    for (const char* count : counts) {
      if (At(status, count).is_null()) {
        errors.push_back(Invalid(std::string("status.") + count, 0, "cannot be greater than status.replicas"));
      }
    }
  }
  CheckAtMost(status, counts, "replicas", "cannot be greater than status.replicas", "status", errors);
  CheckAtMost(status, {"availableReplicas"}, "readyReplicas", "cannot be greater than " + ready, "status", errors);
}

void CheckClaims(const Json& claims, FieldErrors& errors) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    CheckClaimSpec(At(claims[i], "spec"), "spec.volumeClaimTemplates[" + std::to_string(i) + "].spec", errors);
  }
}

void CheckStatefulSetUpdate(const Json& object, const Json& old, FieldErrors& errors) {
  Json now = At(object, "spec"), before = At(old, "spec");
  for (const char* field : {"replicas", "ordinals", "template", "updateStrategy", "revisionHistoryLimit",
                            "persistentVolumeClaimRetentionPolicy", "minReadySeconds"}) {
    now.erase(field);
    before.erase(field);
  }
  if (now == before) return;
  errors.push_back(Forbidden("spec",
                             "updates to statefulset spec for fields other than 'replicas', 'ordinals', "
                             "'template', 'updateStrategy', 'revisionHistoryLimit', "
                             "'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden"));
}

void CheckStatefulSet(const Json& object, const Json* old, FieldErrors& errors) {
  const Json& spec = At(object, "spec");
  const Json& strategy = At(spec, "updateStrategy");
  const std::string policy = TextAt(spec, "podManagementPolicy"), type = TextAt(strategy, "type");
  if (policy != "OrderedReady" && policy != "Parallel") {
    errors.push_back(Invalid("spec.podManagementPolicy", policy, "must be 'OrderedReady' or 'Parallel'"));
  }
  if (type == "OnDelete") {
    if (strategy.contains("rollingUpdate")) {
      const Json& partition = At(strategy["rollingUpdate"], "partition");
      errors.push_back(
          InvalidText("spec.updateStrategy.rollingUpdate",
                      "{\"Partition\":" + std::to_string(partition.is_number() ? partition.get<int>() : 0) +
                          ",\"MaxUnavailable\":" + At(strategy["rollingUpdate"], "maxUnavailable").dump() + "}",
                      "only allowed for updateStrategy 'RollingUpdate'"));
    }
  } else if (type == "RollingUpdate") {
    CheckNonNegative(At(strategy, "rollingUpdate"), {"partition"}, "spec.updateStrategy.rollingUpdate", errors);
  } else {
    errors.push_back(InvalidText("spec.updateStrategy", "{\"Type\":" + Quoted(type) + ",\"RollingUpdate\":null}",
                                 "must be 'RollingUpdate' or 'OnDelete'"));
  }
  for (const char* field : {"whenDeleted", "whenScaled"}) {
    const std::string text = TextAt(At(spec, "persistentVolumeClaimRetentionPolicy"), field);
    if (text == "Retain" || text == "Delete") continue;
    errors.push_back(NotSupported(std::string("spec.persistentVolumeClaimRetentionPolicy.") + field, Quoted(text),
                                  {"Retain", "Delete"}));
  }
  if (old == nullptr) CheckClaims(At(spec, "volumeClaimTemplates"), errors);
  CheckNonNegative(At(spec, "ordinals"), {"start"}, "spec.ordinals", errors);
  CheckTemplate(object, "statefulset", "StatefulSet", errors);
  if (const std::string service = TextAt(spec, "serviceName"); old == nullptr && !service.empty()) {
    if (const std::string wrong = Label1123Error(service); !wrong.empty()) {
      errors.push_back(Invalid("spec.serviceName", service, wrong));
    }
  }
  if (old != nullptr) CheckStatefulSetUpdate(object, *old, errors);
  CheckReplicaStatus(object, {"readyReplicas", "currentReplicas", "updatedReplicas", "availableReplicas"},
                     "status.readyReplicas", errors);
}

bool IsZero(const Json& value) { return value == 0 || value == "0%" || value == "0"; }

void CheckRolling(const Json& rolling, const std::string& path, FieldErrors& errors) {
  CheckIntOrPercent(At(rolling, "maxUnavailable"), path + ".maxUnavailable", errors);
  CheckIntOrPercent(At(rolling, "maxSurge"), path + ".maxSurge", errors);
  const auto zero = [](const Json& value) {
    return IsZero(value) || (value.is_string() && TextOf(value).find('%') == std::string::npos);
  };
  if (zero(At(rolling, "maxUnavailable")) && zero(At(rolling, "maxSurge"))) {
    errors.push_back(
        Invalid(path + ".maxUnavailable", At(rolling, "maxUnavailable"), "may not be 0 when `maxSurge` is 0"));
  }
  const std::string most = TextAt(rolling, "maxUnavailable");
  if (!most.empty() && most.back() == '%' && std::atoi(most.c_str()) > 100) {
    errors.push_back(Invalid(path + ".maxUnavailable", most, "must not be greater than 100%"));
  }
}

void CheckDeployment(const Json& object, const Json* old, FieldErrors& errors) {
  const Json& spec = At(object, "spec");
  const Json& strategy = At(spec, "strategy");
  const std::string type = TextAt(strategy, "type");
  CheckTemplate(object, "deployment", "ReplicaSet", errors);
  if (type == "Recreate") {
    if (strategy.contains("rollingUpdate")) {
      errors.push_back(
          Forbidden("spec.strategy.rollingUpdate", "may not be specified when strategy `type` is 'Recreate'"));
    }
  } else if (type == "RollingUpdate") {
    CheckRolling(At(strategy, "rollingUpdate"), "spec.strategy.rollingUpdate", errors);
  } else {
    errors.push_back(NotSupported("spec.strategy", "{\"Type\":" + Quoted(type) + ",\"RollingUpdate\":null}",
                                  {"Recreate", "RollingUpdate"}));
  }
  CheckNonNegative(spec, {"revisionHistoryLimit", "progressDeadlineSeconds"}, "spec", errors);
  const Json& deadline = At(spec, "progressDeadlineSeconds");
  const Json ready = At(spec, "minReadySeconds").is_number() ? At(spec, "minReadySeconds") : Json(0);
  if (deadline.is_number() && deadline <= ready) {
    errors.push_back(Invalid("spec.progressDeadlineSeconds", deadline, "must be greater than minReadySeconds"));
  }
  CheckSameSelector(object, old, errors);
  CheckReplicaStatus(object, {"updatedReplicas", "readyReplicas", "availableReplicas"}, "readyReplicas", errors);
}

void CheckReplicaSet(const Json& object, const Json* old, FieldErrors& errors) {
  CheckTemplate(object, "deployment", "ReplicaSet", errors);  // its own words, so the real server
  CheckSameSelector(object, old, errors);
  CheckReplicaStatus(object, {"fullyLabeledReplicas", "readyReplicas", "availableReplicas"}, "readyReplicas", errors);
}

void CheckDaemonSet(const Json& object, const Json* old, FieldErrors& errors) {
  const Json& spec = At(object, "spec");
  CheckTemplate(object, "daemonset", "DaemonSet", errors);
  const std::string type = TextAt(At(spec, "updateStrategy"), "type");
  if (type == "RollingUpdate") {
    CheckRolling(At(At(spec, "updateStrategy"), "rollingUpdate"), "spec.updateStrategy.rollingUpdate", errors);
  } else if (type != "OnDelete") {
    errors.push_back(NotSupported("spec.updateStrategy", "{\"Type\":" + Quoted(type) + ",\"RollingUpdate\":null}",
                                  {"RollingUpdate", "OnDelete"}));
  }
  CheckNonNegative(spec, {"revisionHistoryLimit"}, "spec", errors);
  CheckSameSelector(object, old, errors);
  CheckNonNegative(At(object, "status"),
                   {"currentNumberScheduled", "numberMisscheduled", "desiredNumberScheduled", "numberReady"}, "status",
                   errors);
}

// `strategy`: the field of spec that may want a rollingUpdate with its defaults.
void FillWorkload(Json& object, const char* strategy, const Json& rolling) {
  Json& spec = object["spec"];
  if (strategy != nullptr && spec[strategy].is_object() && TextAt(spec[strategy], "type") == "RollingUpdate") {
    if (!spec[strategy].contains("rollingUpdate")) spec[strategy]["rollingUpdate"] = Json::object();
    for (const auto& [key, value] : rolling.items()) {
      if (!spec[strategy]["rollingUpdate"].contains(key)) spec[strategy]["rollingUpdate"][key] = value;
    }
  }
  FillPodSpec(spec["template"]["spec"]);
  if (!At(spec, "volumeClaimTemplates").is_array()) return;
  for (Json& claim : spec["volumeClaimTemplates"]) {
    claim["kind"] = "PersistentVolumeClaim";
    claim["apiVersion"] = "v1";
  }
}

std::shared_ptr<Resource> Workload(const char* plural, const char* type, const char* short_name,
                                   const std::map<std::string, SchemaPtr>& types) {
  auto resource = BuiltinKind("apps", plural, type, types);
  resource->categories = {"all"};
  resource->short_names = {short_name};
  resource->tracks_generation = true;
  resource->has_scale = true;
  return resource;
}

// Requests that a container leaves out are its limits; the class that the kubelet would kill by.
void FillPod(Json& object) {
  Json& spec = object["spec"];
  FillPodSpec(spec);
  bool some = false, all = true;
  for (const char* list : {"containers", "initContainers"}) {
    if (!At(spec, list).is_array()) continue;
    for (Json& container : spec[list]) {
      if (!container.is_object()) continue;
      Json& resources = container["resources"];
      if (!resources.is_object()) resources = Json::object();
      for (const auto& [name, value] : At(resources, "limits").items()) {
        if (!At(At(resources, "requests"), name).is_null()) continue;
        resources["requests"][name] = value;
      }
      some = some || !At(resources, "limits").empty() || !At(resources, "requests").empty();
      for (const char* name : {"cpu", "memory"}) {
        const Json& limit = At(At(resources, "limits"), name);
        all = all && !limit.is_null() && limit == At(At(resources, "requests"), name);
      }
    }
  }
  if (!spec.contains("enableServiceLinks")) spec["enableServiceLinks"] = true;
  if (!spec.contains("preemptionPolicy")) spec["preemptionPolicy"] = "PreemptLowerPriority";
  if (!spec.contains("priority")) spec["priority"] = 0;
  if (!At(spec, "tolerations").is_array()) spec["tolerations"] = Json::array();
  for (const char* key : {"node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"}) {
    bool known = false;
    for (const Json& toleration : spec["tolerations"]) known = known || TextAt(toleration, "key") == key;
    if (known) continue;
    spec["tolerations"].push_back(
        {{"key", key}, {"operator", "Exists"}, {"effect", "NoExecute"}, {"tolerationSeconds", 300}});
  }
  if (!At(object, "status").is_object()) object["status"] = Json::object();
  if (!object["status"].contains("phase")) object["status"]["phase"] = "Pending";
  if (const std::string ip = TextAt(object["status"], "podIP"); !ip.empty() && !object["status"].contains("podIPs")) {
    object["status"]["podIPs"] = Json::array({{{"ip", ip}}});
  }
  if (!object["status"].contains("qosClass")) {
    object["status"]["qosClass"] = all ? "Guaranteed" : some ? "Burstable" : "BestEffort";
  }
}

void CheckPod(const Json& object, const Json* old, FieldErrors& errors) {
  CheckPodSpec(At(object, "spec"), nullptr, "spec", errors);
  if (old == nullptr) return;
  Json now = At(object, "spec"), before = At(*old, "spec");
  for (Json* spec : {&now, &before}) {
    for (const char* field :
         {"activeDeadlineSeconds", "terminationGracePeriodSeconds", "tolerations", "schedulingGates", "nodeName"}) {
      spec->erase(field);
    }
    for (const char* list : {"containers", "initContainers"}) {
      if (!At(*spec, list).is_array()) continue;
      for (Json& container : (*spec)[list]) {
        container.erase("image");
        container.erase("resources");
      }
    }
  }
  if (now == before) return;
  errors.push_back(Forbidden(
      "spec",
      "pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,"
      "`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),"
      "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)"));
}

}  // namespace

void CheckClaimSpec(const Json& spec, const std::string& path, FieldErrors& errors) {
  const Json& modes = At(spec, "accessModes");
  if (modes.empty()) errors.push_back(Required(path + ".accessModes", "at least 1 access mode is required"));
  for (const Json& mode : modes) {
    const std::string text = TextOf(mode);
    if (text == "ReadWriteOnce" || text == "ReadOnlyMany" || text == "ReadWriteMany" || text == "ReadWriteOncePod") {
      continue;
    }
    errors.push_back(NotSupported(path + ".accessModes", Quoted(text),
                                  {"ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"}));
  }
  const Json& storage = At(At(At(spec, "resources"), "requests"), "storage");
  if (storage.is_null()) {
    errors.push_back(Required(path + ".resources[storage]"));
  } else if (storage == "0" || TextOf(storage).starts_with("-")) {
    errors.push_back(Invalid(path + ".resources[storage]", storage, "must be greater than zero"));
  }
}

std::vector<ResourcePtr> WorkloadKinds() {
  const auto types = ReadTypes(kAppsTypeText, CoreTypes());
  auto stateful = Workload("statefulsets", "StatefulSet", "sts", types);
  stateful->check = CheckStatefulSet;
  stateful->name_error = &Label1123Error;
  stateful->fill = [](Json& object, const Json*) { FillWorkload(object, "updateStrategy", {{"partition", 0}}); };
  auto deployment = Workload("deployments", "Deployment", "deploy", types);
  deployment->fill = [](Json& object, const Json*) {
    FillWorkload(object, "strategy", {{"maxUnavailable", "25%"}, {"maxSurge", "25%"}});
  };
  deployment->check = CheckDeployment;
  auto replica_set = Workload("replicasets", "ReplicaSet", "rs", types);
  replica_set->fill = [](Json& object, const Json*) { FillWorkload(object, nullptr, Json::object()); };
  replica_set->check = CheckReplicaSet;
  auto daemon_set = Workload("daemonsets", "DaemonSet", "ds", types);
  daemon_set->has_scale = false;
  daemon_set->fill = [](Json& object, const Json* old) {
    FillWorkload(object, "updateStrategy", {{"maxUnavailable", 1}, {"maxSurge", 0}});
    long generation = 1;
    if (old != nullptr) {
      const std::string last =
          TextAt(At(At(*old, "metadata"), "annotations"), "deprecated.daemonset.template.generation");
      generation = std::max(1L, std::atol(last.c_str()));
      if (At(At(object, "spec"), "template") != At(At(*old, "spec"), "template")) ++generation;
    }
    object["metadata"]["annotations"]["deprecated.daemonset.template.generation"] = std::to_string(generation);
  };
  daemon_set->check = CheckDaemonSet;
  auto revision = BuiltinKind("apps", "controllerrevisions", "ControllerRevision", types);
  revision->check = [](const Json& object, const Json* old, FieldErrors& errors) {
    CheckNonNegative(object, {"revision"}, "", errors);
    if (At(object, "data").is_null()) errors.push_back(Required("data"));
    if (old != nullptr && At(object, "data") != At(*old, "data")) {
      errors.push_back(Invalid("data", At(object, "data"), kImmutable));
    }
  };
  auto pod = BuiltinKind("", "pods", "Pod", types);
  pod->short_names = {"po"};
  pod->categories = {"all"};
  pod->tracks_generation = true;
  pod->returns_deleted = true;
  pod->fill = [](Json& object, const Json*) { FillPod(object); };
  pod->check = CheckPod;
  pod->server_fields = {{"f:spec", "f:preemptionPolicy"}, {"f:spec", "f:priority"}, {"f:spec", "f:tolerations"}};
  auto claim = BuiltinKind("", "persistentvolumeclaims", "PersistentVolumeClaim", types);
  claim->short_names = {"pvc"};
  claim->returns_deleted = true;
  claim->server_fields = {{"f:metadata", "f:finalizers"}};
  claim->fill = [](Json& object, const Json* old) {  // taken off again by the garbage collector
    constexpr const char* kProtection = "kubernetes.io/pvc-protection";
    Json& meta = object["metadata"];
    if (old != nullptr) return;
    if (!At(meta, "finalizers").is_array()) meta["finalizers"] = Json::array();
    Json& finalizers = meta["finalizers"];
    if (std::find(finalizers.begin(), finalizers.end(), kProtection) == finalizers.end()) {
      finalizers.push_back(kProtection);
    }
  };
  claim->check = [](const Json& object, const Json* old, FieldErrors& errors) {
    if (old == nullptr) {
      CheckClaimSpec(At(object, "spec"), "spec", errors);
    } else if (Json now = At(object, "spec"), before = At(*old, "spec"); now != before) {
      if (TextAt(At(*old, "status"), "phase") == "Bound") {  // a bound claim may grow
        now.erase("resources");
        before.erase("resources");
      }
      if (TextAt(before, "volumeName").empty()) now.erase("volumeName");
      if (now == before) return;
      errors.push_back(Forbidden("spec",
                                 "spec is immutable after creation except resources.requests and "
                                 "volumeAttributesClassName for bound claims"));
    }
  };
  auto volume = BuiltinKind("", "persistentvolumes", "PersistentVolume", types);
  volume->short_names = {"pv"};
  volume->namespaced = false;
  volume->returns_deleted = true;
  return {stateful, deployment, replica_set, daemon_set, revision, pod, claim, volume};
}

}  // namespace kube::apiserver
