// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Pods as their owners describe them, after k8s.io/api 0.36.3.
#include "samples/kube/apiserver/kinds/type_texts.h"

namespace kube::apiserver {

const char* const kPodTypeText = R"(
HostPathVolumeSource
  path string kept
  type *string =""
EmptyDirVolumeSource
  medium string
  sizeLimit *quantity
GCEPersistentDiskVolumeSource
  pdName string kept
  fsType string
  partition int32
  readOnly bool
AWSElasticBlockStoreVolumeSource
  volumeID string kept
  fsType string
  partition int32
  readOnly bool
GitRepoVolumeSource
  repository string kept
  revision string
  directory string
KeyToPath
  key string kept
  path string kept
  mode *int32
SecretVolumeSource
  secretName string
  items []KeyToPath atomic
  defaultMode *int32 =420
  optional *bool
NFSVolumeSource
  server string kept
  path string kept
  readOnly bool
LocalObjectReference atomic
  name string
ISCSIVolumeSource
  targetPortal string kept
  iqn string kept
  lun int32 kept
  iscsiInterface string ="default"
  fsType string
  readOnly bool
  portals []string atomic
  chapAuthDiscovery bool
  chapAuthSession bool
  secretRef *LocalObjectReference
  initiatorName *string
GlusterfsVolumeSource
  endpoints string kept
  path string kept
  readOnly bool
PersistentVolumeClaimVolumeSource
  claimName string kept
  readOnly bool
RBDVolumeSource
  monitors []string atomic kept
  image string kept
  fsType string
  pool string ="rbd"
  user string ="admin"
  keyring string ="/etc/ceph/keyring"
  secretRef *LocalObjectReference
  readOnly bool
FlexVolumeSource
  driver string kept
  fsType string
  secretRef *LocalObjectReference
  readOnly bool
  options map[string]string
CinderVolumeSource
  volumeID string kept
  fsType string
  readOnly bool
  secretRef *LocalObjectReference
CephFSVolumeSource
  monitors []string atomic kept
  path string
  user string
  secretFile string
  secretRef *LocalObjectReference
  readOnly bool
FlockerVolumeSource
  datasetName string
  datasetUUID string
ObjectFieldSelector atomic
  apiVersion string ="v1"
  fieldPath string kept
ResourceFieldSelector atomic
  containerName string
  resource string kept
  divisor quantity kept
DownwardAPIVolumeFile
  path string kept
  fieldRef *ObjectFieldSelector
  resourceFieldRef *ResourceFieldSelector
  mode *int32
DownwardAPIVolumeSource
  items []DownwardAPIVolumeFile atomic
  defaultMode *int32 =420
FCVolumeSource
  targetWWNs []string atomic
  lun *int32
  fsType string
  readOnly bool
  wwids []string atomic
AzureFileVolumeSource
  secretName string kept
  shareName string kept
  readOnly bool
ConfigMapVolumeSource
  name string
  items []KeyToPath atomic
  defaultMode *int32 =420
  optional *bool
VsphereVirtualDiskVolumeSource
  volumePath string kept
  fsType string
  storagePolicyName string
  storagePolicyID string
QuobyteVolumeSource
  registry string kept
  volume string kept
  readOnly bool
  user string
  group string
  tenant string
AzureDiskVolumeSource
  diskName string kept
  diskURI string kept
  cachingMode *string
  fsType *string ="ext4"
  readOnly *bool =false
  kind *string
PhotonPersistentDiskVolumeSource
  pdID string kept
  fsType string
SecretProjection
  name string
  items []KeyToPath atomic
  optional *bool
DownwardAPIProjection
  items []DownwardAPIVolumeFile atomic
ConfigMapProjection
  name string
  items []KeyToPath atomic
  optional *bool
ServiceAccountTokenProjection
  audience string
  expirationSeconds *int64 =3600
  path string kept
ClusterTrustBundleProjection
  name *string
  signerName *string
  labelSelector *LabelSelector
  optional *bool
  path string kept
PodCertificateProjection
  signerName string
  keyType string
  maxExpirationSeconds *int32
  credentialBundlePath string
  keyPath string
  certificateChainPath string
  userAnnotations map[string]string
VolumeProjection
  secret *SecretProjection
  downwardAPI *DownwardAPIProjection
  configMap *ConfigMapProjection
  serviceAccountToken *ServiceAccountTokenProjection
  clusterTrustBundle *ClusterTrustBundleProjection
  podCertificate *PodCertificateProjection
ProjectedVolumeSource
  sources []VolumeProjection atomic kept
  defaultMode *int32 =420
PortworxVolumeSource
  volumeID string kept
  fsType string
  readOnly bool
ScaleIOVolumeSource
  gateway string kept
  system string kept
  secretRef *LocalObjectReference kept
  sslEnabled bool
  protectionDomain string
  storagePool string
  storageMode string ="ThinProvisioned"
  volumeName string
  fsType string ="xfs"
  readOnly bool
StorageOSVolumeSource
  volumeName string
  volumeNamespace string
  fsType string
  readOnly bool
  secretRef *LocalObjectReference
CSIVolumeSource
  driver string kept
  readOnly *bool
  fsType *string
  volumeAttributes map[string]string
  nodePublishSecretRef *LocalObjectReference
VolumeResourceRequirements
  limits map[string]quantity
  requests map[string]quantity
TypedLocalObjectReference atomic
  apiGroup *string kept
  kind string kept
  name string kept
TypedObjectReference
  apiGroup *string kept
  kind string kept
  name string kept
  namespace *string
PersistentVolumeClaimSpec
  accessModes []string atomic
  selector *LabelSelector
  resources VolumeResourceRequirements
  volumeName string
  storageClassName *string
  volumeMode *string ="Filesystem"
  dataSource *TypedLocalObjectReference
  dataSourceRef *TypedObjectReference
  volumeAttributesClassName *string
PersistentVolumeClaimTemplate
  metadata ObjectMeta
  spec PersistentVolumeClaimSpec
EphemeralVolumeSource
  volumeClaimTemplate *PersistentVolumeClaimTemplate
ImageVolumeSource
  reference string
  pullPolicy string
Volume
  name string kept
  hostPath *HostPathVolumeSource
  emptyDir *EmptyDirVolumeSource
  gcePersistentDisk *GCEPersistentDiskVolumeSource
  awsElasticBlockStore *AWSElasticBlockStoreVolumeSource
  gitRepo *GitRepoVolumeSource
  secret *SecretVolumeSource
  nfs *NFSVolumeSource
  iscsi *ISCSIVolumeSource
  glusterfs *GlusterfsVolumeSource
  persistentVolumeClaim *PersistentVolumeClaimVolumeSource
  rbd *RBDVolumeSource
  flexVolume *FlexVolumeSource
  cinder *CinderVolumeSource
  cephfs *CephFSVolumeSource
  flocker *FlockerVolumeSource
  downwardAPI *DownwardAPIVolumeSource
  fc *FCVolumeSource
  azureFile *AzureFileVolumeSource
  configMap *ConfigMapVolumeSource
  vsphereVolume *VsphereVirtualDiskVolumeSource
  quobyte *QuobyteVolumeSource
  azureDisk *AzureDiskVolumeSource
  photonPersistentDisk *PhotonPersistentDiskVolumeSource
  projected *ProjectedVolumeSource
  portworxVolume *PortworxVolumeSource
  scaleIO *ScaleIOVolumeSource
  storageos *StorageOSVolumeSource
  csi *CSIVolumeSource
  ephemeral *EphemeralVolumeSource
  image *ImageVolumeSource
ContainerPort
  name string
  hostPort int32
  containerPort int32 kept
  protocol string ="TCP"
  hostIP string
ConfigMapEnvSource
  name string
  optional *bool
SecretEnvSource
  name string
  optional *bool
EnvFromSource
  prefix string
  configMapRef *ConfigMapEnvSource
  secretRef *SecretEnvSource
ConfigMapKeySelector atomic
  name string
  key string kept
  optional *bool
SecretKeySelector atomic
  name string
  key string kept
  optional *bool
FileKeySelector atomic
  volumeName string kept
  path string kept
  key string kept
  optional *bool =false
EnvVarSource
  fieldRef *ObjectFieldSelector
  resourceFieldRef *ResourceFieldSelector
  configMapKeyRef *ConfigMapKeySelector
  secretKeyRef *SecretKeySelector
  fileKeyRef *FileKeySelector
EnvVar
  name string kept
  value string
  valueFrom *EnvVarSource
ResourceClaim
  name string kept
  request string
ResourceRequirements
  limits map[string]quantity
  requests map[string]quantity
  claims []ResourceClaim keys=name
ContainerResizePolicy
  resourceName string kept
  restartPolicy string kept
ContainerRestartRuleOnExitCodes
  operator string
  values []int32 set
ContainerRestartRule
  action string
  exitCodes *ContainerRestartRuleOnExitCodes
VolumeMount
  name string kept
  readOnly bool
  recursiveReadOnly *string
  mountPath string kept
  subPath string
  mountPropagation *string
  subPathExpr string
VolumeDevice
  name string kept
  devicePath string kept
ExecAction
  command []string atomic
HTTPHeader
  name string kept
  value string kept
HTTPGetAction
  path string ="/"
  port intstr kept
  host string
  scheme string ="HTTP"
  httpHeaders []HTTPHeader atomic
TCPSocketAction
  port intstr kept
  host string
GRPCAction
  port int32 kept
  service *string ="" kept
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
SleepAction
  seconds int64 kept
LifecycleHandler
  exec *ExecAction
  httpGet *HTTPGetAction
  tcpSocket *TCPSocketAction
  sleep *SleepAction
Lifecycle
  postStart *LifecycleHandler
  preStop *LifecycleHandler
  stopSignal *string
Capabilities
  add []string atomic
  drop []string atomic
SELinuxOptions
  user string
  role string
  type string
  level string
WindowsSecurityContextOptions
  gmsaCredentialSpecName *string
  gmsaCredentialSpec *string
  runAsUserName *string
  hostProcess *bool
SeccompProfile
  type string kept
  localhostProfile *string
AppArmorProfile
  type string kept
  localhostProfile *string
SecurityContext
  capabilities *Capabilities
  privileged *bool
  seLinuxOptions *SELinuxOptions
  windowsOptions *WindowsSecurityContextOptions
  runAsUser *int64
  runAsGroup *int64
  runAsNonRoot *bool
  readOnlyRootFilesystem *bool
  allowPrivilegeEscalation *bool
  procMount *string
  seccompProfile *SeccompProfile
  appArmorProfile *AppArmorProfile
Container
  name string kept
  image string
  command []string atomic
  args []string atomic
  workingDir string
  ports []ContainerPort keys=containerPort,protocol merge=containerPort
  envFrom []EnvFromSource atomic
  env []EnvVar keys=name merge=name
  resources ResourceRequirements
  resizePolicy []ContainerResizePolicy atomic
  restartPolicy *string
  restartPolicyRules []ContainerRestartRule atomic
  volumeMounts []VolumeMount keys=mountPath merge=mountPath
  volumeDevices []VolumeDevice keys=devicePath merge=devicePath
  livenessProbe *Probe
  readinessProbe *Probe
  startupProbe *Probe
  lifecycle *Lifecycle
  terminationMessagePath string ="/dev/termination-log"
  terminationMessagePolicy string ="File"
  imagePullPolicy string
  securityContext *SecurityContext
  stdin bool
  stdinOnce bool
  tty bool
EphemeralContainer
  name string kept
  image string
  command []string atomic
  args []string atomic
  workingDir string
  ports []ContainerPort keys=containerPort,protocol merge=containerPort
  envFrom []EnvFromSource atomic
  env []EnvVar keys=name merge=name
  resources ResourceRequirements
  resizePolicy []ContainerResizePolicy atomic
  restartPolicy *string
  restartPolicyRules []ContainerRestartRule atomic
  volumeMounts []VolumeMount keys=mountPath merge=mountPath
  volumeDevices []VolumeDevice keys=devicePath merge=devicePath
  livenessProbe *Probe
  readinessProbe *Probe
  startupProbe *Probe
  lifecycle *Lifecycle
  terminationMessagePath string
  terminationMessagePolicy string
  imagePullPolicy string
  securityContext *SecurityContext
  stdin bool
  stdinOnce bool
  tty bool
  targetContainerName string
Sysctl
  name string kept
  value string kept
PodSecurityContext
  seLinuxOptions *SELinuxOptions
  windowsOptions *WindowsSecurityContextOptions
  runAsUser *int64
  runAsGroup *int64
  runAsNonRoot *bool
  supplementalGroups []int64 atomic
  supplementalGroupsPolicy *string
  fsGroup *int64
  sysctls []Sysctl atomic
  fsGroupChangePolicy *string
  seccompProfile *SeccompProfile
  appArmorProfile *AppArmorProfile
  seLinuxChangePolicy *string
NodeSelectorRequirement
  key string kept
  operator string kept
  values []string atomic
NodeSelectorTerm atomic
  matchExpressions []NodeSelectorRequirement atomic
  matchFields []NodeSelectorRequirement atomic
NodeSelector atomic
  nodeSelectorTerms []NodeSelectorTerm atomic kept
PreferredSchedulingTerm
  weight int32 kept
  preference NodeSelectorTerm
NodeAffinity
  requiredDuringSchedulingIgnoredDuringExecution *NodeSelector
  preferredDuringSchedulingIgnoredDuringExecution []PreferredSchedulingTerm atomic
PodAffinityTerm
  labelSelector *LabelSelector
  namespaces []string atomic
  topologyKey string kept
  namespaceSelector *LabelSelector
  matchLabelKeys []string atomic
  mismatchLabelKeys []string atomic
WeightedPodAffinityTerm
  weight int32 kept
  podAffinityTerm PodAffinityTerm
PodAffinity
  requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm atomic
  preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm atomic
PodAntiAffinity
  requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm atomic
  preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm atomic
Affinity
  nodeAffinity *NodeAffinity
  podAffinity *PodAffinity
  podAntiAffinity *PodAntiAffinity
Toleration
  key string
  operator string
  value string
  effect string
  tolerationSeconds *int64
HostAlias
  ip string kept
  hostnames []string atomic
PodDNSConfigOption
  name string
  value *string
PodDNSConfig
  nameservers []string atomic
  searches []string atomic
  options []PodDNSConfigOption atomic
PodReadinessGate
  conditionType string kept
TopologySpreadConstraint
  maxSkew int32 kept
  topologyKey string kept
  whenUnsatisfiable string kept
  labelSelector *LabelSelector
  minDomains *int32
  nodeAffinityPolicy *string
  nodeTaintsPolicy *string
  matchLabelKeys []string atomic
PodOS
  name string kept
PodSchedulingGate
  name string kept
PodResourceClaim
  name string kept
  resourceClaimName *string
  resourceClaimTemplateName *string
PodSchedulingGroup
  podGroupName *string
PodSpec
  volumes []Volume keys=name merge=name retain
  initContainers []Container keys=name merge=name
  containers []Container keys=name merge=name kept
  ephemeralContainers []EphemeralContainer keys=name merge=name
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
  imagePullSecrets []LocalObjectReference keys=name merge=name
  hostname string
  subdomain string
  affinity *Affinity
  schedulerName string ="default-scheduler"
  tolerations []Toleration atomic
  hostAliases []HostAlias keys=ip merge=ip
  priorityClassName string
  priority *int32
  dnsConfig *PodDNSConfig
  readinessGates []PodReadinessGate atomic
  runtimeClassName *string
  enableServiceLinks *bool
  preemptionPolicy *string
  overhead map[string]quantity
  topologySpreadConstraints []TopologySpreadConstraint keys=topologyKey,whenUnsatisfiable merge=topologyKey
  setHostnameAsFQDN *bool
  os *PodOS
  hostUsers *bool
  schedulingGates []PodSchedulingGate keys=name merge=name
  resourceClaims []PodResourceClaim keys=name merge=name retain
  resources *ResourceRequirements
  hostnameOverride *string
  schedulingGroup *PodSchedulingGroup
PodTemplateSpec
  metadata ObjectMeta
  spec PodSpec
)";

}  // namespace kube::apiserver
