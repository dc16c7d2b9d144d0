// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/multigres/embedded/embedded_cluster.h"

#include <set>

namespace multigres {

EmbeddedCluster::EmbeddedCluster(const std::filesystem::path& crds)
    : server_(kube::apiserver::ApiServerOptions{}), kubectl_(server_.url()), simulator_(server_.url()) {
  std::error_code error;
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(crds, error)) {
    if (entry.path().extension() == ".yaml") files.insert(entry.path());
  }
  if (files.empty())
    throw ManifestError(crds.string() + ": no folder with CRDs (*.yaml): name samples/multigres/manifests/crds");
  for (const std::filesystem::path& file : files) kubectl_.ApplyFile(file);
}

kube::ClusterConfig EmbeddedCluster::config() const {
  kube::ClusterConfig config;
  config.server = server_.url();
  return config;
}

}  // namespace multigres
