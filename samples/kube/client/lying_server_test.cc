// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A server that answers wrongly, too much, or not at all: an error that says so, in bounded time and memory.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>

#include "samples/kube/api/core.h"
#include "samples/kube/client/client.h"
#include "samples/kube/http/scripted_server.h"

namespace kube {
namespace {

using std::chrono::milliseconds;
using testing::AllOf;
using testing::HasSubstr;

const ObjectKey kKey{"default", "a"};

ClusterConfig ConfigOf(const ScriptedServer& server) {
  ClusterConfig config;
  config.server = server.url();
  return config;
}

template <typename Expected, typename Call>
std::string MessageOf(Call call) {
  try {
    call();
  } catch (const Expected& error) {
    return error.what();
  } catch (const std::exception& error) {
    return std::string("of another type: ") + typeid(error).name() + " " + error.what();
  }
  return "nothing was thrown";
}

std::string GetFrom(const ScriptedServer::Answer& answer) {
  ScriptedServer server([&](const std::string&) { return answer; });
  Client client(ConfigOf(server));
  return MessageOf<ProtocolError>([&] { client.Get<ConfigMap>(kKey); });
}

TEST(LyingServerTest, WhatIsNoJsonIsNamed) {
  EXPECT_THAT(GetFrom(ScriptedServer::Ok("<html>welcome</html>")),
              AllOf(HasSubstr("no JSON"), HasSubstr("<html>"), HasSubstr("/configmaps/a")));
  EXPECT_THAT(GetFrom(ScriptedServer::Ok("")), HasSubstr("no JSON"));
  EXPECT_THAT(GetFrom(ScriptedServer::Ok("[1]")), HasSubstr("no JSON object"));
  EXPECT_THAT(GetFrom(ScriptedServer::Ok(R"({"kind": "ConfigMap", "meta)")), HasSubstr("no JSON (at byte"));
  EXPECT_THAT(GetFrom(ScriptedServer::Ok(std::string(1000000, '['))), HasSubstr("no JSON"));
  EXPECT_THAT(GetFrom(ScriptedServer::Ok("{\"kind\": \"\xff\xfe\"}")), HasSubstr("no JSON"));
  EXPECT_THAT(GetFrom(ScriptedServer::Ok(R"({"metadata": {"generation": 1e999}})")), HasSubstr("beyond all bounds"));
  EXPECT_THAT(GetFrom(ScriptedServer::Ok("{\"a\": " + std::string(300000, '[') + std::string(300000, ']') + "}")),
              HasSubstr("nested deeper than 1000 levels"));
}

TEST(LyingServerTest, JsonOfAnotherKindIsNamed) {
  EXPECT_THAT(GetFrom(ScriptedServer::Ok(R"({"kind": "Secret"})")), HasSubstr("kind: expected ConfigMap, got Secret"));
  EXPECT_THAT(GetFrom(ScriptedServer::Ok(R"({"metadata": {"name": "a", "namespace": "n"}, "data": {"k": {}}})")),
              HasSubstr("ConfigMap n/a: data.k: expected a string, got a value of type object"));
  EXPECT_THAT(GetFrom(ScriptedServer::Ok(R"({"metadata": {"finalizers": ["a", 7]}})")),
              HasSubstr("metadata.finalizers[1]: expected a string, got the number 7"));
  EXPECT_THAT(GetFrom(ScriptedServer::Ok(R"({"metadata": {"generation": 1e30}})")), HasSubstr("expected an integer"));
}

TEST(LyingServerTest, AnAnswerThatIsCutOffIsNamed) {
  EXPECT_THAT(GetFrom({"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"kind\""}), HasSubstr("/configmaps/a: "));
  EXPECT_THAT(GetFrom({"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"kind\""}),
              HasSubstr("/configmaps/a: "));
}

TEST(LyingServerTest, WhatIsNoHttpIsNamed) {
  ScriptedServer server([&](const std::string&) { return ScriptedServer::Answer{"SSH-2.0-OpenSSH_9.2\r\n"}; });
  Client client(ConfigOf(server));
  EXPECT_THAT(MessageOf<Error>([&] { client.Get<ConfigMap>(kKey); }), HasSubstr("GET " + server.url()));
}

TEST(LyingServerTest, AHugeBodyIsNotRead) {
  ScriptedServer server(
      [](const std::string&) { return ScriptedServer::Ok("{\"a\": \"" + std::string(3 << 20, 'x') + "\"}"); });
  ClientOptions options;
  options.max_body = 1 << 20;
  Client client(ConfigOf(server), options);
  EXPECT_THAT(MessageOf<ProtocolError>([&] { client.Get<ConfigMap>(kKey); }),
              HasSubstr("larger than the 1048576 bytes"));
}

TEST(LyingServerTest, AServerThatNeverAnswersIsATimeout) {
  ScriptedServer server([](const std::string&) { return ScriptedServer::Answer{"", true}; });
  ClientOptions options;
  options.timeout = milliseconds(100);
  Client client(ConfigOf(server), options);
  EXPECT_THAT(MessageOf<Timeout>([&] { client.Get<ConfigMap>(kKey); }), HasSubstr("/configmaps/a"));
  EXPECT_THAT(MessageOf<Timeout>(
                  [&] { client.rest().Watch(ConfigMap::kResource, "default", {}, [](const WatchEvent&) {}, {}); }),
              HasSubstr("watch=true"));
}

TEST(LyingServerTest, StopEndsARunningCallAndAWatch) {
  std::atomic<int> asked{0};
  ScriptedServer server([&](const std::string&) {
    ++asked;
    return ScriptedServer::Answer{"", true};
  });
  Client client(ConfigOf(server));
  auto call = std::async(std::launch::async, [&] { client.Get<ConfigMap>(kKey); });
  auto watch = std::async(std::launch::async, [&] {
    client.rest().Watch(ConfigMap::kResource, "default", {}, [](const WatchEvent&) {}, {});
  });
  while (asked < 2) std::this_thread::yield();
  client.Stop();
  EXPECT_THROW(call.get(), Cancelled);
  EXPECT_THROW(watch.get(), Cancelled);
  EXPECT_THROW(client.Get<ConfigMap>(kKey), Cancelled);
}

TEST(LyingServerTest, NobodyThereIsAConnectionError) {
  ClusterConfig config;
  {
    ScriptedServer server([](const std::string&) { return ScriptedServer::Ok("{}"); });
    config.server = server.url();
  }
  EXPECT_THROW(Client(config).Get<ConfigMap>(kKey), ConnectionError);
}

TEST(LyingServerTest, AListWithoutEndHasOne) {
  std::atomic<int> page{0};
  ScriptedServer server([&](const std::string&) {
    return ScriptedServer::Ok(R"({"kind": "ConfigMapList", "metadata": {"resourceVersion": "1", "continue": "t)" +
                              std::to_string(++page) + R"("}, "items": [{}]})");
  });
  ClientOptions options;
  options.max_pages = 20;
  Client client(ConfigOf(server), options);
  EXPECT_THAT(MessageOf<ProtocolError>([&] { client.List<ConfigMap>("default"); }),
              AllOf(HasSubstr("no end"), HasSubstr("after 20 pages with 20 objects")));
  EXPECT_EQ(page, 20);
}

TEST(LyingServerTest, AListThatGoesInCirclesHasAnEnd) {
  ScriptedServer server([](const std::string&) {
    return ScriptedServer::Ok(R"({"kind": "ConfigMapList", "metadata": {"continue": "t"}, "items": []})");
  });
  Client client(ConfigOf(server));
  EXPECT_THAT(MessageOf<ProtocolError>([&] { client.List<ConfigMap>("default"); }), HasSubstr("same continue token"));
}

TEST(LyingServerTest, AListOfAnotherKindIsNamed) {
  ScriptedServer server(
      [](const std::string&) { return ScriptedServer::Ok(R"({"kind": "SecretList", "items": []})"); });
  Client client(ConfigOf(server));
  EXPECT_THAT(MessageOf<DecodeError>([&] { client.List<ConfigMap>("default"); }),
              HasSubstr("expected a ConfigMapList"));
}

TEST(LyingServerTest, ABrokenWatchTellsWhatCameBefore) {
  const std::string good = R"({"type": "ADDED", "object": {"metadata": {"name": "a"}}})"
                           "\n\n";
  const auto watch = [&](const std::string& lines) {
    ScriptedServer server([&](const std::string&) { return ScriptedServer::Stream(good + lines); });
    ClientOptions options;
    options.max_line = 1000;
    Client client(ConfigOf(server), options);
    int events = 0;
    const std::string message = MessageOf<Error>(
        [&] { client.rest().Watch(ConfigMap::kResource, "default", {}, [&](const WatchEvent&) { ++events; }, {}); });
    EXPECT_EQ(events, 1) << message;
    return message;
  };
  EXPECT_EQ(watch(""), "nothing was thrown");
  EXPECT_THAT(watch(R"({"type": "ADD)"), HasSubstr("cut off in the middle"));
  EXPECT_THAT(watch("what?\n"), HasSubstr("no JSON"));
  EXPECT_THAT(watch("{}\n"), HasSubstr("without an object"));
  EXPECT_THAT(watch(R"({"type": 5, "object": {}})"
                    "\n"),
              HasSubstr("type: expected a string"));
  EXPECT_THAT(watch(R"({"type": "SOLD", "object": {}})"
                    "\n"),
              HasSubstr("unknown type \"SOLD\""));
  EXPECT_THAT(watch(std::string(2000, ' ') + "\n"), HasSubstr("longer than the 1000 bytes"));
  EXPECT_THAT(watch(R"({"type": "ERROR", "object": {"kind": "Status", "code": 410, "message": "too old"}})"
                    "\n"),
              HasSubstr("410: too old"));
  EXPECT_THAT(watch(R"({"type": "ERROR", "object": {"kind": "Status", "code": "x"}})"
                    "\n"),
              HasSubstr("500"));
}

}  // namespace
}  // namespace kube
