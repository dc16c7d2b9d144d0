// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The kinds that the server has without any CRD, as far as operators need them.
#ifndef SAMPLES_KUBE_APISERVER_KINDS_BUILTIN_KINDS_H_
#define SAMPLES_KUBE_APISERVER_KINDS_BUILTIN_KINDS_H_

#include <map>
#include <string>
#include <vector>

#include "samples/kube/apiserver/kinds/resource.h"

namespace kube::apiserver {

std::vector<ResourcePtr> CoreKinds();      // ConfigMap, Secret, Namespace, Event, Lease, ...
std::vector<ResourcePtr> ServiceKinds();   // Service, Endpoints
std::vector<ResourcePtr> WorkloadKinds();  // Pod, StatefulSet, Deployment, ...
std::vector<ResourcePtr> BatchKinds();     // Job, CronJob
std::vector<ResourcePtr> PolicyKinds();    // PodDisruptionBudget, Role, NetworkPolicy, Ingress, ...
ResourcePtr DefinitionKind();              // CustomResourceDefinition
ResourcePtr ScaleKind();                   // of scale subresources

// A built-in kind with its schema, `type` of `types`; version v1, and a status subresource if the type has a status.
std::shared_ptr<Resource> BuiltinKind(const std::string& group, const std::string& plural, const std::string& type,
                                      const std::map<std::string, SchemaPtr>& types);

// The first 8 bytes of a SHA-256, as discovery shows which version is stored.
std::string StorageHash(const std::string& group, const std::string& version, const std::string& kind);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_KINDS_BUILTIN_KINDS_H_
