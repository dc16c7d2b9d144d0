// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The body of a write as an object of a kind: decoded, pruned, its unknown fields refused or warned of.
#ifndef SAMPLES_KUBE_APISERVER_REST_BODY_H_
#define SAMPLES_KUBE_APISERVER_REST_BODY_H_

#include <string>

#include "samples/kube/apiserver/kinds/resource.h"
#include "samples/kube/apiserver/rest/write_options.h"

namespace kube::apiserver {

// Of POST and PUT. Throws 400 or, for another kind than the custom one that is served there, 422.
Json DecodeBody(const std::string& body, bool yaml, const Resource& resource, WriteOptions& options);

// Of a patched object: the same, but what is wrong is a 422 about the patch.
// `duplicates`: fields that the patch names twice.
void DecodePatched(Json& object, const Resource& resource, const std::vector<std::string>& duplicates,
                   WriteOptions& options);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_BODY_H_
