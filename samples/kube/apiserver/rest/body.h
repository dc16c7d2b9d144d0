// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The body of a write as an object of a kind: decoded, pruned, its unknown fields refused or warned of.
#ifndef SAMPLES_KUBE_APISERVER_REST_BODY_H_
#define SAMPLES_KUBE_APISERVER_REST_BODY_H_

#include <string>
#include <vector>

#include "samples/kube/apiserver/kinds/resource.h"
#include "samples/kube/apiserver/rest/write_options.h"

namespace kube::apiserver {

// Of POST and PUT. Throws 400. The kind of a custom object is not looked at (CheckCustomKind).
Json DecodeBody(const std::string& body, bool yaml, const Resource& resource, WriteOptions& options);

// 400 of a body that is called protobuf and is none.
StatusError NoProtobuf(const Resource& resource, const std::string& body);

// Throws 422 for another kind than the custom one that is served there.
void CheckCustomKind(const Json& object, const Resource& resource);

// What a message about a patch shows of it.
struct PatchText {
  std::vector<std::string> duplicates;  // fields that it names twice
  Json strategic = nullptr;             // the patch itself, if it is a strategic merge patch
  Json touched = nullptr;               // of another patch: the members that it names, as nested objects
};

// Of a patched object: the same, but what is wrong is a 422 about the patch.
void DecodePatched(Json& object, const Resource& resource, const PatchText& patch, WriteOptions& options);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_BODY_H_
