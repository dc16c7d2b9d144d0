// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Tables of built-in and custom kinds, and versions.
#include "samples/kube/apiserver/rest/rendering.h"

#include <gtest/gtest.h>

#include "samples/kube/apiserver/kinds/registry.h"
#include "samples/kube/apiserver/wire/status_error.h"

namespace kube::apiserver {
namespace {

const Rendering kTable = Rendering::Choose("application/json;as=Table;v=v1;g=meta.k8s.io,application/json", "");

TEST(RenderingTest, TableOfDeployments) {
  const Registry registry;
  const Json object = Json::parse(R"({"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "d"},
      "spec": {"replicas": 3, "selector": {"matchLabels": {"a": "b"}},
               "template": {"spec": {"containers": [{"name": "x", "image": "i"}, {"name": "y", "image": "j"}]}}},
      "status": {"readyReplicas": 2, "updatedReplicas": 1}})");
  const Json table = kTable.One(*registry.Find("apps", "v1", "deployments"), object);
  EXPECT_EQ(table["rows"][0]["cells"], Json::parse(R"(["d", "2/3", 1, 0, "<unknown>", "x,y", "i,j", "a=b"])"));
  EXPECT_EQ(table["columnDefinitions"].size(), 8u);
  EXPECT_EQ(table["columnDefinitions"][5]["priority"], 1);
}

TEST(RenderingTest, ColumnsOfEveryBuiltinKindFitItsCells) {
  const Registry registry;
  for (const ResourcePtr& kind : registry.All()) {
    Json object = kind->zero;
    object["metadata"]["name"] = "n";
    const Json table = kTable.One(*kind, object);
    EXPECT_EQ(table["columnDefinitions"].size(), table["rows"][0]["cells"].size()) << kind->kind;
  }
}

TEST(RenderingTest, EventsOfBothGroupsAreOne) {
  const Registry registry;
  const Json core = Json::parse(R"({"apiVersion": "v1", "kind": "Event", "metadata": {"name": "e"}, "message": "m",
      "involvedObject": {"name": "x"}, "count": 2})");
  const Json fresh = Rendering().One(*registry.Find("events.k8s.io", "v1", "events"), core);
  EXPECT_EQ(fresh["note"], "m");
  EXPECT_EQ(fresh["regarding"]["name"], "x");
  EXPECT_EQ(fresh["deprecatedCount"], 2);
  EXPECT_FALSE(fresh.contains("message"));
}

TEST(RenderingTest, RefusesWhatItDoesNotSpeak) {
  EXPECT_THROW(Rendering::Choose("text/plain", ""), StatusError);
  EXPECT_THROW(Rendering::Choose("application/json;as=Table;v=v1;g=meta.k8s.io", "Some"), StatusError);
}

}  // namespace
}  // namespace kube::apiserver
