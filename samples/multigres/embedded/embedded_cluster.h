// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The cluster as a whole: API server on a free port of loopback, the operator's CRDs, pods that become ready.
#ifndef SAMPLES_MULTIGRES_EMBEDDED_EMBEDDED_CLUSTER_H_
#define SAMPLES_MULTIGRES_EMBEDDED_EMBEDDED_CLUSTER_H_

#include <filesystem>

#include "samples/kube/apiserver/api_server.h"
#include "samples/kube/config/cluster_config.h"
#include "samples/multigres/embedded/kubectl.h"
#include "samples/multigres/embedded/workload_simulator.h"

namespace multigres {

class EmbeddedCluster {
 public:
  // `crds`: a folder, all of whose YAML files are applied. Throws ManifestError.
  explicit EmbeddedCluster(const std::filesystem::path& crds);

  kube::ClusterConfig config() const;
  std::string url() const { return server_.url(); }
  kube::apiserver::Faults& faults() { return server_.faults(); }
  Kubectl& kubectl() { return kubectl_; }
  WorkloadSimulator& pods() { return simulator_; }

 private:
  kube::apiserver::ApiServer server_;
  Kubectl kubectl_;
  WorkloadSimulator simulator_;
};

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_EMBEDDED_EMBEDDED_CLUSTER_H_
