// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the process can say of itself without being told (OpenTelemetry resource semantic conventions):
// service.instance.id (a random UUID, version 4, for each process), process.executable.*, host.*, os.type, container.id
// from cgroups, and in a Kubernetes cluster k8s.* from the variables that a manifest fills by the downward API:
// K8S_POD_NAME, K8S_POD_UID, K8S_NAMESPACE_NAME, K8S_NODE_NAME, K8S_CONTAINER_NAME, or POD_NAME, POD_UID,
// POD_NAMESPACE, NODE_NAME, CONTAINER_NAME. What is not known is left out. No command line and no user: they may hold
// what is nobody's business.
#ifndef SPANSMITH_CONFIG_DETECT_H_
#define SPANSMITH_CONFIG_DETECT_H_

#include <spansmith/span_data.h>

#include <string>
#include <string_view>

#include "config/environment.h"

namespace spansmith::config {

// `root`: in front of every file that is read; "" but in tests.
Attributes DetectResource(const Environment& environment, const std::string& binary, const std::string& root = "");

// Of the text of /proc/self/cgroup: 64 hexadecimal digits at the end of a path, as Docker, containerd and CRI-O name
// cgroups; "" if there are none. Of /proc/self/mountinfo, where cgroup namespaces hide the path: of Docker's mounts.
std::string ContainerIdInCgroup(std::string_view text);
std::string ContainerIdInMountinfo(std::string_view text);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_DETECT_H_
