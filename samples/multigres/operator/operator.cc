// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/multigres/operator/operator.h"

#include <array>

#include "samples/kube/api/core.h"
#include "samples/kube/api/workloads.h"
#include "samples/kube/informer/informer.h"
#include "samples/kube/pool/thread_pool.h"
#include "samples/multigres/api/multigres_cluster.h"
#include "samples/multigres/reconcile/cell_reconciler.h"
#include "samples/multigres/reconcile/cluster_reconciler.h"

namespace multigres {
namespace {

constexpr int kComponentsOfACluster = 4;

kube::InformerOptions Everything(const OperatorOptions& options) {
  kube::InformerOptions informer;
  informer.reflector = options.reflector;
  return informer;
}

// Of the kinds that others use too, only what this operator has made.
kube::InformerOptions OwnObjects(const OperatorOptions& options) {
  kube::InformerOptions informer = Everything(options);
  informer.reflector.label_selector = "app.kubernetes.io/managed-by=multigres-operator";
  return informer;
}

template <typename Reconciler>
kube::Controller::Reconciler CallOf(Reconciler& reconciler) {
  return [&reconciler](const kube::Request& req) { return reconciler.Reconcile(req); };
}

}  // namespace

class Operator::Impl {
 public:
  Impl(kube::Client& client, const OperatorOptions& options)
      : pool_(options.workers * kComponentsOfACluster),
        etcd_(client, locks_),
        gateway_(client, locks_),
        orch_(client, locks_),
        pooler_(client, locks_),
        cell_(client),
        cluster_(client, locks_, pool_, etcd_, gateway_, orch_, pooler_),
        cluster_controller_("multigrescluster", CallOf(cluster_), Of(options)),
        etcd_controller_("etcd", CallOf(etcd_), Of(options)),
        gateway_controller_("multigateway", CallOf(gateway_), Of(options)),
        orch_controller_("multiorch", CallOf(orch_), Of(options)),
        pooler_controller_("multipooler", CallOf(pooler_), Of(options)),
        cell_controller_("cell", CallOf(cell_), Of(options)),
        clusters_(client, Everything(options)),
        etcds_(client, Everything(options)),
        gateways_(client, Everything(options)),
        orches_(client, Everything(options)),
        poolers_(client, Everything(options)),
        cells_(client, Everything(options)),
        statefulsets_(client, OwnObjects(options)),
        deployments_(client, OwnObjects(options)),
        services_(client, OwnObjects(options)),
        configmaps_(client, OwnObjects(options)) {
    cluster_controller_.For(clusters_);
    cluster_controller_.Owns<MultigresCluster>(etcds_);
    cluster_controller_.Owns<MultigresCluster>(gateways_);
    cluster_controller_.Owns<MultigresCluster>(orches_);
    cluster_controller_.Owns<MultigresCluster>(poolers_);
    cluster_controller_.Owns<MultigresCluster>(cells_);
    etcd_controller_.For(etcds_);
    etcd_controller_.Owns<Etcd>(statefulsets_);
    etcd_controller_.Owns<Etcd>(services_);
    gateway_controller_.For(gateways_);
    gateway_controller_.Owns<MultiGateway>(deployments_);
    orch_controller_.For(orches_);
    orch_controller_.Owns<MultiOrch>(deployments_);
    pooler_controller_.For(poolers_);
    pooler_controller_.Owns<MultiPooler>(statefulsets_);
    pooler_controller_.Owns<MultiPooler>(services_);
    cell_controller_.For(cells_);
    cell_controller_.Owns<Cell>(services_);
    cell_controller_.Owns<Cell>(configmaps_);
  }

  void Start() {
    ForEachInformer([](auto& informer) { informer.Start(); });
    for (kube::Controller* controller : Controllers()) controller->Start();
  }

  bool WaitForSync(std::chrono::milliseconds timeout) {
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    bool synced = true;
    ForEachInformer([&](auto& informer) { synced = informer.WaitForSync(Left(deadline)) && synced; });
    return synced;
  }

  bool Stop(std::chrono::milliseconds patience) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    ForEachInformer([](auto& informer) { informer.Stop(); });
    bool ended = true;
    for (kube::Controller* controller : Controllers()) ended = controller->Stop(Left(deadline)) && ended;
    return ended;
  }

  std::size_t queued() {
    std::size_t keys = 0;
    for (kube::Controller* controller : Controllers()) keys += controller->queue().ready();
    return keys;
  }

 private:
  static kube::ControllerOptions Of(const OperatorOptions& options) {
    kube::ControllerOptions controller;
    controller.workers = options.workers;
    controller.backoff = options.backoff;
    return controller;
  }

  static std::chrono::milliseconds Left(std::chrono::steady_clock::time_point deadline) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    return std::max(left, std::chrono::milliseconds(0));
  }

  std::array<kube::Controller*, 6> Controllers() {
    return {&cluster_controller_, &etcd_controller_,   &gateway_controller_,
            &orch_controller_,    &pooler_controller_, &cell_controller_};
  }

  template <typename Call>
  void ForEachInformer(Call call) {
    call(clusters_);
    call(etcds_);
    call(gateways_);
    call(orches_);
    call(poolers_);
    call(cells_);
    call(statefulsets_);
    call(deployments_);
    call(services_);
    call(configmaps_);
  }

  // In the order of their ends, last first: what a member uses stands before it.
  KeyLocks locks_;
  kube::ThreadPool pool_;
  EtcdReconciler etcd_;
  GatewayReconciler gateway_;
  OrchReconciler orch_;
  PoolerReconciler pooler_;
  CellReconciler cell_;
  ClusterReconciler cluster_;
  kube::Controller cluster_controller_;
  kube::Controller etcd_controller_;
  kube::Controller gateway_controller_;
  kube::Controller orch_controller_;
  kube::Controller pooler_controller_;
  kube::Controller cell_controller_;
  kube::Informer<MultigresCluster> clusters_;
  kube::Informer<Etcd> etcds_;
  kube::Informer<MultiGateway> gateways_;
  kube::Informer<MultiOrch> orches_;
  kube::Informer<MultiPooler> poolers_;
  kube::Informer<Cell> cells_;
  kube::Informer<kube::StatefulSet> statefulsets_;
  kube::Informer<kube::Deployment> deployments_;
  kube::Informer<kube::Service> services_;
  kube::Informer<kube::ConfigMap> configmaps_;
};

Operator::Operator(kube::Client& client, const OperatorOptions& options)
    : impl_(std::make_unique<Impl>(client, options)) {}

Operator::~Operator() = default;

void Operator::Start() { impl_->Start(); }
bool Operator::WaitForSync(std::chrono::milliseconds timeout) { return impl_->WaitForSync(timeout); }
bool Operator::Stop(std::chrono::milliseconds patience) { return impl_->Stop(patience); }
std::size_t Operator::queued() const { return impl_->queued(); }

}  // namespace multigres
