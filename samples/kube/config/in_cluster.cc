// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A pod's own service account, and the order of places to look at.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "samples/kube/config/cluster_config.h"
#include "samples/kube/errors/errors.h"

namespace kube {

Environment ProcessEnvironment() {
  return [](const std::string& name) -> std::optional<std::string> {
    const char* value = std::getenv(name.c_str());
    if (value == nullptr || *value == '\0') return std::nullopt;
    return value;
  };
}

ClusterConfig LoadInCluster(const Environment& environment, const std::filesystem::path& folder) {
  const std::optional<std::string> host = environment("KUBERNETES_SERVICE_HOST");
  const std::optional<std::string> port = environment("KUBERNETES_SERVICE_PORT");
  if (!host || !port) {
    throw ConfigError(
        "KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not both set, so this is no pod. To do: name a "
        "kubeconfig.");
  }
  ClusterConfig config;
  config.server = "https://" + (host->find(':') == std::string::npos ? *host : "[" + *host + "]") + ":" + *port;
  config.token_file = (folder / "token").string();
  config.transport.authority.file = (folder / "ca.crt").string();
  for (const std::string& file : {config.token_file, config.transport.authority.file}) {
    if (!std::filesystem::exists(file)) {
      throw ConfigError(file +
                        ": there is no such file, although KUBERNETES_SERVICE_HOST says that this is a pod. To do: " +
                        "see that the pod has a service account and automountServiceAccountToken is not false.");
    }
  }
  std::ifstream in(folder / "namespace");
  std::string ns;
  if (in && in >> ns) config.ns = ns;
  return config;
}

ClusterConfig LoadClusterConfig(const std::string& file, const std::string& context, const Environment& environment) {
  if (!file.empty()) return LoadKubeconfig(file, context);
  if (const auto named = environment("KUBECONFIG")) {
    if (named->find(':') != std::string::npos) {
      throw ConfigError("KUBECONFIG names several files (" + *named + "). To do: name one, or merge them with " +
                        "'kubectl config view --flatten'.");
    }
    return LoadKubeconfig(*named, context);
  }
  if (environment("KUBERNETES_SERVICE_HOST")) return LoadInCluster(environment);
  const auto home = environment("HOME");
  const std::filesystem::path usual = std::filesystem::path(home.value_or("/")) / ".kube" / "config";
  if (!home || !std::filesystem::exists(usual)) {
    throw ConfigError(
        "no cluster is configured: no kubeconfig was named, KUBECONFIG and KUBERNETES_SERVICE_HOST are not " +
        std::string("set, and there is no ") + usual.string() + ". To do: name a kubeconfig.");
  }
  return LoadKubeconfig(usual, context);
}

}  // namespace kube
