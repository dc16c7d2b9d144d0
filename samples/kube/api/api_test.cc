// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Objects to JSON and back, paths, owners, conditions and times.
#include <gtest/gtest.h>

#include "samples/kube/api/condition.h"
#include "samples/kube/api/core.h"
#include "samples/kube/api/object.h"
#include "samples/kube/api/owner.h"
#include "samples/kube/api/time_text.h"
#include "samples/kube/api/workloads.h"

namespace kube {
namespace {

ObjectMeta Meta(const std::string& name, const std::string& ns, const std::string& uid) {
  ObjectMeta meta;
  meta.name = name;
  meta.ns = ns;
  meta.uid = uid;
  return meta;
}

TEST(ObjectTest, EmptyFieldsAreLeftOutAndZeroReplicasAreNot) {
  StatefulSet set;
  set.meta.name = "s";
  set.spec.replicas = 0;
  const Json json = ToJson(set);
  EXPECT_EQ(json["spec"]["replicas"], 0);
  EXPECT_EQ(json["metadata"], (Json{{"name", "s"}}));
  EXPECT_FALSE(json["spec"].contains("serviceName"));
  EXPECT_EQ(json["apiVersion"], "apps/v1");
}

TEST(ObjectTest, WhatIsWrittenIsReadAgain) {
  StatefulSet set;
  set.meta.name = "s";
  set.meta.labels = {{"a", ""}};
  set.spec.volume_claim_templates.emplace_back();
  set.spec.volume_claim_templates[0].meta.name = "data";
  set.spec.volume_claim_templates[0].resources.requests["storage"] = "1Gi";
  const Json json = ToJson(set);
  EXPECT_EQ(json["spec"]["volumeClaimTemplates"][0]["spec"]["resources"]["requests"]["storage"], "1Gi");
  EXPECT_EQ(json["metadata"]["labels"]["a"], "");
  EXPECT_EQ(ToJson(FromJson<StatefulSet>(json)), json);
}

TEST(ObjectTest, UnknownAndNullFieldsAreTolerated) {
  const Service service = FromJson<Service>(Json::parse(
      R"({"kind": "Service", "metadata": null, "spec": {"new": 1, "ports": [{"port": 1, "targetPort": "x"}]}})"));
  EXPECT_EQ(service.spec.ports[0].target_port, "x");
}

TEST(ResourceTypeTest, PathsAndRoutes) {
  EXPECT_EQ(StatefulSet::kResource.Path({"ns", "a"}, "status"), "/apis/apps/v1/namespaces/ns/statefulsets/a/status");
  EXPECT_EQ(StatefulSet::kResource.Route({"ns", "a"}), "/apis/apps/v1/namespaces/{namespace}/statefulsets/{name}");
  EXPECT_EQ(Service::kResource.Route({"", ""}), "/api/v1/services");
  EXPECT_EQ(Namespace::kResource.Route({"", "a"}), "/api/v1/namespaces/{name}");
  EXPECT_EQ(Service::kResource.Path({"ns", "a/b?c"}), "/api/v1/namespaces/ns/services/a%2Fb%3Fc");
  EXPECT_EQ(Service::kResource.Path({"ns", ".."}), "/api/v1/namespaces/ns/services/%2E%2E");
}

TEST(OwnerTest, OneControllerAndItsRules) {
  StatefulSet owner;
  owner.meta = Meta("o", "ns", "1");
  Service child;
  child.meta = Meta("c", "ns", "");
  SetControllerReference(owner, child);
  SetControllerReference(owner, child);
  ASSERT_EQ(child.meta.owner_references.size(), 1u);
  EXPECT_EQ(ControllerKey(StatefulSet::kResource, child.meta)->Text(), "ns/o");
  EXPECT_FALSE(ControllerKey(Deployment::kResource, child.meta).has_value());
  StatefulSet other = owner;
  other.meta.uid = "2";
  EXPECT_THROW(SetControllerReference(other, child), OwnershipError);
  other.meta.uid.clear();
  EXPECT_THROW(SetControllerReference(other, child), OwnershipError);
  child.meta = Meta("c", "elsewhere", "");
  EXPECT_THROW(SetControllerReference(owner, child), OwnershipError);
  Namespace cluster_wide;
  cluster_wide.meta = Meta("n", "", "3");
  EXPECT_NO_THROW(SetControllerReference(cluster_wide, child));
}

TEST(ConditionTest, TheTimeIsThatOfTheTransition) {
  std::vector<Condition> conditions;
  Condition ready{"Ready", "False", 1, "2026-01-01T00:00:00Z", "Starting", ""};
  EXPECT_TRUE(SetCondition(conditions, ready));
  ready.last_transition_time = "2026-01-02T00:00:00Z";
  EXPECT_FALSE(SetCondition(conditions, ready));
  ready.reason = "StillStarting";
  EXPECT_TRUE(SetCondition(conditions, ready));
  EXPECT_EQ(FindCondition(conditions, "Ready")->last_transition_time, "2026-01-01T00:00:00Z");
  ready.status = "True";
  ready.last_transition_time = "2026-01-03T00:00:00Z";
  EXPECT_TRUE(SetCondition(conditions, ready));
  EXPECT_EQ(FindCondition(conditions, "Ready")->last_transition_time, "2026-01-03T00:00:00Z");
  EXPECT_EQ(FindCondition(conditions, "Other"), nullptr);
}

TEST(TimeTextTest, BothWays) {
  for (const char* text :
       {"2026-03-04T05:06:07.000008Z", "1969-12-31T23:59:59.500000Z", "2024-02-29T00:00:00.000000Z"}) {
    EXPECT_EQ(FormatMicroTime(ParseTime(text).value()), text);
  }
  EXPECT_EQ(FormatTime(ParseTime("2026-03-04T05:06:07.9Z").value()), "2026-03-04T05:06:07Z");
  EXPECT_EQ(FormatTime(ParseTime("2026-03-04T05:06:07+01:30").value()), "2026-03-04T03:36:07Z");
  EXPECT_EQ(FormatMicroTime(ParseTime("2026-03-04T05:06:07.1234567891Z").value()), "2026-03-04T05:06:07.123456Z");
  for (const char* wrong : {"", "2026-03-04", "2026-02-30T00:00:00Z", "2026-03-04T25:00:00Z", "2026-03-04T05:06:07.Z",
                            "2026-03-04T05:06:07Zx", "2026-03-04T05:06:07+0130", "yesterday at five o'clock"}) {
    EXPECT_EQ(ParseTime(wrong), std::nullopt) << wrong;
  }
}

}  // namespace
}  // namespace kube
