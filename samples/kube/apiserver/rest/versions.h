// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One object in the several versions of its kind. Versions of a CRD differ by their apiVersion and by what each schema
// prunes (conversion strategy None); events of the core group and of events.k8s.io name their fields differently.
#ifndef SAMPLES_KUBE_APISERVER_REST_VERSIONS_H_
#define SAMPLES_KUBE_APISERVER_REST_VERSIONS_H_

#include "samples/kube/apiserver/kinds/resource.h"

namespace kube::apiserver {

// Whether `object` is shown as it is stored, as most are: it is of the version of `resource`, which has no defaults
// that it may have been stored without.
bool IsOfVersion(const Resource& resource, const Json& object);
Json ToVersion(const Resource& resource, Json object);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_VERSIONS_H_
