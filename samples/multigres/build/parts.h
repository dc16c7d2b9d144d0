// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The parts that the objects of all components share.
#ifndef SAMPLES_MULTIGRES_BUILD_PARTS_H_
#define SAMPLES_MULTIGRES_BUILD_PARTS_H_

#include <map>
#include <string>

#include "samples/kube/api/core.h"
#include "samples/kube/api/workloads.h"

namespace multigres {

using Labels = std::map<std::string, std::string>;

// What selects the pods of the component object called `instance`, and nothing else.
Labels SelectorOf(const std::string& component, const std::string& instance);

// Metadata of an object that belongs to `owner`: its namespace, this name, the recommended labels
// (kubernetes.io/docs/concepts/overview/working-with-objects/common-labels).
kube::ObjectMeta MetaOf(const std::string& component, const kube::ObjectMeta& owner, const std::string& name);

// Pods with one container; the labels select them.
kube::PodTemplate PodOf(const Labels& labels, kube::Container container);

kube::ContainerPort Listens(const std::string& name, int port);
kube::ServicePort Serves(const std::string& name, int port);

// The claim of a volume "data", of which each pod has its own.
kube::PersistentVolumeClaim DataClaim(const std::string& size);

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_BUILD_PARTS_H_
