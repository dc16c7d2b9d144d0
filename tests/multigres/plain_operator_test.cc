// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the operator does, against the embedded API server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "samples/kube/api/core.h"
#include "samples/kube/api/workloads.h"
#include "samples/multigres/reconcile/cluster_reconciler.h"
#include "samples/multigres/reconcile/etcd_reconciler.h"
#include "samples/multigres/reconcile/invalid_spec.h"
#include "tests/multigres/world.h"

namespace multigres_test {
namespace {

using multigres::Etcd;
using multigres::MultigresCluster;
using testing::HasSubstr;

TEST(PlainOperator, ClusterBecomesReadyAndSaysSo) {
  World world;
  world.StartOperator();
  world.Make(MultigresCluster::kResource, "my-db");
  world.AwaitCondition(MultigresCluster::kResource, "my-db", "Ready", "True");
  const Json cluster = *world.Get(MultigresCluster::kResource, "my-db");
  EXPECT_EQ(cluster["status"]["components"], 5);
  EXPECT_EQ(cluster["status"]["readyComponents"], 5);
  EXPECT_EQ(cluster["status"]["observedGeneration"], 1);
  EXPECT_EQ(Condition(cluster, "Degraded", "status"), "False");
  EXPECT_EQ(Condition(cluster, "Progressing", "status"), "False");
  const Json etcd = *world.Get(Etcd::kResource, "my-db-etcd");
  EXPECT_EQ(etcd["status"]["readyReplicas"], 3);
  EXPECT_EQ(etcd["metadata"]["ownerReferences"][0]["uid"], cluster["metadata"]["uid"]);
  const Json sts = *world.Get(kube::StatefulSet::kResource, "my-db-etcd");
  EXPECT_EQ(sts["metadata"]["ownerReferences"][0]["uid"], etcd["metadata"]["uid"]);
  EXPECT_EQ(sts["metadata"]["ownerReferences"][0]["controller"], true);
}

TEST(PlainOperator, AChangeGoesThroughAndACellThatIsNotWantedGoes) {
  World world;
  world.StartOperator();
  world.Make(MultigresCluster::kResource, "my-db", {{"cells", {{{"name", "a"}}, {{"name", "b"}}}}});
  world.AwaitCondition(MultigresCluster::kResource, "my-db", "Ready", "True");
  world.kubectl().Patch(MultigresCluster::kResource, {"default", "my-db"},
                        {{"spec", {{"etcd", {{"replicas", 5}}}, {"cells", {{{"name", "b"}}}}}}});
  world.Await("five members", [&] {
    const auto sts = world.Get(kube::StatefulSet::kResource, "my-db-etcd");
    return sts && (*sts)["spec"]["replicas"] == 5;
  });
  world.Await("cell a gone", [&] { return !world.Get(multigres::Cell::kResource, "my-db-a"); });
  EXPECT_TRUE(world.Get(multigres::Cell::kResource, "my-db-b").has_value());
}

TEST(PlainOperator, WhatSomebodyChangedIsChangedBack) {
  World world;
  world.StartOperator();
  world.Make(Etcd::kResource, "lone");
  world.AwaitCondition(Etcd::kResource, "lone", "Ready", "True");
  world.kubectl().Patch(kube::StatefulSet::kResource, {"default", "lone"}, {{"spec", {{"replicas", 1}}}});
  world.Await("three replicas again",
              [&] { return (*world.Get(kube::StatefulSet::kResource, "lone"))["spec"]["replicas"] == 3; });
  world.kubectl().Delete(kube::Service::kResource, {"default", "lone-client"});
  world.Await("the Service again", [&] { return world.Get(kube::Service::kResource, "lone-client").has_value(); });
}

TEST(PlainOperator, DeletionCleansUp) {
  World world;
  world.StartOperator();
  world.Make(MultigresCluster::kResource, "my-db");
  world.AwaitCondition(MultigresCluster::kResource, "my-db", "Ready", "True");
  world.kubectl().Delete(MultigresCluster::kResource, {"default", "my-db"});
  world.Await("the cluster gone", [&] { return !world.Get(MultigresCluster::kResource, "my-db"); });
  EXPECT_FALSE(world.Get(Etcd::kResource, "my-db-etcd"));
  EXPECT_FALSE(world.Get(kube::StatefulSet::kResource, "my-db-etcd"));
  EXPECT_FALSE(world.Get(kube::Deployment::kResource, "my-db-gateway"));
  EXPECT_FALSE(world.Get(kube::Service::kResource, "my-db-zone-a-gateway"));
}

TEST(PlainOperator, AnObjectOfSomebodyElseIsNotTakenAndNotDeleted) {
  World world;
  multigres::KeyLocks locks;
  multigres::EtcdReconciler etcd(world.client(), locks);
  const Json other = world.Make(Etcd::kResource, "other");
  world.Make(Etcd::kResource, "lone");
  Json theirs = {{"apiVersion", "v1"},
                 {"kind", "Service"},
                 {"metadata",
                  {{"name", "lone-client"},
                   {"namespace", "default"},
                   {"ownerReferences",
                    {{{"apiVersion", "multigres.io/v1alpha1"},
                      {"kind", "Etcd"},
                      {"name", "other"},
                      {"uid", other["metadata"]["uid"]},
                      {"controller", true}}}}}},
                 {"spec", {{"ports", {{{"port", 1}}}}}}};
  world.kubectl().Apply(theirs);
  EXPECT_THROW(etcd.Reconcile(RequestFor("lone")), kube::Error);
  EXPECT_EQ(Condition(*world.Get(Etcd::kResource, "lone"), "Degraded", "status"), "True");
  world.kubectl().Delete(Etcd::kResource, {"default", "lone"});
  etcd.Reconcile(RequestFor("lone"));
  EXPECT_FALSE(world.Get(Etcd::kResource, "lone"));
  EXPECT_TRUE(world.Get(kube::Service::kResource, "lone-client").has_value());
}

// The original made 12 reconciles a second while pods were pending, and no status said why.
TEST(PlainOperator, PodsThatAreNotReadyMakeNoStorm) {
  World world;
  world.cluster().pods().SetMostReady(0);
  multigres::KeyLocks locks;
  multigres::EtcdReconciler etcd(world.client(), locks);
  world.Make(Etcd::kResource, "lone");
  etcd.Reconcile(RequestFor("lone"));
  world.Await("the simulator's word", [&] {
    return (*world.Get(kube::StatefulSet::kResource, "lone"))["status"].value("observedGeneration", 0) == 1;
  });
  etcd.Reconcile(RequestFor("lone"));
  const Json before = *world.Get(Etcd::kResource, "lone");
  kube::Request again = RequestFor("lone");
  again.writes = std::make_shared<kube::WriteTally>();
  kube::Result result;
  {
    const kube::TallyScope scope(again.writes);
    result = etcd.Reconcile(again);
  }
  EXPECT_EQ(result.requeue_after, std::optional<kube::Duration>(std::chrono::seconds(30)));
  EXPECT_EQ(again.writes->count(), 0);
  const Json after = *world.Get(Etcd::kResource, "lone");
  EXPECT_EQ(after, before);
  EXPECT_EQ(Condition(after, "Ready", "reason"), "PodsNotReady");
  EXPECT_EQ(Condition(after, "Ready", "message"), "0 of 3 pods are ready");
  EXPECT_EQ(Condition(after, "Progressing", "status"), "True");
}

TEST(PlainOperator, AtRestNothingIsWritten) {
  World world;
  world.StartOperator();
  world.Make(MultigresCluster::kResource, "my-db");
  world.AwaitCondition(MultigresCluster::kResource, "my-db", "Ready", "True");
  world.StopOperator();
  multigres::KeyLocks locks;
  kube::ThreadPool pool(4);
  multigres::EtcdReconciler etcd(world.client(), locks);
  multigres::GatewayReconciler gateway(world.client(), locks);
  multigres::OrchReconciler orch(world.client(), locks);
  multigres::PoolerReconciler pooler(world.client(), locks);
  multigres::ClusterReconciler cluster(world.client(), locks, pool, etcd, gateway, orch, pooler);
  const auto tally = std::make_shared<kube::WriteTally>();
  const kube::TallyScope scope(tally);
  EXPECT_FALSE(cluster.Reconcile(RequestFor("my-db")).requeue_after);
  EXPECT_FALSE(etcd.Reconcile(RequestFor("my-db-etcd")).requeue_after);
  EXPECT_FALSE(pooler.Reconcile(RequestFor("my-db-pooler")).requeue_after);
  EXPECT_EQ(tally->count(), 0);
}

TEST(PlainOperator, AFailingComponentIsNamedAndTheOthersAreMade) {
  World world;
  kube::apiserver::Fault fault;
  fault.verb = "patch";
  fault.resource = "deployments";
  fault.status = 500;
  world.cluster().faults().Add(fault);
  world.StartOperator();
  world.Make(MultigresCluster::kResource, "my-db");
  world.AwaitCondition(MultigresCluster::kResource, "my-db", "Degraded", "True");
  EXPECT_TRUE(world.Get(kube::StatefulSet::kResource, "my-db-pooler").has_value());
  world.cluster().faults().Clear();
  world.AwaitCondition(MultigresCluster::kResource, "my-db", "Ready", "True");
  EXPECT_EQ(Condition(*world.Get(MultigresCluster::kResource, "my-db"), "Degraded", "status"), "False");
}

}  // namespace
}  // namespace multigres_test
