// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The unit tests of the proposal, on the Etcd reconciler: spans, attributes, errors, deletion.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spansmith/testing/recorder.h>

#include <algorithm>

#include "samples/multigres/reconcile/etcd_reconciler.h"
#include "tests/multigres/trace.h"
#include "tests/multigres/world.h"

namespace multigres_test {
namespace {

using multigres::Etcd;
using spansmith::SpanData;
using spansmith::StatusCode;
using testing::HasSubstr;
using testing::StartsWith;

class TraceEtcd : public testing::Test {
 protected:
  kube::Result Reconcile(const std::string& name) { return etcd_.Reconcile(RequestFor(name)); }
  void Refuse(const std::string& verb, const std::string& resource, int status) {
    kube::apiserver::Fault fault;
    fault.verb = verb;
    fault.resource = resource;
    fault.status = status;
    world_.cluster().faults().Add(fault);
  }

  World world_;
  multigres::KeyLocks locks_;
  multigres::EtcdReconciler etcd_{world_.client(), locks_};
};

// TestReconcile_TracingSpans, and the whole tree.
TEST_F(TraceEtcd, ReconcileTracingSpans) {
  const Json made = world_.Make(Etcd::kResource, "test");
  const spansmith::testing::Recorder recorder;
  Reconcile("test");
  const Spans spans = recorder.Spans();
  const SpanData* root = Find(spans, "Reconcile");
  ASSERT_NE(root, nullptr);
  EXPECT_FALSE(root->parent_span_id);
  OutlineOptions options;
  options.http = true;
  options.keys = {"apply.result",
                  "sts.replicas",
                  "sts.image",
                  "status.replicas",
                  "status.ready_replicas",
                  "status.ready",
                  "http.response.status_code"};
  EXPECT_EQ(Outline(spans, *root, options),
            "Reconcile \"test\"\n"
            "  Get(Etcd) \"test\"\n"
            "    GET /apis/multigres.io/v1alpha1/namespaces/{namespace}/etcds/{name} http.response.status_code=200\n"
            "  AddFinalizer(Etcd) \"test\"\n"
            "    PATCH /apis/multigres.io/v1alpha1/namespaces/{namespace}/etcds/{name} http.response.status_code=200\n"
            "  ReconcileStatefulSet \"test\"\n"
            "    BuildEtcdStatefulSet sts.replicas=3 sts.image=gcr.io/etcd-development/etcd:v3.5.21\n"
            "    SetControllerReference(StatefulSet) \"test\"\n"
            "    CreateOrUpdate(StatefulSet) \"test\" apply.result=created\n"
            "      GET /apis/apps/v1/namespaces/{namespace}/statefulsets/{name} http.response.status_code=404\n"
            "      PATCH /apis/apps/v1/namespaces/{namespace}/statefulsets/{name} http.response.status_code=201\n"
            "  SetControllerReference(Service) \"test-client\"\n"
            "  CreateOrUpdate(Service) \"test-client\" apply.result=created\n"
            "    GET /api/v1/namespaces/{namespace}/services/{name} http.response.status_code=404\n"
            "    PATCH /api/v1/namespaces/{namespace}/services/{name} http.response.status_code=201\n"
            "  UpdateStatus \"test\" status.replicas=0 status.ready_replicas=0 status.ready=false\n"
            "    UpdateStatus(Etcd) \"test\"\n"
            "      PUT /apis/multigres.io/v1alpha1/namespaces/{namespace}/etcds/{name}/status "
            "http.response.status_code=200\n");
  EXPECT_EQ(Text(*root, "k8s.namespace"), "default");
  EXPECT_EQ(Text(*root, "k8s.name"), "test");
  EXPECT_EQ(Text(*root, "k8s.object.kind"), "Etcd");
  EXPECT_EQ(Text(*root, "k8s.object.name"), "test");
  EXPECT_EQ(Text(*root, "cr.found"), "true");
  EXPECT_EQ(Text(*root, "cr.uid"), made["metadata"]["uid"]);
  EXPECT_EQ(Text(*root, "cr.generation"), "1");
  EXPECT_EQ(Text(*root, "k8s.reconcile.outcome"), "requeued");
  EXPECT_EQ(root->scope.name, "multigres.io/etcd-controller");
  EXPECT_EQ(Find(spans, "BuildEtcdStatefulSet")->scope.name, "multigres.io/etcd-controller");
  for (const SpanData& span : spans) {
    EXPECT_EQ(span.status.code, StatusCode::kOk) << span.name << ": this operator asks for Ok";
    EXPECT_TRUE(span.events.empty()) << span.name;
  }
}

TEST_F(TraceEtcd, AppliesSayWhatTheyDid) {
  world_.Make(Etcd::kResource, "test");
  Reconcile("test");
  const spansmith::testing::Recorder recorder;
  Reconcile("test");
  const Spans second = recorder.Spans();
  EXPECT_EQ(Text(*Find(second, "CreateOrUpdate(StatefulSet)"), "apply.result"), "unchanged");
  world_.kubectl().Patch(Etcd::kResource, {"default", "test"}, {{"spec", {{"replicas", 5}}}});
  Reconcile("test");
  Spans spans = recorder.Spans();
  spans.erase(std::remove_if(spans.begin(), spans.end(),
                             [](const SpanData& span) { return Text(span, "apply.result") != "updated"; }),
              spans.end());
  ASSERT_EQ(spans.size(), 1u);
  EXPECT_EQ(spans[0].name, "CreateOrUpdate(StatefulSet)");
}

// TestReconcile_TracingErrorRecording: the event on the outer span too, and what the failure means there.
TEST_F(TraceEtcd, ReconcileTracingErrorRecording) {
  world_.Make(Etcd::kResource, "test");
  Refuse("get", "etcds", 500);
  const spansmith::testing::Recorder recorder;
  EXPECT_THROW(Reconcile("test"), kube::ServerError);
  const Spans spans = recorder.Spans();
  const SpanData* root = Find(spans, "Reconcile");
  ASSERT_NE(root, nullptr);
  EXPECT_EQ(root->status.code, StatusCode::kError);
  EXPECT_THAT(root->status.description, StartsWith("failed to get Etcd CR: "));
  EXPECT_EQ(Text(*root, "k8s.reconcile.outcome"), "error");
  EXPECT_EQ(Text(*root, "error.type"), "kube::ServerError");
  ASSERT_EQ(root->events.size(), 1u);
  EXPECT_EQ(root->events[0].name, "exception");
  EXPECT_EQ(Find(spans, "Get(Etcd)")->status.code, StatusCode::kError);
}

TEST_F(TraceEtcd, ARefusedApplyIsAnErrorAtEachLevel) {
  world_.Make(Etcd::kResource, "test");
  Refuse("patch", "statefulsets", 503);
  const spansmith::testing::Recorder recorder;
  EXPECT_THROW(Reconcile("test"), kube::Error);
  const Spans spans = recorder.Spans();
  EXPECT_THAT(Find(spans, "Reconcile")->status.description, StartsWith("failed to reconcile StatefulSet: "));
  EXPECT_THAT(Find(spans, "ReconcileStatefulSet")->status.description,
              StartsWith("failed to create or update StatefulSet: "));
  for (const char* name : {"Reconcile", "ReconcileStatefulSet", "CreateOrUpdate(StatefulSet)"}) {
    EXPECT_EQ(Find(spans, name)->status.code, StatusCode::kError) << name;
    EXPECT_EQ(Find(spans, name)->events.size(), 1u) << name;
  }
  EXPECT_EQ(Find(spans, "BuildEtcdStatefulSet")->status.code, StatusCode::kOk);
  EXPECT_EQ(Text(*Find(spans, "CreateOrUpdate(StatefulSet)"), "apply.result"), "-");
}

TEST_F(TraceEtcd, AStatusConflict) {
  world_.Make(Etcd::kResource, "test");
  Refuse("update", "etcds", 409);
  const spansmith::testing::Recorder recorder;
  EXPECT_THROW(Reconcile("test"), kube::Conflict);
  const Spans spans = recorder.Spans();
  EXPECT_THAT(Find(spans, "Reconcile")->status.description, StartsWith("failed to update status: "));
  EXPECT_EQ(Text(*Find(spans, "Reconcile"), "error.type"), "kube::Conflict");
  EXPECT_EQ(Count(spans, "UpdateStatus(Etcd)"), 1) << "a conflict is tried again, not written into the status";
}

TEST_F(TraceEtcd, SetControllerReferenceFails) {
  const spansmith::testing::Recorder recorder;
  Etcd owner;  // not read from a server: no uid
  owner.meta.ns = "default";
  owner.meta.name = "test";
  kube::StatefulSet sts;
  sts.meta.ns = "default";
  EXPECT_THROW(kube::SetControllerReference(owner, sts), kube::OwnershipError);
  const Spans spans = recorder.Spans();
  ASSERT_EQ(spans.size(), 1u);
  EXPECT_THAT(spans[0].status.description, StartsWith("failed to set owner reference: Etcd default/test cannot own "));
}

TEST_F(TraceEtcd, NotFoundIsAnAnswer) {
  const spansmith::testing::Recorder recorder;
  Reconcile("missing");
  const Spans spans = recorder.Spans();
  const SpanData* root = Find(spans, "Reconcile");
  ASSERT_NE(root, nullptr);
  EXPECT_EQ(Text(*root, "cr.found"), "false");
  for (const SpanData& span : spans) {
    EXPECT_NE(span.status.code, StatusCode::kError) << span.name;
    EXPECT_TRUE(span.events.empty()) << span.name;
  }
}

TEST_F(TraceEtcd, DeletionHasSpansLikeCreation) {
  world_.Make(Etcd::kResource, "test");
  Reconcile("test");
  world_.kubectl().Delete(Etcd::kResource, {"default", "test"});
  const spansmith::testing::Recorder recorder;
  Reconcile("test");
  const Spans spans = recorder.Spans();
  EXPECT_EQ(Outline(spans, *Find(spans, "Reconcile")),
            "Reconcile \"test\"\n"
            "  Get(Etcd) \"test\"\n"
            "  Cleanup \"test\"\n"
            "    Get(StatefulSet) \"test\"\n"
            "    Delete(StatefulSet) \"test\"\n"
            "    Get(Service) \"test-client\"\n"
            "    Delete(Service) \"test-client\"\n"
            "    RemoveFinalizer(Etcd) \"test\"\n");
  EXPECT_FALSE(world_.Get(Etcd::kResource, "test"));
}

TEST_F(TraceEtcd, HttpSpansFollowTheConventions) {
  world_.Make(Etcd::kResource, "test");
  const spansmith::testing::Recorder recorder;
  Reconcile("test");
  const Spans spans = recorder.Spans();
  const SpanData* get = Find(spans, "GET /apis/multigres.io/v1alpha1/namespaces/{namespace}/etcds/{name}");
  ASSERT_NE(get, nullptr);
  EXPECT_EQ(get->kind, spansmith::SpanKind::kClient);
  EXPECT_EQ(Text(*get, "http.request.method"), "GET");
  EXPECT_EQ(Text(*get, "url.path"), "/apis/multigres.io/v1alpha1/namespaces/default/etcds/test");
  EXPECT_EQ(Text(*get, "server.address"), "127.0.0.1");
  EXPECT_EQ(Text(*get, "http.response.status_code"), "200");
}

}  // namespace
}  // namespace multigres_test
