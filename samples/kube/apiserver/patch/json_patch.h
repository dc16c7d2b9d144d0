// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// application/json-patch+json as github.com/evanphx/json-patch applies it: negative indices count from the end, a test
// for null passes where nothing is.
#ifndef SAMPLES_KUBE_APISERVER_PATCH_JSON_PATCH_H_
#define SAMPLES_KUBE_APISERVER_PATCH_JSON_PATCH_H_

#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {

// `operations`: an array of objects. False: one does not apply or fails its test; `document` is then in between.
bool ApplyJsonPatch(Json& document, const Json& operations);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_PATCH_JSON_PATCH_H_
