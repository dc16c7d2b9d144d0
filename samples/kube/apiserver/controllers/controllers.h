// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What runs beside the server and follows its changes: CRDs become served, owners' dependents go with them, namespaces
// are emptied.
#ifndef SAMPLES_KUBE_APISERVER_CONTROLLERS_CONTROLLERS_H_
#define SAMPLES_KUBE_APISERVER_CONTROLLERS_CONTROLLERS_H_

#include <thread>

#include "samples/kube/apiserver/controllers/definition_controller.h"
#include "samples/kube/apiserver/controllers/garbage_collector.h"
#include "samples/kube/apiserver/controllers/namespace_controller.h"

namespace kube::apiserver {

// One thread for all. `collect`: with the garbage collector and the namespace controller, which in a real cluster
// belong to kube-controller-manager.
class Controllers {
 public:
  Controllers(Store& store, Registry& registry, Writer& writer, bool collect);
  ~Controllers();  // the store must be closed

 private:
  void Run();
  void Handle(const Change& change);

  Store& store_;
  const bool collect_;
  DefinitionController definitions_;
  GarbageCollector garbage_;
  NamespaceController namespaces_;
  std::thread thread_;
};

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_CONTROLLERS_CONTROLLERS_H_
