// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The groups apps and batch, after k8s.io/api 0.36.3.
#include "samples/kube/apiserver/kinds/type_texts.h"

namespace kube::apiserver {

const char* const kAppsTypeText = R"(
RollingUpdateDeployment
  maxUnavailable *intstr ="25%"
  maxSurge *intstr ="25%"
DeploymentStrategy
  type string ="RollingUpdate"
  rollingUpdate *RollingUpdateDeployment
DeploymentSpec
  replicas *int32 =1
  selector *LabelSelector kept
  template PodTemplateSpec
  strategy DeploymentStrategy retain
  minReadySeconds int32
  revisionHistoryLimit *int32 =10
  paused bool
  progressDeadlineSeconds *int32 =600
DeploymentCondition
  type string kept
  status string kept
  lastUpdateTime time kept
  lastTransitionTime time kept
  reason string
  message string
DeploymentStatus
  observedGeneration int64
  replicas int32
  updatedReplicas int32
  readyReplicas int32
  availableReplicas int32
  unavailableReplicas int32
  terminatingReplicas *int32
  conditions []DeploymentCondition keys=type merge=type
  collisionCount *int32
Deployment
  metadata ObjectMeta
  spec DeploymentSpec
  status DeploymentStatus
RollingUpdateStatefulSetStrategy
  partition *int32 =0
  maxUnavailable *intstr
StatefulSetUpdateStrategy
  type string ="RollingUpdate"
  rollingUpdate *RollingUpdateStatefulSetStrategy
StatefulSetPersistentVolumeClaimRetentionPolicy
  whenDeleted string ="Retain"
  whenScaled string ="Retain"
StatefulSetOrdinals
  start int32 kept
StatefulSetSpec
  replicas *int32 =1
  selector *LabelSelector kept
  template PodTemplateSpec
  volumeClaimTemplates []PersistentVolumeClaim atomic
  serviceName string kept
  podManagementPolicy string ="OrderedReady"
  updateStrategy StatefulSetUpdateStrategy
  revisionHistoryLimit *int32 =10
  minReadySeconds int32
  persistentVolumeClaimRetentionPolicy *StatefulSetPersistentVolumeClaimRetentionPolicy ={}
  ordinals *StatefulSetOrdinals
StatefulSetCondition
  type string kept
  status string kept
  lastTransitionTime time kept
  reason string
  message string
StatefulSetStatus
  observedGeneration int64
  replicas int32 kept
  readyReplicas int32
  currentReplicas int32
  updatedReplicas int32
  currentRevision string
  updateRevision string
  collisionCount *int32
  conditions []StatefulSetCondition keys=type merge=type
  availableReplicas int32 kept
StatefulSet
  metadata ObjectMeta
  spec StatefulSetSpec
  status StatefulSetStatus
RollingUpdateDaemonSet
  maxUnavailable *intstr
  maxSurge *intstr
DaemonSetUpdateStrategy
  type string ="RollingUpdate"
  rollingUpdate *RollingUpdateDaemonSet
DaemonSetSpec
  selector *LabelSelector kept
  template PodTemplateSpec
  updateStrategy DaemonSetUpdateStrategy
  minReadySeconds int32
  revisionHistoryLimit *int32 =10
DaemonSetCondition
  type string kept
  status string kept
  lastTransitionTime time kept
  reason string
  message string
DaemonSetStatus
  currentNumberScheduled int32 kept
  numberMisscheduled int32 kept
  desiredNumberScheduled int32 kept
  numberReady int32 kept
  observedGeneration int64
  updatedNumberScheduled int32
  numberAvailable int32
  numberUnavailable int32
  collisionCount *int32
  conditions []DaemonSetCondition keys=type merge=type
DaemonSet
  metadata ObjectMeta
  spec DaemonSetSpec
  status DaemonSetStatus
ReplicaSetSpec
  replicas *int32 =1
  minReadySeconds int32
  selector *LabelSelector kept
  template PodTemplateSpec
ReplicaSetCondition
  type string kept
  status string kept
  lastTransitionTime time kept
  reason string
  message string
ReplicaSetStatus
  replicas int32 kept
  fullyLabeledReplicas int32
  readyReplicas int32
  availableReplicas int32
  terminatingReplicas *int32
  observedGeneration int64
  conditions []ReplicaSetCondition keys=type merge=type
ReplicaSet
  metadata ObjectMeta
  spec ReplicaSetSpec
  status ReplicaSetStatus
ControllerRevision
  metadata ObjectMeta
  data any
  revision int64 kept
)";

const char* const kBatchTypeText = R"(
PodFailurePolicyOnExitCodesRequirement
  containerName *string
  operator string kept
  values []int32 set kept
PodFailurePolicyOnPodConditionsPattern
  type string kept
  status string kept
PodFailurePolicyRule
  action string kept
  onExitCodes *PodFailurePolicyOnExitCodesRequirement
  onPodConditions []PodFailurePolicyOnPodConditionsPattern atomic
PodFailurePolicy
  rules []PodFailurePolicyRule atomic kept
SuccessPolicyRule
  succeededIndexes *string
  succeededCount *int32
SuccessPolicy
  rules []SuccessPolicyRule atomic kept
JobSpec
  parallelism *int32
  completions *int32
  activeDeadlineSeconds *int64
  podFailurePolicy *PodFailurePolicy
  successPolicy *SuccessPolicy
  backoffLimit *int32
  backoffLimitPerIndex *int32
  maxFailedIndexes *int32
  selector *LabelSelector
  manualSelector *bool =false
  template PodTemplateSpec
  ttlSecondsAfterFinished *int32
  completionMode *string ="NonIndexed"
  suspend *bool =false
  podReplacementPolicy *string
  managedBy *string
JobCondition
  type string kept
  status string kept
  lastProbeTime time kept
  lastTransitionTime time kept
  reason string
  message string
UncountedTerminatedPods
  succeeded []string set
  failed []string set
JobStatus
  conditions []JobCondition atomic merge=type
  startTime *time
  completionTime *time
  active int32
  succeeded int32
  failed int32
  terminating *int32
  completedIndexes string
  failedIndexes *string
  uncountedTerminatedPods *UncountedTerminatedPods
  ready *int32
Job
  metadata ObjectMeta
  spec JobSpec
  status JobStatus
JobTemplateSpec
  metadata ObjectMeta
  spec JobSpec
CronJobSpec
  schedule string kept
  timeZone *string
  startingDeadlineSeconds *int64
  concurrencyPolicy string ="Allow"
  suspend *bool =false
  jobTemplate JobTemplateSpec
  successfulJobsHistoryLimit *int32 =3
  failedJobsHistoryLimit *int32 =1
CronJobStatus
  active []ObjectReference atomic
  lastScheduleTime *time
  lastSuccessfulTime *time
CronJob
  metadata ObjectMeta
  spec CronJobSpec
  status CronJobStatus
)";

}  // namespace kube::apiserver
