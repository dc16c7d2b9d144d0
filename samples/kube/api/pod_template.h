// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a workload runs: the fields of pods that the samples set. What is not here stays on the server untouched, as
// writes are applied, not put.
#ifndef SAMPLES_KUBE_API_POD_TEMPLATE_H_
#define SAMPLES_KUBE_API_POD_TEMPLATE_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "samples/kube/api/json.h"
#include "samples/kube/api/object_meta.h"

namespace kube {

struct EnvVar {
  std::string name;
  std::string value;
  Json value_from;  // fieldRef, secretKeyRef, ... as in the API

  template <typename Io>
  void Fields(Io& io) {
    io("name", name);
    io("value", value);
    io("valueFrom", value_from);
  }
};

struct ContainerPort {
  std::string name;
  int container_port = 0;
  std::string protocol = "TCP";

  template <typename Io>
  void Fields(Io& io) {
    io("name", name);
    io("containerPort", container_port);
    io("protocol", protocol);
  }
};

struct VolumeMount {
  std::string name;
  std::string mount_path;
  std::optional<bool> read_only;

  template <typename Io>
  void Fields(Io& io) {
    io("name", name);
    io("mountPath", mount_path);
    io("readOnly", read_only);
  }
};

struct ResourceRequirements {
  std::map<std::string, std::string> requests;  // quantities: "100m", "1Gi"
  std::map<std::string, std::string> limits;

  template <typename Io>
  void Fields(Io& io) {
    io("requests", requests);
    io("limits", limits);
  }
};

struct Container {
  std::string name;
  std::string image;
  std::vector<std::string> command;
  std::vector<std::string> args;
  std::vector<ContainerPort> ports;
  std::vector<EnvVar> env;
  ResourceRequirements resources;
  std::vector<VolumeMount> volume_mounts;
  Json readiness_probe;
  Json liveness_probe;

  template <typename Io>
  void Fields(Io& io) {
    io("name", name);
    io("image", image);
    io("command", command);
    io("args", args);
    io("ports", ports);
    io("env", env);
    io("resources", resources);
    io("volumeMounts", volume_mounts);
    io("readinessProbe", readiness_probe);
    io("livenessProbe", liveness_probe);
  }
};

struct PodSpec {
  std::vector<Container> containers;
  std::string service_account_name;
  Json volumes;
  Json affinity;

  template <typename Io>
  void Fields(Io& io) {
    io("containers", containers);
    io("serviceAccountName", service_account_name);
    io("volumes", volumes);
    io("affinity", affinity);
  }
};

struct PodTemplate {
  ObjectMeta meta;
  PodSpec spec;

  template <typename Io>
  void Fields(Io& io) {
    io("metadata", meta);
    io("spec", spec);
  }
};

struct LabelSelector {
  std::map<std::string, std::string> match_labels;

  template <typename Io>
  void Fields(Io& io) {
    io("matchLabels", match_labels);
  }
};

}  // namespace kube

#endif  // SAMPLES_KUBE_API_POD_TEMPLATE_H_
