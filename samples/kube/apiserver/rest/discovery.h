// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Discovery documents, /version, and the health paths.
#ifndef SAMPLES_KUBE_APISERVER_REST_DISCOVERY_H_
#define SAMPLES_KUBE_APISERVER_REST_DISCOVERY_H_

#include <optional>

#include "samples/kube/apiserver/kinds/registry.h"
#include "samples/kube/apiserver/rest/request.h"

namespace kube::apiserver {

// The answer to a path that names no resource; nullopt: there is none (404).
std::optional<Answer> Discover(const Registry& registry, const Request& request);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_DISCOVERY_H_
