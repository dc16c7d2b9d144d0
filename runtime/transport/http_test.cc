// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A POST over a real socket: answered, refused, never answered.
#include "transport/http.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "transport/testing/http_server.h"

namespace spansmith::transport {
namespace {

using std::chrono::milliseconds;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Pair;

const Patience kPatient{[] { return milliseconds(60'000); }, {}};

TEST(Http, PostsBodyAndHeadersAndReturnsTheAnswer) {
  TestHttpServer server;
  server.Answer(202, "taken");
  HttpClient client;
  const std::string body("\0binary", 7);
  const HttpResponse response = client.Post(server.url() + "/p", {{"X-Key", "v"}}, body, kPatient);
  EXPECT_EQ(response.status, 202);
  EXPECT_EQ(response.body, "taken");
  ASSERT_EQ(server.Requests().size(), 1u);
  EXPECT_EQ(server.Requests()[0].path, "/p");
  EXPECT_EQ(server.Requests()[0].body, body);
  EXPECT_THAT(server.Requests()[0].headers, Contains(Pair("x-key", "v")));
  EXPECT_THAT(server.Requests()[0].headers, Contains(Pair("user-agent", HasSubstr("Spansmith"))));
}

TEST(Http, ARefusedConnectionHasPlainWords) {
  HttpClient client;
  const HttpResponse response =
      client.Post("http://127.0.0.1:" + std::to_string(RefusingPort()) + "/", {}, "x", kPatient);
  EXPECT_EQ(response.status, 0);
  EXPECT_EQ(response.error, "connection refused");
}

TEST(Http, AServerThatNeverAnswersIsLeftWhenTheTimeIsOver) {
  TestHttpServer server;
  server.NeverAnswer();
  HttpClient client;
  int naps = 0;
  // The clock is this test's: it runs out once the request is known to have arrived.
  Patience patience;
  patience.remaining = [&] { return milliseconds(server.Requests().empty() ? 250 : 0); };
  patience.waiting = [&](bool asleep) { naps += asleep ? 1 : 0; };
  const HttpResponse response = client.Post(server.url(), {}, "x", patience);
  EXPECT_EQ(response.status, 0);
  EXPECT_EQ(response.error, "no answer within 250 ms");
  EXPECT_GT(naps, 0);
  // The same client goes on.
  TestHttpServer other;
  EXPECT_EQ(client.Post(other.url(), {}, "x", kPatient).status, 200);
}

TEST(Http, NoTimeAtAll) {
  HttpClient client;
  EXPECT_EQ(client.Post("http://127.0.0.1:1/", {}, "x", {[] { return milliseconds(0); }, {}}).error,
            "no time was left to send");
}

TEST(Http, OnlyHttpIsSpoken) {
  HttpClient client;
  const HttpResponse response = client.Post("file:///etc/passwd", {}, "x", kPatient);
  EXPECT_EQ(response.status, 0);
  EXPECT_NE(response.error, "");
}

}  // namespace
}  // namespace spansmith::transport
