// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the recorded exchanges do not show: faults, dropped watches, cascades, restarts; over real sockets.
#include "samples/kube/apiserver/api_server.h"

#include <gtest/gtest.h>
#include <httplib.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {
namespace {

const std::string kMaps = "/api/v1/namespaces/default/configmaps";

Json Map(const std::string& name, const Json& owner = nullptr, bool block = false) {
  Json meta = {{"name", name}};
  if (!owner.is_null()) {
    meta["ownerReferences"] = {{{"apiVersion", "v1"},
                                {"kind", "ConfigMap"},
                                {"name", owner["metadata"]["name"]},
                                {"uid", owner["metadata"]["uid"]},
                                {"blockOwnerDeletion", block}}};
  }
  return {{"kind", "ConfigMap"}, {"apiVersion", "v1"}, {"metadata", meta}};
}

class ApiServerTest : public testing::Test {
 protected:
  Json Post(const Json& object) {
    const auto result = client_.Post(kMaps, object.dump(), "application/json");
    EXPECT_EQ(result->status, 201) << result->body;
    return Json::parse(result->body);
  }
  // A controller works in its own time.
  bool Gone(const std::string& name) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (client_.Get(kMaps + "/" + name)->status != 404) {
      if (std::chrono::steady_clock::now() > end) return false;
      std::this_thread::yield();
    }
    return true;
  }

  ApiServer server_{ApiServerOptions{}};
  httplib::Client client_{"127.0.0.1", server_.port()};
};

TEST_F(ApiServerTest, FaultsAreAnsweredAndCounted) {
  Fault fault;
  fault.verb = "list";
  fault.status = 429;
  fault.retry_after = 7;
  fault.count = 1;
  server_.faults().Add(fault);
  const auto refused = client_.Get(kMaps);
  EXPECT_EQ(refused->status, 429);
  EXPECT_EQ(refused->get_header_value("Retry-After"), "7");
  EXPECT_EQ(Json::parse(refused->body)["reason"], "TooManyRequests");
  EXPECT_FALSE(refused->get_header_value("Audit-Id").empty());
  EXPECT_EQ(client_.Get(kMaps)->status, 200);
  EXPECT_EQ(server_.faults().injected(), 1u);
}

TEST_F(ApiServerTest, AWatchIsDroppedInTheMiddle) {
  Post(Map("a"));
  Fault fault;
  fault.drop_watch = true;
  fault.count = 1;
  server_.faults().Add(fault);
  const auto watch = client_.Get(kMaps + "?watch=true&timeoutSeconds=600");
  ASSERT_TRUE(watch);
  EXPECT_EQ(Json::parse(watch->body)["type"], "ADDED");
}

// Go's clients say that they read gzip, and wait for events that a compressor holds back.
TEST_F(ApiServerTest, AWatchIsNeverCompressed) {
  const auto result =
      client_.Get("/api/v1/namespaces?watch=true&timeoutSeconds=1", {{"Accept-Encoding", "gzip, deflate, br"}});
  ASSERT_EQ(result->status, 200);
  EXPECT_FALSE(result->has_header("Content-Encoding"));
  EXPECT_NE(result->body.find("ADDED"), std::string::npos);
}

TEST_F(ApiServerTest, CompactedHistoryEndsAWatchWith410) {
  const std::string version = Post(Map("a"))["metadata"]["resourceVersion"];
  Post(Map("b"));
  server_.Compact();
  const auto watch = client_.Get(kMaps + "?watch=true&timeoutSeconds=600&resourceVersion=" + version);
  EXPECT_EQ(Json::parse(watch->body)["object"]["code"], 410);
}

TEST_F(ApiServerTest, ForegroundDeletionWaitsForBlockingDependents) {
  const Json owner = Post(Map("owner"));
  Json child = Map("child", owner, true);
  child["metadata"]["finalizers"] = {"test/hold"};
  Post(child);
  EXPECT_EQ(client_.Delete(kMaps + "/owner?propagationPolicy=Foreground")->status, 200);
  EXPECT_EQ(client_.Get(kMaps + "/owner")->status, 200);
  client_.Patch(kMaps + "/child", R"({"metadata": {"finalizers": null}})", "application/merge-patch+json");
  EXPECT_TRUE(Gone("child"));
  EXPECT_TRUE(Gone("owner"));
}

TEST_F(ApiServerTest, OrphansStayWithoutTheirOwner) {
  const Json owner = Post(Map("owner"));
  Post(Map("child", owner));
  client_.Delete(kMaps + "/owner?propagationPolicy=Orphan");
  EXPECT_TRUE(Gone("owner"));
  const Json child = Json::parse(client_.Get(kMaps + "/child")->body);
  EXPECT_FALSE(child["metadata"].contains("ownerReferences"));
}

TEST_F(ApiServerTest, CascadesGoAllTheWayDown) {
  const Json top = Post(Map("top"));
  const Json middle = Post(Map("middle", top));
  Post(Map("bottom", middle));
  client_.Delete(kMaps + "/top");
  EXPECT_TRUE(Gone("bottom"));
}

TEST(ApiServerRestartTest, ObjectsAndKindsComeBack) {
  std::string folder = testing::TempDir() + "apiserver-XXXXXX";
  ASSERT_NE(mkdtemp(folder.data()), nullptr);
  ApiServerOptions options;
  options.directory = folder;
  const std::string definition = R"({"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
    "metadata": {"name": "things.test.io"}, "spec": {"group": "test.io", "scope": "Namespaced",
    "names": {"plural": "things", "kind": "Thing"}, "versions": [{"name": "v1", "served": true, "storage": true,
    "schema": {"openAPIV3Schema": {"type": "object"}}}]}})";
  const std::string things = "/apis/test.io/v1/namespaces/default/things";
  {
    ApiServer server(options);
    httplib::Client client("127.0.0.1", server.port());
    client.Post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", definition, "application/json");
    while (client.Get(things)->status != 200) std::this_thread::yield();
    const auto created = client.Post(
        things, R"({"apiVersion": "test.io/v1", "kind": "Thing", "metadata": {"name": "a"}})", "application/json");
    ASSERT_EQ(created->status, 201) << created->body;
  }
  ApiServer server(options);
  httplib::Client client("127.0.0.1", server.port());
  EXPECT_EQ(client.Get(things + "/a")->status, 200);
}

TEST(ApiServerPortTest, ATakenPortIsAnError) {
  ApiServer first{ApiServerOptions{}};
  ApiServerOptions same;
  same.port = first.port();
  EXPECT_THROW(ApiServer second(same), std::runtime_error);
}

}  // namespace
}  // namespace kube::apiserver
