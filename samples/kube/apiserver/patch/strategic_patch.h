// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// application/strategic-merge-patch+json: lists of built-in kinds are merged by key, and keep an order.
#ifndef SAMPLES_KUBE_APISERVER_PATCH_STRATEGIC_PATCH_H_
#define SAMPLES_KUBE_APISERVER_PATCH_STRATEGIC_PATCH_H_

#include "samples/kube/apiserver/schema/schema.h"

namespace kube::apiserver {

// Directives: $patch, $deleteFromPrimitiveList, $retainKeys, $setElementOrder. Throws StatusError: 400 or 500 of a
// malformed one, or of a list item without its merge key.
void StrategicMerge(Json& into, Json patch, const Schema* schema);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_PATCH_STRATEGIC_PATCH_H_
