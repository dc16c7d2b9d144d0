// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The steps of one reconcile. What a failed step means to the person who reads the trace stands before the step.
#include "samples/multigres/reconcile/cluster_reconciler.h"

#include <algorithm>
#include <latch>
#include <set>

#include "samples/multigres/build/cluster.h"
#include "samples/multigres/reconcile/invalid_spec.h"
#include "samples/multigres/reconcile/ownership.h"
#include "samples/multigres/reconcile/status.h"

namespace multigres {
kube::Result ClusterReconciler::Reconcile(const kube::Request& req) {
  SPANSMITH_ERROR_TEXT("failed to get MultigresCluster CR");
  std::optional<MultigresCluster> found = client_.Get<MultigresCluster>(req.Key());
  SPANSMITH_NOTE(cr.found, found.has_value());
  if (!found) return kube::Result::Done();
  MultigresCluster& cluster = *found;
  SPANSMITH_NOTE(cr.uid, cluster.meta.uid);
  SPANSMITH_NOTE(cr.generation, cluster.generation());
  if (cluster.meta.Deleting()) {
    SPANSMITH_ERROR_TEXT("failed to clean up MultigresCluster");
    return Cleanup(cluster);
  }
  try {
    SPANSMITH_ERROR_TEXT("MultigresCluster cannot be reconciled as it is");
    CheckSpec(cluster);
    CheckNames(cluster);
    SPANSMITH_ERROR_TEXT("failed to add finalizer");
    if (!kube::HasFinalizer(cluster.meta, kFinalizer)) client_.AddFinalizer(cluster, kFinalizer);

    SPANSMITH_ERROR_TEXT("component reconciliation failed");
    Components components = ReconcileComponents(cluster);
    for (const Component& component : components) {
      if (component.error == nullptr) continue;
      SPANSMITH_NOTE(error.component, component.name);
      std::rethrow_exception(component.error);
    }
    try {
      ReconcileCells(cluster, components);
    } catch (const std::exception&) {
      SPANSMITH_NOTE(error.component, "cell");
      throw;
    }

    SPANSMITH_ERROR_TEXT("failed to update status");
    UpdateStatus(cluster, components);
  } catch (const std::exception& error) {
    ReportFailure(client_, cluster, error);
    throw;
  }
  return ResultOf(cluster.status);
}

// All four are tried, whatever becomes of the others.
ClusterReconciler::Components ClusterReconciler::ReconcileComponents(const MultigresCluster& cluster) {
  static constexpr struct {
    const char* name;
    Step step;
  } kSteps[] = {{"etcd", &ClusterReconciler::ReconcileEtcd},
                {"gateway", &ClusterReconciler::ReconcileGateway},
                {"orch", &ClusterReconciler::ReconcileOrch},
                {"pooler", &ClusterReconciler::ReconcilePooler}};
  Components components(std::size(kSteps));
  std::latch running(std::size(kSteps));
  for (std::size_t i = 0; i < std::size(kSteps); ++i) {
    pool_.Submit([this, &cluster, &component = components[i], &running, step = kSteps[i].step] {
      try {
        component = (this->*step)(cluster);
      } catch (...) {
        component.error = std::current_exception();
      }
      running.count_down();
    });
  }
  running.wait();
  for (std::size_t i = 0; i < std::size(kSteps); ++i) components[i].name = kSteps[i].name;
  return components;
}

ClusterReconciler::Component ClusterReconciler::ReconcileEtcd(const MultigresCluster& cluster) {
  return ReconcileComponent(cluster, BuildEtcd(cluster), etcd_);
}

ClusterReconciler::Component ClusterReconciler::ReconcileGateway(const MultigresCluster& cluster) {
  return ReconcileComponent(cluster, BuildGateway(cluster), gateway_);
}

ClusterReconciler::Component ClusterReconciler::ReconcileOrch(const MultigresCluster& cluster) {
  return ReconcileComponent(cluster, BuildOrch(cluster), orch_);
}

ClusterReconciler::Component ClusterReconciler::ReconcilePooler(const MultigresCluster& cluster) {
  return ReconcileComponent(cluster, BuildPooler(cluster), pooler_);
}

template <typename T, typename Reconciler>
ClusterReconciler::Component ClusterReconciler::ReconcileComponent(const MultigresCluster& cluster, T wanted,
                                                                   Reconciler& reconciler) {
  const KeyLock lock(locks_, T::kKind, wanted.meta.Key());
  Component component;
  const std::optional<T> live = client_.Get<T>(wanted.meta.Key());
  if (live && live->meta.Deleting()) {
    component.message = "is being deleted and will be made anew";
    return component;
  }
  kube::SetControllerReference(cluster, wanted);
  kube::Applied<T> applied = client_.CreateOrUpdate(wanted);
  T& object = applied.object;
  // Its own controller keeps what is reconciled; doing it again at each of its events would be for nothing.
  if (applied.result != kube::ApplyResult::kUnchanged || object.status.observed_generation != object.generation()) {
    reconciler.Ensure(object);
  }
  component.ready = object.status.ready;
  const kube::Condition* ready = kube::FindCondition(object.status.conditions, kReady);
  component.message = ready == nullptr ? "has no status yet" : ready->message;
  return component;
}

void ClusterReconciler::ReconcileCells(const MultigresCluster& cluster, Components& components) {
  std::set<std::string> wanted;
  for (const ClusterCell& one : cluster.spec.cells) {
    Cell cell = BuildCell(cluster, one);
    wanted.insert(cell.meta.name);
    kube::SetControllerReference(cluster, cell);
    const Cell live = client_.CreateOrUpdate(cell).object;
    Component component;
    component.name = "cell " + one.name;
    component.ready = live.status.ready && !live.meta.Deleting();
    component.message = "is not in place yet";
    components.push_back(component);
  }
  kube::ListOptions options;
  options.label_selector = std::string(kClusterLabel) + "=" + cluster.meta.name;
  for (const Cell& cell : client_.List<Cell>(cluster.meta.ns, options)) {
    if (wanted.count(cell.meta.name) == 0) DeleteOwned<Cell>(client_, cluster, cell.meta.name);
  }
}

void ClusterReconciler::CheckNames(const MultigresCluster& cluster) const {
  Problems problems;
  const auto check = [&](const auto& child) {
    if (const std::string wrong = NameProblem(child.meta.name); !wrong.empty()) problems.push_back(wrong);
  };
  check(BuildGateway(cluster));  // the longest of the four
  for (const ClusterCell& cell : cluster.spec.cells) check(BuildCell(cluster, cell));
  if (!problems.empty()) throw InvalidSpec(Join(problems));
}

void ClusterReconciler::UpdateStatus(MultigresCluster& cluster, const Components& components) {
  SPANSMITH_ERROR_TEXT("failed to update status");
  MultigresClusterStatus status = cluster.status;
  status.observed_generation = cluster.generation();
  status.components = static_cast<int>(components.size());
  status.ready_components = static_cast<int>(
      std::count_if(components.begin(), components.end(), [](const Component& one) { return one.ready; }));
  status.ready = status.ready_components == status.components;
  std::string waits;
  for (const Component& component : components) {
    if (!component.ready) waits += (waits.empty() ? "" : "; ") + component.name + ": " + component.message;
  }
  SetReconciled(status.conditions, cluster.generation(), status.ready,
                status.ready ? "AllComponentsReady" : "ComponentsNotReady",
                status.ready ? "all components are ready" : waits);
  SPANSMITH_NOTE(status.components, status.components);
  SPANSMITH_NOTE(status.ready_components, status.ready_components);
  SPANSMITH_NOTE(status.ready, status.ready);
  WriteStatus(client_, cluster, status);
}

// What uses etcd goes before etcd. Each goes with its own cleanup; the cluster waits for all of them.
kube::Result ClusterReconciler::Cleanup(MultigresCluster& cluster) {
  SPANSMITH_ERROR_TEXT("failed to delete the components");
  bool waits = false;
  kube::ListOptions options;
  options.label_selector = std::string(kClusterLabel) + "=" + cluster.meta.name;
  for (const Cell& cell : client_.List<Cell>(cluster.meta.ns, options)) {
    waits = DeleteOwned<Cell>(client_, cluster, cell.meta.name) || waits;
  }
  waits = DeleteOwned<MultiGateway>(client_, cluster, cluster.meta.name + "-gateway") || waits;
  waits = DeleteOwned<MultiOrch>(client_, cluster, cluster.meta.name + "-orch") || waits;
  waits = DeleteOwned<MultiPooler>(client_, cluster, cluster.meta.name + "-pooler") || waits;
  waits = waits || DeleteOwned<Etcd>(client_, cluster, cluster.meta.name + "-etcd");
  if (waits) {
    SPANSMITH_ERROR_TEXT("failed to update status");
    MultigresClusterStatus status = cluster.status;
    status.ready = false;
    SetDeleting(status.conditions, cluster.generation(), "components are being deleted");
    WriteStatus(client_, cluster, status);
    return kube::Result::RequeueAfter(kLookAgainDeleting);
  }
  SPANSMITH_ERROR_TEXT("failed to remove finalizer");
  client_.RemoveFinalizer(cluster, kFinalizer);
  return kube::Result::Done();
}

}  // namespace multigres
