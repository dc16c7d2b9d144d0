// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// reconcile_bench URL ROUNDS: makes a MultigresCluster, reconciles it to rest, then ROUNDS times more, and prints the
// CPU microseconds of one of these. The API server is another process, so its work is not counted.
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>

#include "samples/multigres/embedded/kubectl.h"
#include "samples/multigres/reconcile/cluster_reconciler.h"

namespace {

double CpuSeconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 || std::atoi(argv[2]) < 1) {
    std::fprintf(stderr, "usage: reconcile_bench URL ROUNDS\n");
    return 2;
  }
  multigres::Kubectl kubectl(argv[1]);
  kubectl.Apply({{"apiVersion", "multigres.io/v1alpha1"},
                 {"kind", "MultigresCluster"},
                 {"metadata", {{"name", "bench"}, {"namespace", "default"}}}});
  kube::ClusterConfig config;
  config.server = argv[1];
  kube::Client client(config);
  multigres::KeyLocks locks;
  kube::ThreadPool pool(4);
  multigres::EtcdReconciler etcd(client, locks);
  multigres::GatewayReconciler gateway(client, locks);
  multigres::OrchReconciler orch(client, locks);
  multigres::PoolerReconciler pooler(client, locks);
  multigres::ClusterReconciler cluster(client, locks, pool, etcd, gateway, orch, pooler);
  kube::Request request;
  request.ns = "default";
  request.name = "bench";
  for (int i = 0; i < 50; ++i) cluster.Reconcile(request);
  const int rounds = std::atoi(argv[2]);
  const double before = CpuSeconds();
  for (int i = 0; i < rounds; ++i) cluster.Reconcile(request);
  std::printf("%.1f\n", (CpuSeconds() - before) / rounds * 1e6);
  return 0;
}
