// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// How objects are shown: whole, as metadata only, or as the rows of a table (kubectl get).
#ifndef SAMPLES_KUBE_APISERVER_REST_RENDERING_H_
#define SAMPLES_KUBE_APISERVER_REST_RENDERING_H_

#include <string>
#include <vector>

#include "samples/kube/apiserver/kinds/resource.h"

namespace kube::apiserver {

struct Rendering {
  enum class Form { kWhole, kMetadata, kTable } form = Form::kWhole;
  std::string meta_version = "v1";          // of meta.k8s.io
  std::string include_object = "Metadata";  // of a table: None, Metadata, Object

  // The first clause of an Accept header that is served. Throws 406.
  static Rendering Choose(const std::string& accept, const std::string& include_object);

  Json One(const Resource& resource, const Json& object) const;
  // `meta`: the list's metadata.
  Json Many(const Resource& resource, const std::vector<std::shared_ptr<const Json>>& objects, Json meta) const;
};

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_RENDERING_H_
