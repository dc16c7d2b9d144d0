// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The life of a CRD: names accepted, established and served, cleaned up and gone.
#ifndef SAMPLES_KUBE_APISERVER_CONTROLLERS_DEFINITION_CONTROLLER_H_
#define SAMPLES_KUBE_APISERVER_CONTROLLERS_DEFINITION_CONTROLLER_H_

#include <functional>

#include "samples/kube/apiserver/rest/writer.h"

namespace kube::apiserver {

class DefinitionController {
 public:
  static constexpr const char* kResource = "apiextensions.k8s.io/customresourcedefinitions";

  DefinitionController(Store& store, Registry& registry, Writer& writer)
      : store_(store), registry_(registry), writer_(writer) {}
  void Handle(const Change& change);

 private:
  // The names that are accepted now, and what `change` does.
  void PutStatus(const ObjectKey& key, const std::function<void(Json& status)>& change);
  void CleanUp(const ObjectKey& key, const Json& definition);

  Store& store_;
  Registry& registry_;
  Writer& writer_;
};

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_CONTROLLERS_DEFINITION_CONTROLLER_H_
