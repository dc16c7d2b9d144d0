// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Where a cluster is and as whom one comes: from a kubeconfig, from inside a pod, or by hand (a URL alone does for the
// embedded API server). Every error is a ConfigError that names the file and the place in it.
#ifndef SAMPLES_KUBE_CONFIG_CLUSTER_CONFIG_H_
#define SAMPLES_KUBE_CONFIG_CLUSTER_CONFIG_H_

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "samples/kube/http/transport.h"

namespace kube {

struct ClusterConfig {
  std::string server;          // http(s)://host[:port][/prefix]
  std::string ns = "default";  // the context's, or the pod's own
  TransportOptions transport;
  std::string token;
  std::string token_file;  // read again and again: it wins over `token`
  std::string user;        // Basic authentication
  std::string password;
};

// A variable of the environment; empty optional: not set.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;
Environment ProcessEnvironment();

// `context` empty: the file's current-context. Relative paths in it are relative to its folder. Refused: exec and
// auth-provider plugins, whose programs are not run.
ClusterConfig LoadKubeconfig(const std::filesystem::path& file, const std::string& context = "");

// A pod's service account: KUBERNETES_SERVICE_HOST and _PORT, and token, ca.crt and namespace in `folder`.
ClusterConfig LoadInCluster(const Environment& environment = ProcessEnvironment(),
                            const std::filesystem::path& folder = "/var/run/secrets/kubernetes.io/serviceaccount");

// As kubectl and client-go look for it: `file` if named, else $KUBECONFIG (one file), else the pod's service account,
// else ~/.kube/config.
ClusterConfig LoadClusterConfig(const std::string& file = "", const std::string& context = "",
                                const Environment& environment = ProcessEnvironment());

}  // namespace kube

#endif  // SAMPLES_KUBE_CONFIG_CLUSTER_CONFIG_H_
