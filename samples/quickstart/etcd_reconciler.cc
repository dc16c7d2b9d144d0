// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The steps of one reconcile. What a failed step means to the person who reads the trace stands before the step.
#include "etcd_reconciler.h"

#include "build_statefulset.h"
#include "owner_reference.h"

namespace quickstart {
namespace {

constexpr int kClientPort = 2379;

Service ClientService(const Etcd& etcd) {
  Service service;
  service.meta.ns = etcd.meta.ns;
  service.meta.name = etcd.meta.name + "-client";
  service.spec.port = kClientPort;
  service.spec.selector = {{"app.kubernetes.io/instance", etcd.meta.name}};
  SetOwner(etcd, service.meta);
  return service;
}

}  // namespace

Outcome EtcdReconciler::Reconcile(const Request& req) {
  SPANSMITH_ERROR_TEXT("failed to get Etcd CR");
  std::optional<Etcd> etcd = client_.Get<Etcd>(req);
  Outcome outcome;
  outcome.found = etcd.has_value();
  SPANSMITH_NOTE(cr.found, outcome.found);
  if (!outcome.found) return outcome;
  SPANSMITH_NOTE(cr.uid, etcd->meta.uid);
  SPANSMITH_NOTE(cr.generation, etcd->meta.generation);

  SPANSMITH_ERROR_TEXT("failed to reconcile StatefulSet");
  outcome.statefulset = ReconcileStatefulSet(*etcd);

  SPANSMITH_ERROR_TEXT("failed to reconcile Services");
  outcome.service = client_.CreateOrUpdate(ClientService(*etcd));

  SPANSMITH_ERROR_TEXT("failed to update status");
  UpdateStatus(*etcd);
  outcome.status = etcd->status;
  return outcome;
}

ApplyResult EtcdReconciler::ReconcileStatefulSet(const Etcd& etcd) {
  StatefulSet sts = BuildEtcdStatefulSet(etcd);

  SPANSMITH_ERROR_TEXT("failed to set owner reference");
  SetOwner(etcd, sts.meta);

  SPANSMITH_ERROR_TEXT("failed to create or update StatefulSet");
  return client_.CreateOrUpdate(sts);
}

void EtcdReconciler::UpdateStatus(Etcd& etcd) {
  const std::optional<StatefulSet> sts = client_.Cached<StatefulSet>(etcd.meta.Key());
  etcd.status.replicas = etcd.spec.replicas;
  etcd.status.ready_replicas = sts ? sts->status.ready_replicas : 0;
  etcd.status.ready = etcd.status.ready_replicas == etcd.status.replicas;
  SPANSMITH_NOTE(status.replicas, etcd.status.replicas);
  SPANSMITH_NOTE(status.ready_replicas, etcd.status.ready_replicas);
  SPANSMITH_NOTE(status.ready, etcd.status.ready);
  client_.WriteStatus(etcd);
}

}  // namespace quickstart
