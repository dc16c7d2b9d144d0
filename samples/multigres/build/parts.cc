// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/multigres/build/parts.h"

#include <utility>

namespace multigres {

Labels SelectorOf(const std::string& component, const std::string& instance) {
  return {{"app.kubernetes.io/name", "multigres"},
          {"app.kubernetes.io/component", component},
          {"app.kubernetes.io/instance", instance}};
}

kube::ObjectMeta MetaOf(const std::string& component, const kube::ObjectMeta& owner, const std::string& name) {
  kube::ObjectMeta meta;
  meta.ns = owner.ns;
  meta.name = name;
  meta.labels = SelectorOf(component, owner.name);
  meta.labels["app.kubernetes.io/managed-by"] = "multigres-operator";
  return meta;
}

kube::PodTemplate PodOf(const Labels& labels, kube::Container container) {
  kube::PodTemplate pod;
  pod.meta.labels = labels;
  pod.spec.containers.push_back(std::move(container));
  return pod;
}

kube::ContainerPort Listens(const std::string& name, int port) {
  kube::ContainerPort listens;
  listens.name = name;
  listens.container_port = port;
  return listens;
}

kube::ServicePort Serves(const std::string& name, int port) {
  kube::ServicePort serves;
  serves.name = name;
  serves.port = port;
  serves.target_port = port;
  return serves;
}

kube::PersistentVolumeClaim DataClaim(const std::string& size) {
  kube::PersistentVolumeClaim claim;
  claim.meta.name = "data";
  claim.access_modes = {"ReadWriteOnce"};
  claim.resources.requests = {{"storage", size}};
  return claim;
}

}  // namespace multigres
