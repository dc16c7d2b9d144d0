// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Pods and what makes pods.
#include "samples/kube/apiserver/kinds/builtin_kinds.h"
#include "samples/kube/apiserver/kinds/pod_types.h"
#include "samples/kube/apiserver/query/selector.h"
#include "samples/kube/apiserver/schema/type_text.h"

namespace kube::apiserver {
namespace {

constexpr const char* kTypes = R"(
PersistentVolumeClaimSpec
  accessModes []string atomic
  selector *LabelSelector atomic
  resources ResourceRequirements
  volumeName string
  storageClassName *string
  volumeMode *string ="Filesystem"
  dataSource any
  dataSourceRef any
  volumeAttributesClassName *string
PersistentVolumeClaimStatus
  phase string ="Pending"
  accessModes []string atomic
  capacity map[string]quantity
  conditions []any keys=type
PersistentVolumeClaim
  kind string
  apiVersion string
  metadata ObjectMeta
  spec PersistentVolumeClaimSpec
  status PersistentVolumeClaimStatus
Condition
  type *string
  status *string
  lastUpdateTime time
  lastProbeTime time
  lastTransitionTime time
  reason string
  message string
  observedGeneration int64
RollingUpdateStatefulSetStrategy
  partition *int32 =0
  maxUnavailable intstr
StatefulSetUpdateStrategy
  type string ="RollingUpdate"
  rollingUpdate *RollingUpdateStatefulSetStrategy
StatefulSetPersistentVolumeClaimRetentionPolicy
  whenDeleted string ="Retain"
  whenScaled string ="Retain"
StatefulSetOrdinals
  start int32
StatefulSetSpec
  replicas *int32 =1
  selector *LabelSelector atomic
  template PodTemplateSpec
  volumeClaimTemplates []PersistentVolumeClaim atomic
  serviceName *string =""
  podManagementPolicy string ="OrderedReady"
  updateStrategy StatefulSetUpdateStrategy
  revisionHistoryLimit *int32 =10
  minReadySeconds int32
  persistentVolumeClaimRetentionPolicy *StatefulSetPersistentVolumeClaimRetentionPolicy ={}
  ordinals *StatefulSetOrdinals
StatefulSetStatus
  observedGeneration int64
  replicas *int32 =0
  readyReplicas int32
  currentReplicas int32
  updatedReplicas int32
  currentRevision string
  updateRevision string
  collisionCount *int32
  conditions []Condition keys=type
  availableReplicas *int32 =0
StatefulSet
  spec StatefulSetSpec
  status StatefulSetStatus
RollingUpdateDeployment
  maxUnavailable intstr ="25%"
  maxSurge intstr ="25%"
DeploymentStrategy
  type string ="RollingUpdate"
  rollingUpdate *RollingUpdateDeployment
DeploymentSpec
  replicas *int32 =1
  selector *LabelSelector atomic
  template PodTemplateSpec
  strategy DeploymentStrategy
  minReadySeconds int32
  revisionHistoryLimit *int32 =10
  paused bool
  progressDeadlineSeconds *int32 =600
DeploymentStatus
  observedGeneration int64
  replicas int32
  updatedReplicas int32
  readyReplicas int32
  availableReplicas int32
  unavailableReplicas int32
  terminatingReplicas *int32
  collisionCount *int32
  conditions []Condition keys=type
Deployment
  spec DeploymentSpec
  status DeploymentStatus
ReplicaSetSpec
  replicas *int32 =1
  minReadySeconds int32
  selector *LabelSelector atomic
  template PodTemplateSpec
ReplicaSetStatus
  replicas *int32 =0
  fullyLabeledReplicas int32
  readyReplicas int32
  availableReplicas int32
  terminatingReplicas *int32
  observedGeneration int64
  conditions []Condition keys=type
ReplicaSet
  spec ReplicaSetSpec
  status ReplicaSetStatus
PodStatus
  phase string ="Pending"
  observedGeneration int64
  conditions []Condition keys=type
  message string
  reason string
  nominatedNodeName string
  hostIP string
  hostIPs []any atomic
  podIP string
  podIPs []any keys=ip
  startTime time
  initContainerStatuses []any atomic
  containerStatuses []any atomic
  ephemeralContainerStatuses []any atomic
  qosClass string
  resize string
  resourceClaimStatuses []any keys=name
Pod
  spec PodSpec
  status PodStatus
)";

// Selector and template of `object`, under spec.
void CheckTemplate(const Json& object, FieldErrors& errors) {
  const Json& spec = At(object, "spec");
  const Json& selector = At(spec, "selector");
  const Json& labels = At(At(At(spec, "template"), "metadata"), "labels");
  const bool empty = At(selector, "matchLabels").empty() && At(selector, "matchExpressions").empty();
  if (selector.is_null()) {
    errors.push_back(Required("spec.selector"));
  } else if (empty) {
    errors.push_back(Invalid("spec.selector", selector, "empty selector is invalid for " + std::string("workloads")));
  } else if (!MatchesLabelSelector(selector, labels)) {
    errors.push_back(Invalid("spec.template.metadata.labels", labels.is_null() ? Json::object() : labels,
                             "`selector` does not match template `labels`"));
  }
  if (const Json& replicas = At(spec, "replicas"); replicas.is_number() && replicas < 0) {
    errors.push_back(Invalid("spec.replicas", replicas, "must be greater than or equal to 0"));
  }
  CheckPodSpec(At(At(spec, "template"), "spec"), "spec.template.spec", errors);
}

void CheckSameSelector(const Json& object, const Json* old, FieldErrors& errors) {
  if (old != nullptr && At(At(object, "spec"), "selector") != At(At(*old, "spec"), "selector")) {
    errors.push_back(Invalid("spec.selector", At(At(object, "spec"), "selector"), "field is immutable"));
  }
}

void CheckStatefulSet(const Json& object, const Json* old, FieldErrors& errors) {
  if (old != nullptr) {
    Json now = At(object, "spec"), before = At(*old, "spec");
    for (const char* field : {"replicas", "ordinals", "template", "updateStrategy", "revisionHistoryLimit",
                              "persistentVolumeClaimRetentionPolicy", "minReadySeconds"}) {
      now.erase(field);
      before.erase(field);
    }
    if (now != before) {
      errors.push_back(Forbidden("spec",
                                 "updates to statefulset spec for fields other than 'replicas', 'ordinals', "
                                 "'template', 'updateStrategy', 'revisionHistoryLimit', "
                                 "'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden"));
    }
  }
  CheckTemplate(object, errors);
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

std::shared_ptr<Resource> Workload(const char* plural, const char* type,
                                   const std::map<std::string, SchemaPtr>& types) {
  auto resource = BuiltinKind("apps", plural, type, types);
  resource->categories = {"all"};
  resource->tracks_generation = true;
  resource->has_scale = true;
  resource->check = [](const Json& object, const Json* old, FieldErrors& errors) {
    CheckSameSelector(object, old, errors);
    CheckTemplate(object, errors);
  };
  return resource;
}

}  // namespace

std::vector<ResourcePtr> WorkloadKinds() {
  const auto types = ReadTypes(kTypes, PodTypes());
  auto stateful = Workload("statefulsets", "StatefulSet", types);
  stateful->short_names = {"sts"};
  stateful->check = CheckStatefulSet;
  stateful->fill = [](Json& object, const Json*) { FillWorkload(object, "updateStrategy", {{"partition", 0}}); };
  auto deployment = Workload("deployments", "Deployment", types);
  deployment->short_names = {"deploy"};
  deployment->fill = [](Json& object, const Json*) {
    FillWorkload(object, "strategy", {{"maxUnavailable", "25%"}, {"maxSurge", "25%"}});
  };
  auto replica_set = Workload("replicasets", "ReplicaSet", types);
  replica_set->short_names = {"rs"};
  replica_set->fill = [](Json& object, const Json*) { FillWorkload(object, nullptr, Json::object()); };
  auto pod = BuiltinKind("", "pods", "Pod", types);
  pod->short_names = {"po"};
  pod->categories = {"all"};
  pod->tracks_generation = true;
  pod->returns_deleted = true;
  pod->fill = [](Json& object, const Json*) { FillPodSpec(object["spec"]); };
  pod->check = [](const Json& object, const Json*, FieldErrors& errors) {
    CheckPodSpec(At(object, "spec"), "spec", errors);
  };
  auto claim = BuiltinKind("", "persistentvolumeclaims", "PersistentVolumeClaim", types);
  claim->short_names = {"pvc"};
  claim->returns_deleted = true;
  return {stateful, deployment, replica_set, pod, claim};
}

}  // namespace kube::apiserver
