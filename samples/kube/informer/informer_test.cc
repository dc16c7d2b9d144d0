// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the cache has and what handlers are told, whatever becomes of the watch.
#include "samples/kube/informer/informer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "samples/kube/api/core.h"
#include "samples/kube/apiserver/api_server.h"
#include "samples/kube/http/scripted_server.h"

namespace kube {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::HasSubstr;

ClusterConfig ConfigOf(const std::string& url) {
  ClusterConfig config;
  config.server = url;
  return config;
}

// An informer whose changes are kept as text: "ADDED a 1" with the value of the object's key.
class Watcher {
 public:
  explicit Watcher(Client& client, milliseconds resync = milliseconds(0)) : informer_(client, Options(resync)) {
    informer_.AddHandler([this](const Change<ConfigMap>& change) {
      const auto value = change.object->data.find("key");
      const std::lock_guard<std::mutex> lock(mutex_);
      told_.push_back(std::string(change.TypeText()) + " " + change.object->meta.name + " " +
                      (value == change.object->data.end() ? "" : value->second));
      changed_.notify_all();
    });
    informer_.AddHandler([](const Change<ConfigMap>&) { throw 42; });  // harms nobody
    informer_.Start();
  }
  ~Watcher() { informer_.Stop(); }

  std::vector<std::string> WaitFor(std::size_t count) {
    std::unique_lock<std::mutex> lock(mutex_);
    EXPECT_TRUE(changed_.wait_for(lock, seconds(60), [&] { return told_.size() >= count; }));
    return told_;
  }
  Informer<ConfigMap>& informer() { return informer_; }

 private:
  static InformerOptions Options(milliseconds resync) {
    InformerOptions options;
    options.reflector.ns = "default";
    options.reflector.page_size = 2;
    options.reflector.min_backoff = milliseconds(1);
    options.reflector.max_backoff = milliseconds(4);
    options.resync = resync;
    return options;
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::string> told_;
  Informer<ConfigMap> informer_;
};

ConfigMap Map(const std::string& name, const std::string& value) {
  ConfigMap map;
  map.meta.ns = "default";
  map.meta.name = name;
  map.data["key"] = value;
  return map;
}

class InformerTest : public testing::Test {
 protected:
  apiserver::ApiServer server_{apiserver::ApiServerOptions{}};
  Client client_{ConfigOf(server_.url())};
};

TEST_F(InformerTest, ListsInPagesThenFollows) {
  for (const char* name : {"a", "b", "c", "d", "e"}) client_.Create(Map(name, "1"));
  Watcher watcher(client_);
  ASSERT_TRUE(watcher.informer().WaitForSync(seconds(60)));
  EXPECT_EQ(watcher.informer().List().size(), 5u);
  client_.Patch<ConfigMap>({"default", "b"}, {{"data", {{"key", "2"}}}});
  client_.Delete<ConfigMap>({"default", "c"});
  EXPECT_THAT(watcher.WaitFor(7), ElementsAre("ADDED a 1", "ADDED b 1", "ADDED c 1", "ADDED d 1", "ADDED e 1",
                                              "MODIFIED b 2", "DELETED c 1"));
  EXPECT_EQ(watcher.informer().Get({"default", "b"})->data.at("key"), "2");
  EXPECT_EQ(watcher.informer().Get({"default", "c"}), nullptr);
}

TEST_F(InformerTest, ADroppedWatchLosesNothingAndTellsNothingTwice) {
  apiserver::Fault drop;
  drop.drop_watch = true;
  drop.count = 5;
  server_.faults().Add(drop);
  apiserver::Fault refuse;
  refuse.verb = "watch";
  refuse.status = 500;
  refuse.count = 4;
  server_.faults().Add(refuse);
  Watcher watcher(client_);
  ASSERT_TRUE(watcher.informer().WaitForSync(seconds(60)));
  std::set<std::string> expected;
  for (int i = 0; i < 40; ++i) {
    client_.Create(Map("m" + std::to_string(i), "1"));
    expected.insert("ADDED m" + std::to_string(i) + " 1");
  }
  while (server_.faults().injected() < 9) std::this_thread::yield();
  client_.Create(Map("last", "1"));
  expected.insert("ADDED last 1");
  const std::vector<std::string> told = watcher.WaitFor(41);  // in any order: a list may have come between
  EXPECT_EQ(told.size(), 41u);
  EXPECT_EQ(std::set<std::string>(told.begin(), told.end()), expected);
}

TEST_F(InformerTest, ACompactedHistoryIsListedAgain) {
  Watcher watcher(client_);
  ASSERT_TRUE(watcher.informer().WaitForSync(seconds(60)));
  apiserver::Fault drop;  // every watch ends within 200 ms, and history goes meanwhile
  drop.drop_watch = true;
  server_.faults().Add(drop);
  for (int i = 0; i < 10; ++i) {
    client_.Create(Map("m" + std::to_string(i), "1"));
    server_.Compact();
  }
  const std::vector<std::string> told = watcher.WaitFor(10);
  EXPECT_EQ(std::set<std::string>(told.begin(), told.end()).size(), 10u);
}

TEST_F(InformerTest, AResyncTellsEverythingAgain) {
  client_.Create(Map("a", "1"));
  Watcher watcher(client_, milliseconds(1));
  const std::vector<std::string> told = watcher.WaitFor(3);
  EXPECT_EQ(told[0], "ADDED a 1");
  EXPECT_EQ(told[1], "RESYNC a 1");
  EXPECT_EQ(told[2], "RESYNC a 1");
}

std::string Object(const std::string& name, const std::string& version, const std::string& value) {
  return R"({"kind": "ConfigMap", "metadata": {"name": ")" + name +
         R"(", "namespace": "default", "resourceVersion": ")" + version + R"("}, "data": {"key": )" + value + "}}";
}
std::string Listed(const std::string& version, const std::string& objects) {
  return R"({"kind": "ConfigMapList", "metadata": {"resourceVersion": ")" + version + R"("}, "items": [)" + objects +
         "]}";
}
std::string Event(const std::string& type, const std::string& object) {
  return R"({"type": ")" + type + R"(", "object": )" + object + "}\n";
}

// Answers lists and watches one after the other; the last watch stays open.
class Story {
 public:
  Story(std::vector<std::string> lists, std::vector<std::string> watches)
      : lists_(std::move(lists)),
        watches_(std::move(watches)),
        server_([this](const std::string& request) {
          const std::lock_guard<std::mutex> lock(mutex_);
          if (request.find("watch=true") == std::string::npos) {
            const std::string& list = lists_[std::min(list_, lists_.size() - 1)];
            ++list_;
            return ScriptedServer::Ok(list);
          }
          const std::size_t watch = watch_++;
          if (watch >= watches_.size()) return ScriptedServer::Stream("", true);
          return ScriptedServer::Stream(watches_[watch]);
        }),
        client_(ConfigOf(server_.url())) {}
  Client& client() { return client_; }
  // The version that the n-th watch asked for.
  std::string Asked(std::size_t watch) const {
    std::vector<std::string> versions;
    for (const std::string& request : server_.requests()) {
      const std::size_t at = request.find("resourceVersion=");
      if (at != std::string::npos)
        versions.push_back(request.substr(at + 16, request.find_first_of("& ", at) - at - 16));
    }
    return watch < versions.size() ? versions[watch] : "not asked";
  }
  void WaitForWatches(std::size_t count) {
    while (Asked(count - 1) == "not asked") std::this_thread::yield();
  }

 private:
  const std::vector<std::string> lists_;
  const std::vector<std::string> watches_;
  std::mutex mutex_;
  std::size_t list_ = 0;
  std::size_t watch_ = 0;
  ScriptedServer server_;
  Client client_;
};

TEST(InformerStoryTest, A410IsListedAgainAndTheDifferenceIsTold) {
  Story story(
      {Listed("10", Object("a", "1", "\"1\"") + "," + Object("b", "2", "\"1\"") + "," + Object("d", "3", "\"1\"")),
       Listed("30", Object("b", "20", "\"2\"") + "," + Object("c", "21", "\"1\"") + "," + Object("d", "3", "\"1\""))},
      {Event("ERROR", R"({"kind": "Status", "code": 410, "reason": "Expired", "message": "too old"})")});
  Watcher watcher(story.client());
  EXPECT_THAT(watcher.WaitFor(6),
              ElementsAre("ADDED a 1", "ADDED b 1", "ADDED d 1", "MODIFIED b 2", "ADDED c 1", "DELETED a 1"));
  story.WaitForWatches(2);
  EXPECT_EQ(story.Asked(1), "30");
}

TEST(InformerStoryTest, BookmarksAreWhereTheNextWatchBegins) {
  Story story({Listed("10", "")}, {Event("BOOKMARK", R"({"kind": "ConfigMap", "metadata": {"resourceVersion": "25"}})"),
                                   Event("ADDED", Object("a", "26", "\"1\""))});
  Watcher watcher(story.client());
  EXPECT_THAT(watcher.WaitFor(1), ElementsAre("ADDED a 1"));
  story.WaitForWatches(3);
  EXPECT_EQ(story.Asked(0), "10");
  EXPECT_EQ(story.Asked(1), "25");
  EXPECT_EQ(story.Asked(2), "26");
}

TEST(InformerStoryTest, AnEventThatIsCutOffComesAgain) {
  const std::string second = Event("MODIFIED", Object("a", "12", "\"2\""));
  Story story({Listed("10", "")},
              {Event("ADDED", Object("a", "11", "\"1\"")) + second.substr(0, second.size() / 2), second});
  Watcher watcher(story.client());
  EXPECT_THAT(watcher.WaitFor(2), ElementsAre("ADDED a 1", "MODIFIED a 2"));
  EXPECT_EQ(story.Asked(1), "11");
}

TEST(InformerStoryTest, AVersionThatOnlyGivesRubbishIsGivenUp) {
  Story story({Listed("10", Object("a", "1", "\"1\"")), Listed("20", Object("a", "15", "\"2\""))},
              {"rubbish\n", "rubbish\n", "{}\n"});
  Watcher watcher(story.client());
  EXPECT_THAT(watcher.WaitFor(2), ElementsAre("ADDED a 1", "MODIFIED a 2"));
  story.WaitForWatches(4);
  EXPECT_EQ(story.Asked(2), "10");
  EXPECT_EQ(story.Asked(3), "20");
}

TEST(InformerStoryTest, AnUnreadableObjectIsPassedOverAndTheOthersGoOn) {
  Story story({Listed("10", Object("a", "1", "5") + ", 7, {}, " + Object("b", "2", "\"1\""))},
              {Event("MODIFIED", Object("b", "11", "{}")) + Event("ADDED", Object("c", "12", "\"1\"")) +
               Event("DELETED", Object("b", "13", "{}"))});
  Watcher watcher(story.client());
  EXPECT_THAT(watcher.WaitFor(3), ElementsAre("ADDED b 1", "ADDED c 1", "DELETED b 1"));
}

TEST(InformerStoryTest, AServerThatIsNotThereYetIsAskedAgain) {
  Story story({"", "{}", "<html>", Listed("10", Object("a", "1", "\"1\""))}, {});
  Watcher watcher(story.client());
  EXPECT_THAT(watcher.WaitFor(1), ElementsAre("ADDED a 1"));
}

}  // namespace
}  // namespace kube
