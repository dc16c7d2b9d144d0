// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/multigres/embedded/embedded_cluster.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>

namespace multigres {
namespace {

bool IsEstablished(const kube::Json& definition) {
  const kube::Json conditions = definition.value("/status/conditions"_json_pointer, kube::Json::array());
  return std::any_of(conditions.begin(), conditions.end(), [](const kube::Json& condition) {
    return condition.value("type", "") == "Established" && condition.value("status", "") == "True";
  });
}

// A kind is served some time after its definition is accepted: `kubectl wait --for=condition=established`.
void AwaitEstablished(Kubectl& kubectl, const kube::Json& definition) {
  const std::string name = definition["metadata"].value("name", "");
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (true) {
    const std::optional<kube::Json> found = kubectl.Get(TypeOf(definition), {"", name});
    if (found && IsEstablished(*found)) return;
    if (std::chrono::steady_clock::now() > deadline) {
      throw ManifestError("CustomResourceDefinition " + name + " is not established after a minute: see its status");
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

}  // namespace

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
  for (const std::filesystem::path& file : files) {
    for (const kube::Json& definition : ReadManifests(file)) AwaitEstablished(kubectl_, definition);
  }
}

kube::ClusterConfig EmbeddedCluster::config() const {
  kube::ClusterConfig config;
  config.server = server_.url();
  return config;
}

}  // namespace multigres
