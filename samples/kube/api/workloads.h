// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// StatefulSet and Deployment (apps/v1).
#ifndef SAMPLES_KUBE_API_WORKLOADS_H_
#define SAMPLES_KUBE_API_WORKLOADS_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "samples/kube/api/condition.h"
#include "samples/kube/api/pod_template.h"
#include "samples/kube/api/resource_type.h"

namespace kube {

struct PersistentVolumeClaim {
  ObjectMeta meta;
  std::vector<std::string> access_modes;
  ResourceRequirements resources;
  std::optional<std::string> storage_class_name;

  struct Spec {
    PersistentVolumeClaim& claim;
    template <typename Io>
    void Fields(Io& io) {
      io("accessModes", claim.access_modes);
      io("resources", claim.resources);
      io("storageClassName", claim.storage_class_name);
    }
  };

  template <typename Io>
  void Fields(Io& io) {
    io("metadata", meta);
    Spec spec{*this};
    io("spec", spec);
  }
};

struct StatefulSetSpec {
  int replicas = 1;
  std::string service_name;
  std::string pod_management_policy;
  LabelSelector selector;
  PodTemplate pod_template;
  std::vector<PersistentVolumeClaim> volume_claim_templates;

  template <typename Io>
  void Fields(Io& io) {
    io("replicas", replicas);
    io("serviceName", service_name);
    io("podManagementPolicy", pod_management_policy);
    io("selector", selector);
    io("template", pod_template);
    io("volumeClaimTemplates", volume_claim_templates);
  }
};

struct StatefulSetStatus {
  int replicas = 0;
  int ready_replicas = 0;
  int current_replicas = 0;
  int updated_replicas = 0;
  int available_replicas = 0;
  std::int64_t observed_generation = 0;

  template <typename Io>
  void Fields(Io& io) {
    io("replicas", replicas);
    io("readyReplicas", ready_replicas);
    io("currentReplicas", current_replicas);
    io("updatedReplicas", updated_replicas);
    io("availableReplicas", available_replicas);
    io("observedGeneration", observed_generation);
  }
};

struct StatefulSet {
  static constexpr const char kKind[] = "StatefulSet";
  static constexpr ResourceType kResource{"apps", "v1", "statefulsets", kKind, true};

  ObjectMeta meta;
  StatefulSetSpec spec;
  StatefulSetStatus status;

  template <typename Io>
  void Fields(Io& io) {
    io("metadata", meta);
    io("spec", spec);
    io("status", status);
  }
};

struct DeploymentSpec {
  int replicas = 1;
  LabelSelector selector;
  PodTemplate pod_template;

  template <typename Io>
  void Fields(Io& io) {
    io("replicas", replicas);
    io("selector", selector);
    io("template", pod_template);
  }
};

struct DeploymentStatus {
  int replicas = 0;
  int ready_replicas = 0;
  int updated_replicas = 0;
  int available_replicas = 0;
  int unavailable_replicas = 0;
  std::int64_t observed_generation = 0;
  std::vector<Condition> conditions;

  template <typename Io>
  void Fields(Io& io) {
    io("replicas", replicas);
    io("readyReplicas", ready_replicas);
    io("updatedReplicas", updated_replicas);
    io("availableReplicas", available_replicas);
    io("unavailableReplicas", unavailable_replicas);
    io("observedGeneration", observed_generation);
    io("conditions", conditions);
  }
};

struct Deployment {
  static constexpr const char kKind[] = "Deployment";
  static constexpr ResourceType kResource{"apps", "v1", "deployments", kKind, true};

  ObjectMeta meta;
  DeploymentSpec spec;
  DeploymentStatus status;

  template <typename Io>
  void Fields(Io& io) {
    io("metadata", meta);
    io("spec", spec);
    io("status", status);
  }
};

}  // namespace kube

#endif  // SAMPLES_KUBE_API_WORKLOADS_H_
