// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Many watches beside many writers: every watch sees every change once, in order. KUBE_LOAD_WATCHES and
// KUBE_LOAD_WRITERS say how many (20 and 5; 200 and 50 by hand).
#include <gtest/gtest.h>
#include <httplib.h>

#include <atomic>
#include <cstdlib>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "samples/kube/apiserver/api_server.h"
#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {
namespace {

constexpr int kObjects = 4, kChanges = 5;  // of each writer
const std::string kMaps = "/api/v1/namespaces/default/configmaps";

int FromEnvironment(const char* name, int otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::atoi(text);
}

httplib::Client ClientOf(const ApiServer& server) {
  httplib::Client client("127.0.0.1", server.port());
  client.set_read_timeout(300);
  client.set_keep_alive(true);
  return client;
}

// Reads one stream to its `expected`th event. What it finds wrong is `wrong`.
class Watcher {
 public:
  void Run(const ApiServer& server, const std::string& revision, int expected, std::atomic<int>& open) {
    httplib::Client client = ClientOf(server);
    std::string rest;
    bool counted = false;
    const auto result = client.Get(
        kMaps + "?watch=true&timeoutSeconds=600&resourceVersion=" + revision,
        [&](const httplib::Response&) {
          counted = true;
          ++open;
          return true;
        },
        [&](const char* data, std::size_t size) {
          rest.append(data, size);
          for (std::size_t end; (end = rest.find('\n')) != std::string::npos; rest.erase(0, end + 1)) {
            Take(Json::parse(rest.substr(0, end)));
          }
          return seen_ < expected && wrong.empty();
        });
    if (!counted) ++open;  // it never began: nobody shall wait for it
    if (wrong.empty() && seen_ != expected) {
      wrong = "the stream ended after " + std::to_string(seen_) + " of " + std::to_string(expected) + " events";
    }
  }

  std::string wrong;

 private:
  void Take(const Json& event) {
    ++seen_;
    const std::string type = TextAt(event, "type"), name = TextAt(At(event["object"], "metadata"), "name");
    const unsigned long long revision =
        std::strtoull(TextAt(At(event["object"], "metadata"), "resourceVersion").c_str(), nullptr, 10);
    if (revision <= last_) wrong = "revision " + std::to_string(revision) + " after " + std::to_string(last_);
    last_ = revision;
    int& changes = changes_[name];
    const char* expected = changes == 0 ? "ADDED" : changes <= kChanges ? "MODIFIED" : "DELETED";
    if (type != expected) wrong = name + ": " + type + " where " + expected + " was to come";
    ++changes;
  }

  int seen_ = 0;
  unsigned long long last_ = 0;
  std::map<std::string, int> changes_;
};

// Creates, changes and deletes its objects; the number of requests that were refused.
int Write(const ApiServer& server, int writer) {
  httplib::Client client = ClientOf(server);
  int refused = 0;
  const auto check = [&](const httplib::Result& result, int status) {
    if (!result || result->status != status) ++refused;
  };
  for (int i = 0; i < kObjects; ++i) {
    const std::string name = "w" + std::to_string(writer) + "-" + std::to_string(i);
    const Json object = {{"kind", "ConfigMap"}, {"apiVersion", "v1"}, {"metadata", {{"name", name}}}};
    check(client.Post(kMaps, object.dump(), "application/json"), 201);
    for (int k = 0; k < kChanges; ++k) {
      const Json patch = {{"data", {{"k", std::to_string(k)}}}};
      check(client.Patch(kMaps + "/" + name, patch.dump(), "application/merge-patch+json"), 200);
    }
    check(client.Delete(kMaps + "/" + name), 200);
  }
  return refused;
}

TEST(LoadTest, EveryWatchSeesEveryChangeOnceInOrder) {
  const int watches = FromEnvironment("KUBE_LOAD_WATCHES", 20), writers = FromEnvironment("KUBE_LOAD_WRITERS", 5);
  ApiServer server{ApiServerOptions{}};
  const auto list = ClientOf(server).Get(kMaps);
  ASSERT_TRUE(list);
  const std::string revision = TextAt(At(Json::parse(list->body), "metadata"), "resourceVersion");

  std::vector<Watcher> watchers(static_cast<std::size_t>(watches));
  std::atomic<int> open{0}, refused{0};
  std::vector<std::thread> threads;
  for (Watcher& watcher : watchers) {
    threads.emplace_back([&] { watcher.Run(server, revision, writers * kObjects * (kChanges + 2), open); });
  }
  while (open < watches) std::this_thread::yield();  // all are there before the first change
  for (int i = 0; i < writers; ++i) threads.emplace_back([&, i] { refused += Write(server, i); });
  for (std::thread& thread : threads) thread.join();

  EXPECT_EQ(refused, 0);
  for (std::size_t i = 0; i < watchers.size(); ++i) EXPECT_EQ(watchers[i].wrong, "") << "watch " << i;
}

}  // namespace
}  // namespace kube::apiserver
