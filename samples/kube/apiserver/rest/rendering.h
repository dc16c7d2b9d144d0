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
  bool of_list = false;                     // PartialObjectMetadataList was asked for
  bool yaml = false;                        // the answer is YAML
  std::string meta_version = "v1";          // of meta.k8s.io
  std::string include_object = "Metadata";  // of a table: None, Metadata, Object

  // What an Accept header asks for. Throws 406, and 400 of a table's objects that are none.
  static Rendering Choose(const std::string& accept, const std::string& include_object);

  // Throws 406 and 500 where the form is that of a list; Many where it is that of one object.
  Json One(const Resource& resource, const Json& object) const;
  // `meta`: the list's metadata.
  Json Many(const Resource& resource, const std::vector<std::shared_ptr<const Json>>& objects, Json meta) const;
};

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_RENDERING_H_
