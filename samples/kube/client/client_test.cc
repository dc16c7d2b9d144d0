// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Every call and every refusal, against the embedded API server.
#include "samples/kube/client/client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "samples/kube/api/core.h"
#include "samples/kube/api/workloads.h"
#include "samples/kube/apiserver/api_server.h"
#include "samples/kube/tally/write_tally.h"

namespace kube {
namespace {

using std::chrono::seconds;
using testing::HasSubstr;

ClusterConfig ConfigOf(const apiserver::ApiServer& server) {
  ClusterConfig config;
  config.server = server.url();
  return config;
}

ConfigMap Map(const std::string& name, const std::string& value = "1") {
  ConfigMap map;
  map.meta.ns = "default";
  map.meta.name = name;
  map.data["key"] = value;
  return map;
}

StatefulSet Set(const std::string& name) {
  StatefulSet set;
  set.meta.ns = "default";
  set.meta.name = name;
  set.spec.replicas = 3;
  set.spec.service_name = name;
  set.spec.selector.match_labels = {{"app", name}};
  set.spec.pod_template.meta.labels = {{"app", name}};
  Container container;
  container.name = "etcd";
  container.image = "etcd:3.5";
  container.ports = {{"client", 2379, "TCP"}, {"peer", 2380, "TCP"}};
  container.env = {{"A", "1", nullptr}, {"B", "2", nullptr}};
  container.resources.requests = {{"cpu", "1000m"}, {"memory", "1024Mi"}};
  set.spec.pod_template.spec.containers = {container};
  set.spec.pod_template.spec.volumes = Json::array({{{"name", "tmp"}, {"emptyDir", Json::object()}}});
  return set;
}

class ClientTest : public testing::Test {
 protected:
  void Refuse(int status, const std::string& verb, int retry_after = 60) {
    apiserver::Fault fault;
    fault.verb = verb;
    fault.status = status;
    fault.retry_after = retry_after;
    fault.count = 1;
    server_.faults().Add(fault);
  }

  apiserver::ApiServer server_{apiserver::ApiServerOptions{}};
  Client client_{ConfigOf(server_)};
  const ObjectKey key_{"default", "a"};
};

TEST_F(ClientTest, AnObjectsLife) {
  EXPECT_FALSE(client_.Get<ConfigMap>(key_).has_value());
  const ConfigMap created = client_.Create(Map("a"));
  EXPECT_FALSE(created.meta.uid.empty());
  ConfigMap changed = *client_.Get<ConfigMap>(key_);
  changed.data["key"] = "2";
  changed = client_.Update(changed);
  EXPECT_NE(changed.meta.resource_version, created.meta.resource_version);
  changed = client_.Patch<ConfigMap>(key_, {{"data", {{"other", "3"}}}});
  EXPECT_EQ(changed.data, (std::map<std::string, std::string>{{"key", "2"}, {"other", "3"}}));
  EXPECT_EQ(client_.List<ConfigMap>("default").size(), 1u);
  EXPECT_TRUE(client_.Delete<ConfigMap>(key_));
  EXPECT_FALSE(client_.Delete<ConfigMap>(key_));
}

TEST_F(ClientTest, RefusalsHaveTheirTypes) {
  const ConfigMap created = client_.Create(Map("a"));
  EXPECT_THROW(client_.Create(Map("a")), AlreadyExists);
  client_.Patch<ConfigMap>(key_, {{"data", {{"key", "2"}}}});
  EXPECT_THROW(client_.Update(created), Conflict);
  EXPECT_THROW(client_.Update([] {
    ConfigMap map = Map("absent");
    map.meta.resource_version = "1";
    return map;
  }()),
               ApiError);
  EXPECT_THROW(client_.Patch<ConfigMap>({"default", "absent"}, Json::object()), NotFound);
  ConfigMap wrong = Map("b");
  wrong.data["no good key"] = "1";
  EXPECT_THROW(client_.Create(wrong), Invalid);
  EXPECT_THROW(client_.rest().Create(ConfigMap::kResource, "default", Json::array()), ApiError);
  Refuse(500, "get");
  EXPECT_THROW(client_.Get<ConfigMap>(key_), ServerError);
  Refuse(504, "get");
  EXPECT_THROW(client_.Get<ConfigMap>(key_), ServerTimeout);
  Refuse(429, "get");
  try {
    client_.Get<ConfigMap>(key_);
    ADD_FAILURE();
  } catch (const TooManyRequests& error) {
    EXPECT_EQ(error.retry_after(), seconds(60));
    EXPECT_EQ(error.reason(), "TooManyRequests");
    EXPECT_THAT(error.what(), HasSubstr("GET " + server_.url() + "/api/v1/namespaces/default/configmaps/a: 429"));
  }
}

TEST_F(ClientTest, AShortRetryAfterIsWaitedFor) {
  client_.Create(Map("a"));
  Refuse(429, "get", 1);
  EXPECT_TRUE(client_.Get<ConfigMap>(key_).has_value());
  EXPECT_EQ(server_.faults().injected(), 1u);
}

TEST_F(ClientTest, AKindThatIsNotServedIsNoAbsentObject) {
  constexpr ResourceType kUnknown{"test.io", "v1", "things", "Thing", true};
  EXPECT_THROW(client_.rest().Get(kUnknown, key_), NotFound);
  constexpr ResourceType kUnknownCore{"", "v1", "things", "Thing", true};
  EXPECT_THROW(client_.rest().Get(kUnknownCore, key_), NotFound);
}

TEST_F(ClientTest, AnObjectWithoutANameOrNamespaceIsNotAskedFor) {
  EXPECT_THROW(client_.Get<ConfigMap>({"default", ""}), Error);
  EXPECT_THROW(client_.Delete<ConfigMap>({"", "a"}), Error);
  EXPECT_TRUE(client_.Get<Namespace>({"", "default"}).has_value());
  for (const char* wrong : {"..", ".", "../secrets/x", "a/status", "%2e%2e"}) {
    EXPECT_THROW(client_.Get<ConfigMap>({"default", wrong}), Error) << wrong;
    EXPECT_THROW(client_.Get<ConfigMap>({wrong, "a"}), Error) << wrong;
  }
  EXPECT_FALSE(client_.Get<ConfigMap>({"default", "a?b#c"}).has_value());
}

TEST_F(ClientTest, ListsComeInPages) {
  for (int i = 0; i < 7; ++i) client_.Create(Map("m" + std::to_string(i)));
  ListOptions options;
  options.page_size = 3;
  const std::vector<ConfigMap> all = client_.List<ConfigMap>("default", options);
  ASSERT_EQ(all.size(), 7u);
  for (int i = 0; i < 7; ++i) EXPECT_EQ(all[static_cast<std::size_t>(i)].meta.name, "m" + std::to_string(i));
}

TEST_F(ClientTest, AnOldVersionIsGone) {
  client_.Create(Map("a"));
  const std::string version = client_.rest().List(ConfigMap::kResource, "default").resource_version;
  client_.Create(Map("b"));
  server_.Compact();
  WatchOptions options;
  options.resource_version = version;
  EXPECT_THROW(client_.rest().Watch(ConfigMap::kResource, "default", options, [](const WatchEvent&) {}, {}), Gone);
}

TEST_F(ClientTest, AWatchTellsWhatHappensAndEndsWithABookmark) {
  client_.Create(Map("a"));
  WatchOptions options;
  options.resource_version = client_.rest().List(ConfigMap::kResource, "default").resource_version;
  options.duration = seconds(3);
  client_.Create(Map("b"));
  client_.Delete<ConfigMap>(key_);
  std::vector<std::string> told;
  client_.rest().Watch(
      ConfigMap::kResource, "default", options,
      [&](const WatchEvent& event) {
        told.push_back(std::string(ToString(event.type)) + " " + event.object["metadata"].value("name", ""));
      },
      {});
  EXPECT_THAT(told, testing::ElementsAre("ADDED b", "DELETED a", "BOOKMARK "));
}

TEST_F(ClientTest, CreateOrUpdateWritesOnlyWhatDiffers) {
  EXPECT_EQ(client_.CreateOrUpdate(Set("s")).result, ApplyResult::kCreated);
  const Applied<StatefulSet> second = client_.CreateOrUpdate(Set("s"));
  EXPECT_EQ(second.result, ApplyResult::kUnchanged);
  EXPECT_EQ(second.object.spec.replicas, 3);
  StatefulSet more = Set("s");
  more.spec.replicas = 5;
  EXPECT_EQ(client_.CreateOrUpdate(more).result, ApplyResult::kUpdated);
  EXPECT_EQ(client_.CreateOrUpdate(more).result, ApplyResult::kUnchanged);
}

TEST_F(ClientTest, CreateOrUpdateMendsWhatAnotherChanged) {
  client_.CreateOrUpdate(Set("s"));
  client_.Patch<StatefulSet>({"default", "s"}, {{"spec", {{"replicas", 1}}}});
  const Applied<StatefulSet> mended = client_.CreateOrUpdate(Set("s"));
  EXPECT_EQ(mended.result, ApplyResult::kUpdated);
  EXPECT_EQ(mended.object.spec.replicas, 3);
  // What nobody desires here is nobody's business here.
  client_.Patch<StatefulSet>({"default", "s"}, {{"metadata", {{"labels", {{"team", "x"}}}}}});
  EXPECT_EQ(client_.CreateOrUpdate(Set("s")).result, ApplyResult::kUnchanged);
}

TEST_F(ClientTest, CreateOrUpdateTakesAwayWhatIsNoLongerDesired) {
  ConfigMap map = Map("a");
  map.data["old"] = "x";
  client_.CreateOrUpdate(map);
  const Applied<ConfigMap> applied = client_.CreateOrUpdate(Map("a"));
  EXPECT_EQ(applied.result, ApplyResult::kUpdated);
  EXPECT_EQ(applied.object.data.count("old"), 0u);
}

TEST_F(ClientTest, TheTraceparentIsWrittenIntoChildrenWithTheSpecAndCountsInNoComparison) {
  const ConfigMap owner = client_.Create(Map("owner"));
  ConfigMap child = Map("child");
  SetControllerReference(owner, child);
  const auto apply = [&](const ConfigMap& map, const std::string& traceparent) {
    return Apply(client_.rest(), ConfigMap::kResource, map.meta.Key(), ToJson(map), traceparent);
  };
  const auto written = [](const AppliedJson& applied) {
    return FromJson<ConfigMap>(applied.object).meta.annotations[kTraceparentAnnotation];
  };
  EXPECT_EQ(written(apply(child, "first")), "first");
  const AppliedJson unchanged = apply(child, "second");
  EXPECT_EQ(unchanged.result, ApplyResult::kUnchanged);
  EXPECT_EQ(written(unchanged), "first");
  child.data["key"] = "2";
  EXPECT_EQ(written(apply(child, "third")), "third");
  EXPECT_EQ(written(apply(Map("alone"), "fourth")), "");
}

TEST_F(ClientTest, TheStatusIsWrittenAlone) {
  StatefulSet set = client_.CreateOrUpdate(Set("s")).object;
  set.spec.replicas = 9;
  set.status.ready_replicas = 2;
  set.status.replicas = 3;
  const StatefulSet written = client_.UpdateStatus(set);
  EXPECT_EQ(written.status.ready_replicas, 2);
  EXPECT_EQ(written.spec.replicas, 3);
  EXPECT_THROW(client_.UpdateStatus(set), Conflict);
  EXPECT_EQ(client_.CreateOrUpdate(Set("s")).result, ApplyResult::kUnchanged);
}

TEST_F(ClientTest, FinalizersHoldAnObject) {
  ConfigMap map = client_.Create(Map("a"));
  ConfigMap stale = map;
  EXPECT_TRUE(client_.AddFinalizer(map, "test.io/hold"));
  EXPECT_FALSE(client_.AddFinalizer(map, "test.io/hold"));
  EXPECT_THROW(client_.AddFinalizer(stale, "test.io/other"), Conflict);
  client_.Delete<ConfigMap>(key_);
  map = *client_.Get<ConfigMap>(key_);
  EXPECT_TRUE(map.meta.Deleting());
  EXPECT_TRUE(client_.RemoveFinalizer(map, "test.io/hold"));
  EXPECT_FALSE(client_.Get<ConfigMap>(key_).has_value());
}

TEST_F(ClientTest, WritesAreCounted) {
  const auto tally = std::make_shared<WriteTally>();
  const TallyScope scope(tally);
  client_.CreateOrUpdate(Map("a"));
  client_.CreateOrUpdate(Map("a"));
  client_.Get<ConfigMap>(key_);
  client_.Delete<ConfigMap>(key_);
  client_.Delete<ConfigMap>(key_);
  EXPECT_EQ(tally->count(), 2);
}

class AccessTest : public testing::Test {
 protected:
  static apiserver::ApiServerOptions Options() {
    apiserver::ApiServerOptions options;
    options.tokens = {{"good", {"operator", true}}, {"weak", {"guest", false}}};
    return options;
  }
  apiserver::ApiServer server_{Options()};
};

TEST_F(AccessTest, TokensDecide) {
  ClusterConfig config = ConfigOf(server_);
  config.token = "weak";
  EXPECT_THROW(Client(config).List<ConfigMap>("default"), Forbidden);
  config.token = "bad";
  EXPECT_THROW(Client(config).List<ConfigMap>("default"), Unauthorized);
  config.token = "good\n";
  EXPECT_NO_THROW(Client(config).List<ConfigMap>("default"));
}

TEST_F(AccessTest, ARotatedTokenIsReadAgain) {
  const std::string file = testing::TempDir() + "token-" + std::to_string(getpid());
  std::ofstream(file) << "bad\n";
  ClusterConfig config = ConfigOf(server_);
  config.token_file = file;
  Client client(config);
  EXPECT_THROW(client.List<ConfigMap>("default"), Unauthorized);
  std::ofstream(file) << "good\n";
  EXPECT_NO_THROW(client.List<ConfigMap>("default"));
  std::filesystem::remove(file);
  EXPECT_NO_THROW(client.List<ConfigMap>("default"));
  EXPECT_THROW(Client{config}, ConfigError);
}

TEST(ServerUrlTest, PartsAndMistakes) {
  const ServerUrl url = ReadServerUrl("https://[::1]/k8s/c-1/");
  EXPECT_EQ(url.base, "https://[::1]/k8s/c-1");
  EXPECT_EQ(url.prefix, "/k8s/c-1");
  EXPECT_EQ(url.address, "::1");
  EXPECT_EQ(url.port, 443);
  EXPECT_EQ(ReadServerUrl("http://h:8080").port, 8080);
  EXPECT_EQ(ReadServerUrl("http://h/").base, "http://h");
  for (const char* wrong : {"", "h:80", "ftp://h", "http://", "http://h:", "http://h:0", "http://h:99999",
                            "http://u:p@h", "http://h/?q", "http://[::1", "http://[::1]x"}) {
    EXPECT_THROW(ReadServerUrl(wrong), ConfigError) << wrong;
  }
  try {
    ReadServerUrl("http://user:secret@h");
  } catch (const ConfigError& error) {
    EXPECT_THAT(error.what(), testing::Not(HasSubstr("secret")));
  }
}

TEST(CoversTest, DefaultsAndOrderAreNoChange) {
  const Json live = Json::parse(R"({"a": 1, "list": [{"name": "y", "z": 1}, {"name": "x", "v": 2, "d": 3}],
                                    "resources": {"limits": {"cpu": "1", "memory": "1Gi"}}, "args": ["p", "q"]})");
  const auto covers = [&](const char* desired) { return Covers(live, Json::parse(desired)); };
  EXPECT_TRUE(covers(R"({"a": 1, "list": [{"name": "x", "v": 2}, {"name": "y"}], "args": ["p", "q"]})"));
  EXPECT_TRUE(covers(R"({"resources": {"limits": {"cpu": "1000m", "memory": "1024Mi"}}})"));
  EXPECT_TRUE(covers(R"({"empty": {}, "none": []})"));
  EXPECT_FALSE(covers(R"({"resources": {"limits": {"cpu": "1001m"}}})"));
  EXPECT_FALSE(covers(R"({"a": "1"})"));
  EXPECT_FALSE(covers(R"({"list": [{"name": "x", "v": 3}]})"));
  EXPECT_FALSE(covers(R"({"list": [{"name": "w"}]})"));
  EXPECT_FALSE(covers(R"({"args": ["q", "p"]})"));
  EXPECT_FALSE(covers(R"({"args": ["p"]})"));
  EXPECT_FALSE(covers(R"({"b": 1})"));
}

}  // namespace
}  // namespace kube
