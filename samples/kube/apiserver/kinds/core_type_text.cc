// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The core group without what pods are made of, after k8s.io/api 0.36.3.
#include "samples/kube/apiserver/kinds/type_texts.h"

namespace kube::apiserver {

const char* const kCoreTypeText = R"(
ConfigMap
  metadata ObjectMeta
  immutable *bool
  data map[string]string
  binaryData map[string]bytes
Secret
  metadata ObjectMeta
  immutable *bool
  data map[string]bytes
  stringData map[string]string
  type string ="Opaque"
NamespaceSpec
  finalizers []string atomic
NamespaceCondition
  type string kept
  status string kept
  lastTransitionTime time kept
  reason string
  message string
NamespaceStatus
  phase string ="Active"
  conditions []NamespaceCondition keys=type merge=type
Namespace
  metadata ObjectMeta
  spec NamespaceSpec
  status NamespaceStatus
ObjectReference atomic
  kind string
  namespace string
  name string
  uid string
  apiVersion string
  resourceVersion string
  fieldPath string
ServiceAccount
  metadata ObjectMeta
  secrets []ObjectReference keys=name merge=name
  imagePullSecrets []LocalObjectReference atomic
  automountServiceAccountToken *bool
Taint
  key string kept
  value string
  effect string kept
  timeAdded *time
ConfigMapNodeConfigSource
  namespace string kept
  name string kept
  uid string
  resourceVersion string
  kubeletConfigKey string kept
NodeConfigSource
  configMap *ConfigMapNodeConfigSource
NodeSpec
  podCIDR string
  podCIDRs []string set merge
  providerID string
  unschedulable bool
  taints []Taint atomic
  configSource *NodeConfigSource
  externalID string
NodeCondition
  type string kept
  status string kept
  lastHeartbeatTime time kept
  lastTransitionTime time kept
  reason string
  message string
NodeAddress
  type string kept
  address string kept
DaemonEndpoint
  Port int32 kept
NodeDaemonEndpoints
  kubeletEndpoint DaemonEndpoint
NodeSwapStatus
  capacity *int64
NodeSystemInfo
  machineID string kept
  systemUUID string kept
  bootID string kept
  kernelVersion string kept
  osImage string kept
  containerRuntimeVersion string kept
  kubeletVersion string kept
  kubeProxyVersion string kept
  operatingSystem string kept
  architecture string kept
  swap *NodeSwapStatus
ContainerImage
  names []string atomic kept
  sizeBytes int64
AttachedVolume
  name string kept
  devicePath string kept
NodeConfigStatus
  assigned *NodeConfigSource
  active *NodeConfigSource
  lastKnownGood *NodeConfigSource
  error string
NodeRuntimeHandlerFeatures
  recursiveReadOnlyMounts *bool
  userNamespaces *bool
NodeRuntimeHandler
  name string kept
  features *NodeRuntimeHandlerFeatures
NodeFeatures
  supplementalGroupsPolicy *bool
NodeStatus
  capacity map[string]quantity
  allocatable map[string]quantity
  phase string
  conditions []NodeCondition keys=type merge=type
  addresses []NodeAddress keys=type merge=type
  daemonEndpoints NodeDaemonEndpoints
  nodeInfo NodeSystemInfo
  images []ContainerImage atomic
  volumesInUse []string atomic
  volumesAttached []AttachedVolume atomic
  config *NodeConfigStatus
  runtimeHandlers []NodeRuntimeHandler atomic
  features *NodeFeatures
  declaredFeatures []string atomic
Node
  metadata ObjectMeta
  spec NodeSpec
  status NodeStatus
EndpointAddress atomic
  ip string kept
  hostname string
  nodeName *string
  targetRef *ObjectReference
EndpointPort atomic
  name string
  port int32 kept
  protocol string ="TCP"
  appProtocol *string
EndpointSubset
  addresses []EndpointAddress atomic
  notReadyAddresses []EndpointAddress atomic
  ports []EndpointPort atomic
Endpoints
  metadata ObjectMeta
  subsets []EndpointSubset atomic
ServicePort
  name string
  protocol string ="TCP"
  appProtocol *string
  port int32 kept
  targetPort intstr kept
  nodePort int32
ClientIPConfig
  timeoutSeconds *int32
SessionAffinityConfig
  clientIP *ClientIPConfig
ServiceSpec
  ports []ServicePort keys=port,protocol merge=port
  selector map[string]string atomic
  clusterIP string
  clusterIPs []string atomic
  type string ="ClusterIP"
  externalIPs []string atomic
  sessionAffinity string ="None"
  loadBalancerIP string
  loadBalancerSourceRanges []string atomic
  externalName string
  externalTrafficPolicy string
  healthCheckNodePort int32
  publishNotReadyAddresses bool
  sessionAffinityConfig *SessionAffinityConfig
  ipFamilies []string atomic
  ipFamilyPolicy *string
  allocateLoadBalancerNodePorts *bool
  loadBalancerClass *string
  internalTrafficPolicy *string
  trafficDistribution *string
PortStatus
  port int32 kept
  protocol string kept
  error *string
LoadBalancerIngress
  ip string
  hostname string
  ipMode *string
  ports []PortStatus atomic
LoadBalancerStatus
  ingress []LoadBalancerIngress atomic
Condition
  type string kept
  status string kept
  observedGeneration int64
  lastTransitionTime time kept
  reason string kept
  message string kept
ServiceStatus
  loadBalancer LoadBalancerStatus
  conditions []Condition keys=type merge=type
Service
  metadata ObjectMeta
  spec ServiceSpec
  status ServiceStatus
PersistentVolumeClaimCondition
  type string kept
  status string kept
  lastProbeTime time kept
  lastTransitionTime time kept
  reason string
  message string
ModifyVolumeStatus
  targetVolumeAttributesClassName string
  status string kept
PersistentVolumeClaimStatus
  phase string ="Pending"
  accessModes []string atomic
  capacity map[string]quantity
  conditions []PersistentVolumeClaimCondition keys=type merge=type
  allocatedResources map[string]quantity
  allocatedResourceStatuses map[string]string
  currentVolumeAttributesClassName *string
  modifyVolumeStatus *ModifyVolumeStatus
PersistentVolumeClaim
  kind string
  apiVersion string
  metadata ObjectMeta
  spec PersistentVolumeClaimSpec
  status PersistentVolumeClaimStatus
GlusterfsPersistentVolumeSource
  endpoints string kept
  path string kept
  readOnly bool
  endpointsNamespace *string
SecretReference atomic
  name string
  namespace string
RBDPersistentVolumeSource
  monitors []string atomic kept
  image string kept
  fsType string
  pool string ="rbd"
  user string ="admin"
  keyring string ="/etc/ceph/keyring"
  secretRef *SecretReference
  readOnly bool
ISCSIPersistentVolumeSource
  targetPortal string kept
  iqn string kept
  lun int32 kept
  iscsiInterface string ="default"
  fsType string
  readOnly bool
  portals []string atomic
  chapAuthDiscovery bool
  chapAuthSession bool
  secretRef *SecretReference
  initiatorName *string
CinderPersistentVolumeSource
  volumeID string kept
  fsType string
  readOnly bool
  secretRef *SecretReference
CephFSPersistentVolumeSource
  monitors []string atomic kept
  path string
  user string
  secretFile string
  secretRef *SecretReference
  readOnly bool
FlexPersistentVolumeSource
  driver string kept
  fsType string
  secretRef *SecretReference
  readOnly bool
  options map[string]string
AzureFilePersistentVolumeSource
  secretName string kept
  shareName string kept
  readOnly bool
  secretNamespace *string kept
ScaleIOPersistentVolumeSource
  gateway string kept
  system string kept
  secretRef *SecretReference kept
  sslEnabled bool
  protectionDomain string
  storagePool string
  storageMode string ="ThinProvisioned"
  volumeName string
  fsType string ="xfs"
  readOnly bool
LocalVolumeSource
  path string kept
  fsType *string
StorageOSPersistentVolumeSource
  volumeName string
  volumeNamespace string
  fsType string
  readOnly bool
  secretRef *ObjectReference
CSIPersistentVolumeSource
  driver string kept
  volumeHandle string kept
  readOnly bool
  fsType string
  volumeAttributes map[string]string
  controllerPublishSecretRef *SecretReference
  nodeStageSecretRef *SecretReference
  nodePublishSecretRef *SecretReference
  controllerExpandSecretRef *SecretReference
  nodeExpandSecretRef *SecretReference
VolumeNodeAffinity
  required *NodeSelector
PersistentVolumeSpec
  capacity map[string]quantity
  gcePersistentDisk *GCEPersistentDiskVolumeSource
  awsElasticBlockStore *AWSElasticBlockStoreVolumeSource
  hostPath *HostPathVolumeSource
  glusterfs *GlusterfsPersistentVolumeSource
  nfs *NFSVolumeSource
  rbd *RBDPersistentVolumeSource
  iscsi *ISCSIPersistentVolumeSource
  cinder *CinderPersistentVolumeSource
  cephfs *CephFSPersistentVolumeSource
  fc *FCVolumeSource
  flocker *FlockerVolumeSource
  flexVolume *FlexPersistentVolumeSource
  azureFile *AzureFilePersistentVolumeSource
  vsphereVolume *VsphereVirtualDiskVolumeSource
  quobyte *QuobyteVolumeSource
  azureDisk *AzureDiskVolumeSource
  photonPersistentDisk *PhotonPersistentDiskVolumeSource
  portworxVolume *PortworxVolumeSource
  scaleIO *ScaleIOPersistentVolumeSource
  local *LocalVolumeSource
  storageos *StorageOSPersistentVolumeSource
  csi *CSIPersistentVolumeSource
  accessModes []string atomic
  claimRef *ObjectReference
  persistentVolumeReclaimPolicy string
  storageClassName string
  mountOptions []string atomic
  volumeMode *string
  nodeAffinity *VolumeNodeAffinity
  volumeAttributesClassName *string
PersistentVolumeStatus
  phase string
  message string
  reason string
  lastPhaseTransitionTime *time
PersistentVolume
  metadata ObjectMeta
  spec PersistentVolumeSpec
  status PersistentVolumeStatus
PodCondition
  type string kept
  observedGeneration int64
  status string kept
  lastProbeTime time kept
  lastTransitionTime time kept
  reason string
  message string
HostIP
  ip string kept
PodIP
  ip string kept
ContainerStateWaiting
  reason string
  message string
ContainerStateRunning
  startedAt time kept
ContainerStateTerminated
  exitCode int32 kept
  signal int32
  reason string
  message string
  startedAt time kept
  finishedAt time kept
  containerID string
ContainerState
  waiting *ContainerStateWaiting
  running *ContainerStateRunning
  terminated *ContainerStateTerminated
ImageVolumeStatus
  imageRef string
VolumeStatus
  image *ImageVolumeStatus
VolumeMountStatus
  name string kept
  mountPath string kept
  readOnly bool
  recursiveReadOnly *string
  volumeStatus *VolumeStatus
LinuxContainerUser
  uid int64 kept
  gid int64 kept
  supplementalGroups []int64 atomic
ContainerUser
  linux *LinuxContainerUser
ResourceHealth
  resourceID string kept
  health string
  message *string
ResourceStatus
  name string kept
  resources []ResourceHealth keys=resourceID
ContainerStatus
  name string kept
  state ContainerState
  lastState ContainerState
  ready bool kept
  restartCount int32 kept
  image string kept
  imageID string kept
  containerID string
  started *bool
  allocatedResources map[string]quantity
  resources *ResourceRequirements
  volumeMounts []VolumeMountStatus keys=mountPath merge=mountPath
  user *ContainerUser
  allocatedResourcesStatus []ResourceStatus keys=name merge=name
  stopSignal *string
PodResourceClaimStatus
  name string kept
  resourceClaimName *string
ContainerExtendedResourceRequest
  containerName string kept
  resourceName string kept
  requestName string kept
PodExtendedResourceClaimStatus
  requestMappings []ContainerExtendedResourceRequest atomic kept
  resourceClaimName string kept
NodeAllocatableResourceClaimStatus
  resourceClaimName string kept
  containers []string set
  resources map[string]quantity kept
PodStatus
  observedGeneration int64
  phase string ="Pending"
  conditions []PodCondition keys=type merge=type
  message string
  reason string
  nominatedNodeName string
  hostIP string
  hostIPs []HostIP atomic merge=ip
  podIP string
  podIPs []PodIP keys=ip merge=ip
  startTime *time
  initContainerStatuses []ContainerStatus atomic
  containerStatuses []ContainerStatus atomic
  qosClass string
  ephemeralContainerStatuses []ContainerStatus atomic
  resize string
  resourceClaimStatuses []PodResourceClaimStatus keys=name merge=name retain
  extendedResourceClaimStatus *PodExtendedResourceClaimStatus
  allocatedResources map[string]quantity
  resources *ResourceRequirements
  nodeAllocatableResourceClaimStatuses []NodeAllocatableResourceClaimStatus atomic
Pod
  metadata ObjectMeta
  spec PodSpec
  status PodStatus
EventSource
  component string
  host string
EventSeries
  count int32
  lastObservedTime micro-time kept
Event
  metadata ObjectMeta
  involvedObject ObjectReference
  reason string
  message string
  source EventSource
  firstTimestamp time kept
  lastTimestamp time kept
  count int32
  type string
  eventTime micro-time kept
  series *EventSeries
  action string
  related *ObjectReference
  reportingComponent string kept
  reportingInstance string kept
)";

}  // namespace kube::apiserver
