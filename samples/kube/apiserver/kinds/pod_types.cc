// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The part of core/v1 that describes pods. Fields that no check here reads are "any".
#include "samples/kube/apiserver/kinds/pod_types.h"

#include "samples/kube/apiserver/kinds/object_meta.h"
#include "samples/kube/apiserver/schema/names.h"
#include "samples/kube/apiserver/schema/type_text.h"

namespace kube::apiserver {
namespace {

constexpr const char* kTypes = R"(
ObjectFieldSelector
  apiVersion string ="v1"
  fieldPath string
KeySelector
  name string =""
  key string
  optional *bool
ResourceFieldSelector
  containerName string
  resource string
  divisor quantity ="0"
EnvVarSource
  fieldRef *ObjectFieldSelector atomic
  resourceFieldRef *ResourceFieldSelector atomic
  configMapKeyRef *KeySelector atomic
  secretKeyRef *KeySelector atomic
  fileKeyRef any
EnvVar
  name string
  value string
  valueFrom *EnvVarSource
LocalObjectReference
  name string
ContainerPort
  name string
  hostPort int32
  containerPort int32
  protocol string ="TCP"
  hostIP string
ResourceClaim
  name string
  request string
ResourceRequirements
  limits map[string]quantity
  requests map[string]quantity
  claims []ResourceClaim keys=name
VolumeMount
  name string
  readOnly bool
  recursiveReadOnly *string
  mountPath string
  subPath string
  mountPropagation *string
  subPathExpr string
HTTPGetAction
  path string ="/"
  port intstr
  host string
  scheme string ="HTTP"
  httpHeaders []any atomic
TCPSocketAction
  port intstr
  host string
ExecAction
  command []string atomic
GRPCAction
  port int32
  service *string =""
Probe
  exec *ExecAction
  httpGet *HTTPGetAction
  tcpSocket *TCPSocketAction
  grpc *GRPCAction
  initialDelaySeconds int32
  timeoutSeconds int32 =1
  periodSeconds int32 =10
  successThreshold int32 =1
  failureThreshold int32 =3
  terminationGracePeriodSeconds *int64
SecurityContext
  capabilities any
  privileged *bool
  seLinuxOptions any
  windowsOptions any
  runAsUser *int64
  runAsGroup *int64
  runAsNonRoot *bool
  readOnlyRootFilesystem *bool
  allowPrivilegeEscalation *bool
  procMount *string
  seccompProfile any
  appArmorProfile any
Container
  name string
  image string
  command []string atomic
  args []string atomic
  workingDir string
  ports []ContainerPort keys=containerPort,protocol
  envFrom []any atomic
  env []EnvVar keys=name
  resources ResourceRequirements
  resizePolicy []any atomic
  restartPolicy *string
  restartPolicyRules []any atomic
  volumeMounts []VolumeMount keys=mountPath
  volumeDevices []any atomic
  livenessProbe *Probe
  readinessProbe *Probe
  startupProbe *Probe
  lifecycle any
  terminationMessagePath string ="/dev/termination-log"
  terminationMessagePolicy string ="File"
  imagePullPolicy string
  securityContext *SecurityContext
  stdin bool
  stdinOnce bool
  tty bool
KeyToPath
  key string
  path string
  mode *int32
SecretVolumeSource
  secretName string
  items []KeyToPath atomic
  defaultMode *int32 =420
  optional *bool
ConfigMapVolumeSource
  name string
  items []KeyToPath atomic
  defaultMode *int32 =420
  optional *bool
EmptyDirVolumeSource
  medium string
  sizeLimit quantity
PersistentVolumeClaimVolumeSource
  claimName string
  readOnly bool
HostPathVolumeSource
  path string
  type *string =""
Volume
  name string
  hostPath *HostPathVolumeSource
  emptyDir *EmptyDirVolumeSource
  secret *SecretVolumeSource
  configMap *ConfigMapVolumeSource
  persistentVolumeClaim *PersistentVolumeClaimVolumeSource
  projected any
  downwardAPI any
  csi any
  ephemeral any
  nfs any
  iscsi any
  image any
PodSecurityContext
  seLinuxOptions any
  windowsOptions any
  runAsUser *int64
  runAsGroup *int64
  runAsNonRoot *bool
  supplementalGroups []int64 atomic
  supplementalGroupsPolicy *string
  fsGroup *int64
  sysctls []any atomic
  fsGroupChangePolicy *string
  seccompProfile any
  appArmorProfile any
TopologySpreadConstraint
  maxSkew int32
  topologyKey string
  whenUnsatisfiable string
  labelSelector *LabelSelector atomic
  minDomains *int32
  nodeAffinityPolicy *string
  nodeTaintsPolicy *string
  matchLabelKeys []string atomic
PodSpec
  volumes []Volume keys=name
  initContainers []Container keys=name
  containers []Container keys=name
  ephemeralContainers []any keys=name
  restartPolicy string ="Always"
  terminationGracePeriodSeconds *int64 =30
  activeDeadlineSeconds *int64
  dnsPolicy string ="ClusterFirst"
  nodeSelector map[string]string atomic
  serviceAccountName string
  serviceAccount string
  automountServiceAccountToken *bool
  nodeName string
  hostNetwork bool
  hostPID bool
  hostIPC bool
  shareProcessNamespace *bool
  securityContext *PodSecurityContext ={}
  imagePullSecrets []LocalObjectReference keys=name
  hostname string
  subdomain string
  affinity any
  schedulerName string ="default-scheduler"
  tolerations []any atomic
  hostAliases []any keys=ip
  priorityClassName string
  priority *int32
  dnsConfig any
  readinessGates []any atomic
  runtimeClassName *string
  enableServiceLinks *bool
  preemptionPolicy *string
  overhead map[string]quantity
  topologySpreadConstraints []TopologySpreadConstraint keys=topologyKey,whenUnsatisfiable merge=topologyKey
  setHostnameAsFQDN *bool
  os any
  hostUsers *bool
  schedulingGates []any keys=name
  resourceClaims []any keys=name
  resources any
  hostnameOverride *string
PodTemplateSpec
  metadata ObjectMeta
  spec PodSpec
)";

void CheckContainers(const Json& containers, const std::string& path, FieldErrors& errors) {
  for (std::size_t i = 0; i < containers.size(); ++i) {
    const std::string at = path + "[" + std::to_string(i) + "]";
    const std::string name = TextAt(containers[i], "name");
    if (name.empty()) {
      errors.push_back(Required(at + ".name"));
    } else if (const std::string wrong = Label1123Error(name); !wrong.empty()) {
      errors.push_back(Invalid(at + ".name", name, wrong));
    }
    for (std::size_t k = 0; k < i; ++k) {
      if (!name.empty() && TextAt(containers[k], "name") == name) errors.push_back(Duplicate(at + ".name", name));
    }
    if (TextAt(containers[i], "image").empty()) errors.push_back(Required(at + ".image"));
  }
}

}  // namespace

const std::map<std::string, SchemaPtr>& PodTypes() {
  static const auto types = ReadTypes(kTypes, MetaTypes());
  return types;
}

void FillPodSpec(Json& spec) {
  for (const char* list : {"containers", "initContainers"}) {
    if (!At(spec, list).is_array()) continue;
    for (Json& container : spec[list]) {
      const std::string image = TextAt(container, "image");
      if (container.contains("imagePullPolicy") || image.empty()) continue;
      const auto slash = image.rfind('/');
      const auto colon = image.find(':', slash == std::string::npos ? 0 : slash);
      const bool latest =
          image.find('@') == std::string::npos && (colon == std::string::npos || image.substr(colon) == ":latest");
      container["imagePullPolicy"] = latest ? "Always" : "IfNotPresent";
    }
  }
  // The two names of one field.
  if (spec.contains("serviceAccountName")) spec["serviceAccount"] = spec["serviceAccountName"];
}

void CheckPodSpec(const Json& spec, const std::string& path, FieldErrors& errors) {
  if (At(spec, "containers").empty()) errors.push_back(Required(path + ".containers"));
  CheckContainers(At(spec, "containers"), path + ".containers", errors);
  CheckContainers(At(spec, "initContainers"), path + ".initContainers", errors);
}

}  // namespace kube::apiserver
