// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A namespace that is terminated is emptied, then goes.
#ifndef SAMPLES_KUBE_APISERVER_CONTROLLERS_NAMESPACE_CONTROLLER_H_
#define SAMPLES_KUBE_APISERVER_CONTROLLERS_NAMESPACE_CONTROLLER_H_

#include "samples/kube/apiserver/rest/writer.h"

namespace kube::apiserver {

class NamespaceController {
 public:
  NamespaceController(Store& store, Registry& registry, Writer& writer)
      : store_(store), registry_(registry), writer_(writer) {}
  void Handle(const Change& change);

 private:
  void Empty(const ObjectKey& key);

  Store& store_;
  Registry& registry_;
  Writer& writer_;
};

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_CONTROLLERS_NAMESPACE_CONTROLLER_H_
