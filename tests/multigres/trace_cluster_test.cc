// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A whole cluster: four components in parallel under one trace, as the proposal pictures it; failures; the way from an
// event to a reconcile; deletion.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spansmith/testing/recorder.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "samples/multigres/reconcile/cluster_reconciler.h"
#include "tests/multigres/trace.h"
#include "tests/multigres/world.h"

namespace multigres_test {
namespace {

using multigres::Etcd;
using multigres::MultigresCluster;
using spansmith::SpanData;
using spansmith::StatusCode;
using testing::HasSubstr;
using testing::StartsWith;

class TraceCluster : public testing::Test {
 protected:
  kube::Result Reconcile() { return cluster_.Reconcile(RequestFor("my-db")); }
  void Refuse(const std::string& verb, const std::string& resource, int status) {
    kube::apiserver::Fault fault;
    fault.verb = verb;
    fault.resource = resource;
    fault.status = status;
    world_.cluster().faults().Add(fault);
  }

  World world_;
  multigres::KeyLocks locks_;
  kube::ThreadPool pool_{4};
  multigres::EtcdReconciler etcd_{world_.client(), locks_};
  multigres::GatewayReconciler gateway_{world_.client(), locks_};
  multigres::OrchReconciler orch_{world_.client(), locks_};
  multigres::PoolerReconciler pooler_{world_.client(), locks_};
  multigres::ClusterReconciler cluster_{world_.client(), locks_, pool_, etcd_, gateway_, orch_, pooler_};
};

std::string Line(const SpanData& span) {
  const std::string object = Text(span, "k8s.name");
  if (object == "-") return span.name;
  if (span.name.back() == ')') return span.name.substr(0, span.name.size() - 1) + "/" + object + ")";
  if (span.name == "UpdateStatus") return span.name + "(" + Text(span, "k8s.object.kind") + "/" + object + ")";
  return span.name + "(" + object + ")";
}

// The picture draws a part of what is there. What it leaves out is this closed list: requests, the other components,
// the writes of the component objects themselves, owner references, finalizers; and it has no level between a component
// and its objects.
bool IsPictured(const SpanData& span) {
  static const std::set<std::string> kLeftOut = {"AddFinalizer(MultigresCluster)",
                                                 "ReconcileOrch",
                                                 "ReconcilePooler",
                                                 "ReconcileCells",
                                                 "CreateOrUpdate(Etcd)",
                                                 "CreateOrUpdate(MultiGateway)",
                                                 "UpdateStatus(Etcd)",
                                                 "UpdateStatus(MultiGateway)",
                                                 "UpdateStatus(MultigresCluster)"};
  return span.kind != spansmith::SpanKind::kClient && kLeftOut.count(span.name) == 0 &&
         span.name.rfind("SetControllerReference(", 0) != 0;
}

Spans PicturedChildren(const Spans& spans, const SpanData& parent) {
  Spans pictured;
  for (const SpanData& child : Children(spans, parent)) {
    if (child.name == "ReconcileStatefulSet" || child.name == "ReconcileDeployment") {
      const Spans inner = PicturedChildren(spans, child);
      pictured.insert(pictured.end(), inner.begin(), inner.end());
    } else if (IsPictured(child)) {
      pictured.push_back(child);
    }
  }
  std::stable_sort(pictured.begin(), pictured.end(), [](const SpanData& a, const SpanData& b) {
    const bool parallel = a.name.rfind("Reconcile", 0) == 0 && b.name.rfind("Reconcile", 0) == 0;
    return parallel && a.name < b.name;
  });
  return pictured;
}

std::string Picture(const Spans& spans, const SpanData& span, const std::string& indent) {
  std::string text;
  const Spans children = PicturedChildren(spans, span);
  for (std::size_t i = 0; i < children.size(); ++i) {
    const bool last = i + 1 == children.size();
    text += indent + (last ? "└─ " : "├─ ") + "Span: " + Line(children[i]) + "\n";
    text += Picture(spans, children[i], indent + (last ? "    " : "│   "));
  }
  return text;
}

TEST_F(TraceCluster, IsAsTheProposalPicturesIt) {
  world_.Make(MultigresCluster::kResource, "my-db");
  const spansmith::testing::Recorder recorder;
  Reconcile();
  const Spans spans = recorder.Spans();
  const SpanData* root = Find(spans, "Reconcile");
  ASSERT_NE(root, nullptr);
  std::ifstream file(EXPECTED_TRACES "/picture.txt");
  const std::string expected(std::istreambuf_iterator<char>(file), {});
  EXPECT_EQ("Trace: MultigresCluster \"my-db\" reconciliation\n  └─ Span: " + Line(*root) + "\n" +
                Picture(spans, *root, "      "),
            expected);
}

TEST_F(TraceCluster, EverySpanAndWhereItHangs) {
  world_.Make(MultigresCluster::kResource, "my-db");
  const spansmith::testing::Recorder recorder;
  Reconcile();
  const Spans spans = recorder.Spans();
  OutlineOptions options;
  options.keys = {"apply.result"};
  EXPECT_EQ(Outline(spans, *Find(spans, "Reconcile"), options),
            "Reconcile \"my-db\"\n"
            "  Get(MultigresCluster) \"my-db\"\n"
            "  AddFinalizer(MultigresCluster) \"my-db\"\n"
            "  ReconcileEtcd \"my-db-etcd\"\n"
            "    Get(Etcd) \"my-db-etcd\"\n"
            "    SetControllerReference(Etcd) \"my-db-etcd\"\n"
            "    CreateOrUpdate(Etcd) \"my-db-etcd\" apply.result=created\n"
            "    ReconcileStatefulSet \"my-db-etcd\"\n"
            "      BuildEtcdStatefulSet\n"
            "      SetControllerReference(StatefulSet) \"my-db-etcd\"\n"
            "      CreateOrUpdate(StatefulSet) \"my-db-etcd\" apply.result=created\n"
            "    SetControllerReference(Service) \"my-db-etcd-client\"\n"
            "    CreateOrUpdate(Service) \"my-db-etcd-client\" apply.result=created\n"
            "    UpdateStatus \"my-db-etcd\"\n"
            "      UpdateStatus(Etcd) \"my-db-etcd\"\n"
            "  ReconcileGateway \"my-db-gateway\"\n"
            "    Get(MultiGateway) \"my-db-gateway\"\n"
            "    SetControllerReference(MultiGateway) \"my-db-gateway\"\n"
            "    CreateOrUpdate(MultiGateway) \"my-db-gateway\" apply.result=created\n"
            "    ReconcileDeployment \"my-db-gateway\"\n"
            "      BuildGatewayDeployment\n"
            "      SetControllerReference(Deployment) \"my-db-gateway\"\n"
            "      CreateOrUpdate(Deployment) \"my-db-gateway\" apply.result=created\n"
            "    UpdateStatus \"my-db-gateway\"\n"
            "      UpdateStatus(MultiGateway) \"my-db-gateway\"\n"
            "  ReconcileOrch \"my-db-orch\"\n"
            "    Get(MultiOrch) \"my-db-orch\"\n"
            "    SetControllerReference(MultiOrch) \"my-db-orch\"\n"
            "    CreateOrUpdate(MultiOrch) \"my-db-orch\" apply.result=created\n"
            "    ReconcileDeployment \"my-db-orch\"\n"
            "      BuildOrchDeployment\n"
            "      SetControllerReference(Deployment) \"my-db-orch\"\n"
            "      CreateOrUpdate(Deployment) \"my-db-orch\" apply.result=created\n"
            "    UpdateStatus \"my-db-orch\"\n"
            "      UpdateStatus(MultiOrch) \"my-db-orch\"\n"
            "  ReconcilePooler \"my-db-pooler\"\n"
            "    Get(MultiPooler) \"my-db-pooler\"\n"
            "    SetControllerReference(MultiPooler) \"my-db-pooler\"\n"
            "    CreateOrUpdate(MultiPooler) \"my-db-pooler\" apply.result=created\n"
            "    ReconcileStatefulSet \"my-db-pooler\"\n"
            "      BuildPoolerStatefulSet\n"
            "      SetControllerReference(StatefulSet) \"my-db-pooler\"\n"
            "      CreateOrUpdate(StatefulSet) \"my-db-pooler\" apply.result=created\n"
            "    SetControllerReference(Service) \"my-db-pooler-pods\"\n"
            "    CreateOrUpdate(Service) \"my-db-pooler-pods\" apply.result=created\n"
            "    UpdateStatus \"my-db-pooler\"\n"
            "      UpdateStatus(MultiPooler) \"my-db-pooler\"\n"
            "  ReconcileCells \"my-db\"\n"
            "    SetControllerReference(Cell) \"my-db-zone-a\"\n"
            "    CreateOrUpdate(Cell) \"my-db-zone-a\" apply.result=created\n"
            "    List(Cell)\n"
            "  UpdateStatus \"my-db\"\n"
            "    UpdateStatus(MultigresCluster) \"my-db\"\n");
  EXPECT_EQ(Find(spans, "ReconcileEtcd")->scope.name, "multigres.io/multigrescluster-controller");
  const std::set<std::string> expected = {"multigres.io/multigrescluster-controller",
                                          "multigres.io/etcd-controller",
                                          "multigres.io/multigateway-controller",
                                          "multigres.io/multiorch-controller",
                                          "multigres.io/multipooler-controller",
                                          "kube/api",
                                          "kube/client"};
  std::set<std::string> scopes;
  for (const SpanData& span : spans) {
    scopes.insert(span.scope.name);
    EXPECT_EQ(span.trace_id, spans.back().trace_id) << span.name;
  }
  EXPECT_EQ(scopes, expected);
}

TEST_F(TraceCluster, TheFirstFailingComponentIsNamed) {
  world_.Make(MultigresCluster::kResource, "my-db");
  Refuse("patch", "deployments", 500);  // of the gateway and of the orchestrator
  const spansmith::testing::Recorder recorder;
  EXPECT_THROW(Reconcile(), kube::ServerError);
  const Spans spans = recorder.Spans();
  const SpanData* root = Find(spans, "Reconcile");
  EXPECT_EQ(Text(*root, "error.component"), "gateway");
  EXPECT_THAT(root->status.description, StartsWith("component reconciliation failed: "));
  EXPECT_EQ(root->events.size(), 1u);
  EXPECT_THAT(Find(spans, "ReconcileGateway")->status.description, StartsWith("gateway reconciliation failed: "));
  EXPECT_THAT(Find(spans, "ReconcileOrch")->status.description, StartsWith("orch reconciliation failed: "));
  EXPECT_EQ(Find(spans, "ReconcileEtcd")->status.code, StatusCode::kOk);
  EXPECT_EQ(Find(spans, "ReconcilePooler")->status.code, StatusCode::kOk);
  EXPECT_EQ(Find(spans, "ReconcileCells"), nullptr);
}

TEST_F(TraceCluster, ACellThatFailsIsNamedToo) {
  world_.Make(MultigresCluster::kResource, "my-db");
  Refuse("patch", "cells", 500);
  const spansmith::testing::Recorder recorder;
  EXPECT_THROW(Reconcile(), kube::ServerError);
  const Spans spans = recorder.Spans();
  EXPECT_EQ(Text(*Find(spans, "Reconcile"), "error.component"), "cell");
}

// TestTracing_EndToEnd, with the operator running and an event as the beginning.
TEST_F(TraceCluster, EndToEnd) {
  const spansmith::testing::Recorder recorder;
  world_.StartOperator();
  world_.Make(Etcd::kResource, "test-etcd");
  world_.AwaitCondition(Etcd::kResource, "test-etcd", "Ready", "True");
  world_.StopOperator();
  const Spans spans = recorder.Spans();
  const SpanData* root = Find(spans, "Reconcile", "test-etcd");
  ASSERT_NE(root, nullptr);
  EXPECT_GE(Children(spans, *root).size(), 3u);
  EXPECT_FALSE(root->parent_span_id);
  EXPECT_EQ(Text(*root, "k8s.reconcile.reason"), "created");
  const SpanData* watch = Find(spans, "Watch(Etcd)", "test-etcd");
  ASSERT_NE(watch, nullptr);
  EXPECT_EQ(Text(*watch, "k8s.watch.event.type"), "ADDED");
  ASSERT_FALSE(root->links.empty());
  EXPECT_EQ(root->links[0].span_id, watch->span_id);
  EXPECT_EQ(root->links[0].trace_id, watch->trace_id);
}

// A child's reconcile links to the reconcile that wrote the child: the original left traces of their own.
TEST_F(TraceCluster, AChildsReconcileLinksToItsClusters) {
  const spansmith::testing::Recorder recorder;
  world_.StartOperator();
  world_.Make(MultigresCluster::kResource, "my-db");
  world_.AwaitCondition(MultigresCluster::kResource, "my-db", "Ready", "True");
  world_.StopOperator();
  const Spans spans = recorder.Spans();
  std::set<std::string> of_the_cluster;
  for (const SpanData& span : spans) {
    if (span.name == "CreateOrUpdate(Cell)") of_the_cluster.insert(span.span_id.Hex());
  }
  bool linked = false;
  for (const SpanData& span : spans) {
    if (span.name != "Reconcile" || Text(span, "k8s.object.kind") != "Cell") continue;
    for (const auto& link : span.links) linked = linked || of_the_cluster.count(link.span_id.Hex()) != 0;
  }
  EXPECT_TRUE(linked);
}

TEST_F(TraceCluster, DeletionHasSpansLikeCreation) {
  world_.Make(MultigresCluster::kResource, "my-db");
  Reconcile();
  world_.kubectl().Delete(MultigresCluster::kResource, {"default", "my-db"});
  const spansmith::testing::Recorder recorder;
  Reconcile();
  const Spans spans = recorder.Spans();
  EXPECT_EQ(Outline(spans, *Find(spans, "Reconcile")),
            "Reconcile \"my-db\"\n"
            "  Get(MultigresCluster) \"my-db\"\n"
            "  Cleanup \"my-db\"\n"
            "    List(Cell)\n"
            "    Get(Cell) \"my-db-zone-a\"\n"
            "    Delete(Cell) \"my-db-zone-a\"\n"
            "    Get(MultiGateway) \"my-db-gateway\"\n"
            "    Delete(MultiGateway) \"my-db-gateway\"\n"
            "    Get(MultiOrch) \"my-db-orch\"\n"
            "    Delete(MultiOrch) \"my-db-orch\"\n"
            "    Get(MultiPooler) \"my-db-pooler\"\n"
            "    Delete(MultiPooler) \"my-db-pooler\"\n"
            "    UpdateStatus(MultigresCluster) \"my-db\"\n");
}

}  // namespace
}  // namespace multigres_test
