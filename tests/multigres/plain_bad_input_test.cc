// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Objects that are wrong: refused by the server with a clear message, or, where an old or a lax CRD let them in, said
// in their own status; the others go on either way.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "samples/multigres/reconcile/etcd_reconciler.h"
#include "samples/multigres/reconcile/invalid_spec.h"
#include "tests/multigres/world.h"

namespace multigres_test {
namespace {

using multigres::Cell;
using multigres::Etcd;
using multigres::ManifestError;
using multigres::MultigresCluster;
using testing::AllOf;
using testing::HasSubstr;

std::string Refusal(World& world, const kube::ResourceType& type, const std::string& name, const Json& spec) {
  try {
    world.Make(type, name, spec);
  } catch (const ManifestError& error) {
    return error.what();
  }
  return "";
}

// The CRDs as they were before they had a schema: everything is let in.
void WithoutSchema(World& world) {
  for (const char* plural : {"etcds", "multigresclusters"}) {
    const auto files =
        multigres::ReadManifests(std::string(MULTIGRES_MANIFESTS "/crds/multigres.io_") + plural + ".yaml");
    Json crd = files.at(0);
    crd["spec"]["versions"][0]["schema"]["openAPIV3Schema"] = {{"type", "object"},
                                                               {"x-kubernetes-preserve-unknown-fields", true}};
    world.kubectl().Apply(crd);
  }
}

TEST(PlainBadInput, TheServerRefusesWhatTheSchemaForbids) {
  World world;
  EXPECT_THAT(Refusal(world, Etcd::kResource, "a", {{"replicas", "three"}}), HasSubstr("spec.replicas"));
  EXPECT_THAT(Refusal(world, Etcd::kResource, "a", {{"replicas", 1000000000}}),
              AllOf(HasSubstr("spec.replicas"), HasSubstr("less than or equal to 9")));
  EXPECT_THAT(Refusal(world, Etcd::kResource, "a", {{"replicas", 0}}), HasSubstr("greater than or equal to 1"));
  EXPECT_THAT(Refusal(world, Etcd::kResource, "a", {{"replica", 3}}), HasSubstr("replica"));
  EXPECT_THAT(Refusal(world, Etcd::kResource, "a", {{"storage", "much"}}), HasSubstr("spec.storage"));
  EXPECT_THAT(Refusal(world, Cell::kResource, "a", Json::object()), HasSubstr("spec.cluster"));
  EXPECT_THAT(Refusal(world, Etcd::kResource, "", Json::object()), HasSubstr("without metadata.name"));
  EXPECT_THAT(Refusal(world, Etcd::kResource, "Not_A_Name", Json::object()), HasSubstr("Not_A_Name"));
  EXPECT_THAT(Refusal(world, Etcd::kResource, "a", {{"image", std::string(4 << 20, 'x')}}), HasSubstr("answered 4"));
}

TEST(PlainBadInput, AWrongSpecIsSaidInStatusAndTheQueueGoesOn) {
  World world;
  WithoutSchema(world);
  world.StartOperator(1);
  world.Make(Etcd::kResource, "wrong", {{"replicas", "three"}, {"image", 7}, {"colour", "red"}});
  world.Make(Etcd::kResource, "absurd", {{"replicas", 1000000000}});
  world.Make(Etcd::kResource, std::string(60, 'n'), Json::object());
  world.Make(MultigresCluster::kResource, "listed", Json::array({1, 2}));
  world.Make(Etcd::kResource, "good", {{"replicas", 1}});
  world.AwaitCondition(Etcd::kResource, "good", "Ready", "True");
  world.AwaitCondition(Etcd::kResource, "wrong", "Degraded", "True");
  const Json wrong = *world.Get(Etcd::kResource, "wrong");
  EXPECT_EQ(Condition(wrong, "Degraded", "reason"), "InvalidSpec");
  EXPECT_EQ(
      Condition(wrong, "Degraded", "message"),
      "spec.colour is not a field: expected image, replicas, storage; correct its spelling or remove it; spec.image "
      "is 7: expected text of 1 to 512 bytes; spec.replicas is \"three\": expected an integer from 1 to 9");
  EXPECT_EQ(Condition(wrong, "Ready", "status"), "False");
  EXPECT_EQ(wrong["spec"]["colour"], "red") << "the status write must not touch what the person wrote";
  world.AwaitCondition(Etcd::kResource, "absurd", "Degraded", "True");
  world.AwaitCondition(Etcd::kResource, std::string(60, 'n'), "Degraded", "True");
  world.AwaitCondition(MultigresCluster::kResource, "listed", "Degraded", "True");
  EXPECT_FALSE(world.Get(kube::StatefulSet::kResource, "absurd"));
  // Once it is right, it is reconciled: nothing was lost by waiting.
  world.kubectl().Patch(Etcd::kResource, {"default", "wrong"},
                        {{"spec", {{"replicas", 3}, {"image", nullptr}, {"colour", nullptr}}}});
  world.AwaitCondition(Etcd::kResource, "wrong", "Ready", "True");
}

TEST(PlainBadInput, AWrongSpecIsNotTriedAgainBeforeItChanges) {
  World world;
  WithoutSchema(world);
  world.Make(Etcd::kResource, "wrong", {{"replicas", "three"}});
  multigres::KeyLocks locks;
  multigres::EtcdReconciler etcd(world.client(), locks);
  EXPECT_THROW(etcd.Reconcile(RequestFor("wrong")), multigres::InvalidSpec);
  const Json before = *world.Get(Etcd::kResource, "wrong");
  EXPECT_THROW(etcd.Reconcile(RequestFor("wrong")), kube::TerminalError);
  EXPECT_EQ(*world.Get(Etcd::kResource, "wrong"), before);
}

TEST(PlainBadInput, ANameThatLeavesNoRoomForTheComponents) {
  World world;
  world.StartOperator(1);
  const std::string name(50, 'n');
  world.Make(MultigresCluster::kResource, name);
  world.AwaitCondition(MultigresCluster::kResource, name, "Degraded", "True");
  EXPECT_THAT(Condition(*world.Get(MultigresCluster::kResource, name), "Degraded", "message"),
              HasSubstr(name + "-gateway\" of 58 bytes: expected at most 52"));
}

TEST(PlainBadInput, ManifestsThatAreNone) {
  EXPECT_THROW(multigres::ReadManifests("/nonexistent.yaml"), ManifestError);
  EXPECT_THROW(multigres::ReadManifests("/"), ManifestError);
  EXPECT_THROW(multigres::TypeOf({{"kind", "Redis"}, {"apiVersion", "v1"}}), ManifestError);
  EXPECT_THROW(multigres::TypeOf({{"kind", 3}}), ManifestError);
}

// The manifests that ship, strictly: no field that Kubernetes does not know.
TEST(PlainBadInput, TheTracingManifestsAreAccepted) {
  World world;
  for (const char* name : {"tempo", "jaeger", "collector", "grafana", "alerts"}) {
    const std::string file = std::string(MULTIGRES_MANIFESTS "/tracing/") + name + ".yaml";
    Json space = {{"apiVersion", "v1"}, {"kind", "Namespace"}, {"metadata", {{"name", "monitoring"}}}};
    world.kubectl().Apply(space);
    EXPECT_NO_THROW(world.kubectl().ApplyFile(file)) << file;
  }
  EXPECT_NO_THROW(world.kubectl().ApplyFile(MULTIGRES_MANIFESTS "/cluster.yaml"));
  EXPECT_NO_THROW(world.kubectl().ApplyFile(MULTIGRES_MANIFESTS "/etcd.yaml"));
}

}  // namespace
}  // namespace multigres_test
