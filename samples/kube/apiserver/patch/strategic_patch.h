// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// application/strategic-merge-patch+json: lists of built-in kinds are merged by key.
#ifndef SAMPLES_KUBE_APISERVER_PATCH_STRATEGIC_PATCH_H_
#define SAMPLES_KUBE_APISERVER_PATCH_STRATEGIC_PATCH_H_

#include "samples/kube/apiserver/schema/schema.h"

namespace kube::apiserver {

// Directives: $patch (replace, delete, merge), $deleteFromPrimitiveList, $retainKeys; $setElementOrder is ignored.
void StrategicMerge(Json& into, const Json& patch, const Schema* schema);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_PATCH_STRATEGIC_PATCH_H_
