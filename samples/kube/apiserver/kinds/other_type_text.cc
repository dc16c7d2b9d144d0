// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The small groups, after k8s.io/api 0.36.3.
#include "samples/kube/apiserver/kinds/type_texts.h"

namespace kube::apiserver {

const char* const kLeaseTypeText = R"(
LeaseSpec
  holderIdentity *string
  leaseDurationSeconds *int32
  acquireTime *micro-time
  renewTime *micro-time
  leaseTransitions *int32
  strategy *string
  preferredHolder *string
Lease
  metadata ObjectMeta
  spec LeaseSpec
)";

const char* const kEventTypeText = R"(
EventSeries
  count int32 kept
  lastObservedTime micro-time kept
Event
  metadata ObjectMeta
  eventTime micro-time kept
  series *EventSeries
  reportingController string
  reportingInstance string
  action string
  reason string
  regarding ObjectReference
  related *ObjectReference
  note string
  type string
  deprecatedSource EventSource
  deprecatedFirstTimestamp time kept
  deprecatedLastTimestamp time kept
  deprecatedCount int32
)";

const char* const kPolicyTypeText = R"(
PodDisruptionBudgetSpec
  minAvailable *intstr
  selector *LabelSelector
  maxUnavailable *intstr
  unhealthyPodEvictionPolicy *string
PodDisruptionBudgetStatus
  observedGeneration int64
  disruptedPods map[string]time
  disruptionsAllowed int32 kept
  currentHealthy int32 kept
  desiredHealthy int32 kept
  expectedPods int32 kept
  conditions []Condition keys=type merge=type
PodDisruptionBudget
  metadata ObjectMeta
  spec PodDisruptionBudgetSpec
  status PodDisruptionBudgetStatus
)";

const char* const kAccessTypeText = R"(
PolicyRule
  verbs []string atomic kept
  apiGroups []string atomic
  resources []string atomic
  resourceNames []string atomic
  nonResourceURLs []string atomic
Role
  metadata ObjectMeta
  rules []PolicyRule atomic kept
Subject atomic
  kind string kept
  apiGroup string
  name string kept
  namespace string
RoleRef atomic
  apiGroup string ="rbac.authorization.k8s.io" kept
  kind string kept
  name string kept
RoleBinding
  metadata ObjectMeta
  subjects []Subject atomic
  roleRef RoleRef
AggregationRule
  clusterRoleSelectors []LabelSelector atomic
ClusterRole
  metadata ObjectMeta
  rules []PolicyRule atomic kept
  aggregationRule *AggregationRule
ClusterRoleBinding
  metadata ObjectMeta
  subjects []Subject atomic
  roleRef RoleRef
)";

const char* const kNetworkTypeText = R"(
NetworkPolicyPort
  protocol *string ="TCP"
  port *intstr
  endPort *int32
IPBlock
  cidr string kept
  except []string atomic
NetworkPolicyPeer
  podSelector *LabelSelector
  namespaceSelector *LabelSelector
  ipBlock *IPBlock
NetworkPolicyIngressRule
  ports []NetworkPolicyPort atomic
  from []NetworkPolicyPeer atomic
NetworkPolicyEgressRule
  ports []NetworkPolicyPort atomic
  to []NetworkPolicyPeer atomic
NetworkPolicySpec
  podSelector LabelSelector
  ingress []NetworkPolicyIngressRule atomic
  egress []NetworkPolicyEgressRule atomic
  policyTypes []string atomic
NetworkPolicy
  metadata ObjectMeta
  spec NetworkPolicySpec
ServiceBackendPort atomic
  name string
  number int32
IngressServiceBackend
  name string kept
  port ServiceBackendPort
IngressBackend
  service *IngressServiceBackend
  resource *TypedLocalObjectReference
IngressTLS
  hosts []string atomic
  secretName string
HTTPIngressPath
  path string
  pathType *string kept
  backend IngressBackend
HTTPIngressRuleValue
  paths []HTTPIngressPath atomic kept
IngressRule
  host string
  http *HTTPIngressRuleValue
IngressSpec
  ingressClassName *string
  defaultBackend *IngressBackend
  tls []IngressTLS atomic
  rules []IngressRule atomic
IngressPortStatus
  port int32 kept
  protocol string kept
  error *string
IngressLoadBalancerIngress
  ip string
  hostname string
  ports []IngressPortStatus atomic
IngressLoadBalancerStatus
  ingress []IngressLoadBalancerIngress atomic
IngressStatus
  loadBalancer IngressLoadBalancerStatus
Ingress
  metadata ObjectMeta
  spec IngressSpec
  status IngressStatus
IngressClassParametersReference
  apiGroup *string
  kind string kept
  name string kept
  scope *string kept
  namespace *string
IngressClassSpec
  controller string
  parameters *IngressClassParametersReference
IngressClass
  metadata ObjectMeta
  spec IngressClassSpec
)";

const char* const kSliceTypeText = R"(
EndpointConditions
  ready *bool
  serving *bool
  terminating *bool
ForZone
  name string kept
ForNode
  name string kept
EndpointHints
  forZones []ForZone atomic
  forNodes []ForNode atomic
Endpoint
  addresses []string set kept
  conditions EndpointConditions
  hostname *string
  targetRef *ObjectReference
  deprecatedTopology map[string]string
  nodeName *string
  zone *string
  hints *EndpointHints
EndpointPort atomic
  name *string =""
  protocol *string ="TCP"
  port *int32
  appProtocol *string
EndpointSlice
  metadata ObjectMeta
  addressType string kept
  endpoints []Endpoint atomic kept
  ports []EndpointPort atomic kept
)";

const char* const kScalingTypeText = R"(
CrossVersionObjectReference
  kind string kept
  name string kept
  apiVersion string
MetricTarget
  type string kept
  value *quantity
  averageValue *quantity
  averageUtilization *int32
MetricIdentifier
  name string kept
  selector *LabelSelector
ObjectMetricSource
  describedObject CrossVersionObjectReference
  target MetricTarget
  metric MetricIdentifier
PodsMetricSource
  metric MetricIdentifier
  target MetricTarget
ResourceMetricSource
  name string kept
  target MetricTarget
ContainerResourceMetricSource
  name string kept
  target MetricTarget
  container string kept
ExternalMetricSource
  metric MetricIdentifier
  target MetricTarget
MetricSpec
  type string kept
  object *ObjectMetricSource
  pods *PodsMetricSource
  resource *ResourceMetricSource
  containerResource *ContainerResourceMetricSource
  external *ExternalMetricSource
HPAScalingPolicy
  type string kept
  value int32 kept
  periodSeconds int32 kept
HPAScalingRules
  stabilizationWindowSeconds *int32
  selectPolicy *string
  policies []HPAScalingPolicy atomic
  tolerance *quantity
HorizontalPodAutoscalerBehavior
  scaleUp *HPAScalingRules
  scaleDown *HPAScalingRules
HorizontalPodAutoscalerSpec
  scaleTargetRef CrossVersionObjectReference
  minReplicas *int32 =1
  maxReplicas int32 kept
  metrics []MetricSpec atomic
  behavior *HorizontalPodAutoscalerBehavior
MetricValueStatus
  value *quantity
  averageValue *quantity
  averageUtilization *int32
ObjectMetricStatus
  metric MetricIdentifier
  current MetricValueStatus
  describedObject CrossVersionObjectReference
PodsMetricStatus
  metric MetricIdentifier
  current MetricValueStatus
ResourceMetricStatus
  name string kept
  current MetricValueStatus
ContainerResourceMetricStatus
  name string kept
  current MetricValueStatus
  container string kept
ExternalMetricStatus
  metric MetricIdentifier
  current MetricValueStatus
MetricStatus
  type string kept
  object *ObjectMetricStatus
  pods *PodsMetricStatus
  resource *ResourceMetricStatus
  containerResource *ContainerResourceMetricStatus
  external *ExternalMetricStatus
HorizontalPodAutoscalerCondition
  type string kept
  status string kept
  lastTransitionTime time kept
  reason string
  message string
HorizontalPodAutoscalerStatus
  observedGeneration *int64
  lastScaleTime *time
  currentReplicas int32
  desiredReplicas int32 kept
  currentMetrics []MetricStatus atomic kept
  conditions []HorizontalPodAutoscalerCondition keys=type merge=type
HorizontalPodAutoscaler
  metadata ObjectMeta
  spec HorizontalPodAutoscalerSpec
  status HorizontalPodAutoscalerStatus
)";

}  // namespace kube::apiserver
