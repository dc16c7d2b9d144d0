// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Stands for the controllers of apps/v1 and the kubelets, which the embedded API server does not have: says in the
// status of every StatefulSet and Deployment how many of its pods are ready. There are no pods.
#ifndef SAMPLES_MULTIGRES_EMBEDDED_WORKLOAD_SIMULATOR_H_
#define SAMPLES_MULTIGRES_EMBEDDED_WORKLOAD_SIMULATOR_H_

#include <memory>
#include <string>

namespace multigres {

// Thread-safe. Runs from construction to destruction; a server that fails or ends its watches is asked again.
class WorkloadSimulator {
 public:
  explicit WorkloadSimulator(const std::string& url);
  ~WorkloadSimulator();

  // At most so many pods of each workload become ready from now on, and the others are ready no longer. At first: all.
  void SetMostReady(int pods);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_EMBEDDED_WORKLOAD_SIMULATOR_H_
