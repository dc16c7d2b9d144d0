// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Proxies: which requests go there, how, and what must not be told of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>

#include "transport/grpc.h"
#include "transport/http.h"
#include "transport/testing/http_server.h"
#include "transport/testing/raw_server.h"

namespace spansmith::transport {
namespace {

using std::chrono::milliseconds;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const Patience kPatient{[] { return milliseconds(60'000); }, {}};

Connecting Through(const std::string& proxy, const std::string& without = "") {
  Connecting connecting;
  connecting.proxy = proxy;
  connecting.without_proxy = without;
  return connecting;
}

TEST(Proxies, HttpIsAskedForThere) {
  TestHttpServer proxy;
  HttpClient client(Through(proxy.url()));
  EXPECT_EQ(client.Post("http://collector.invalid:4318/v1/traces", {}, "x", kPatient).status, 200);
  ASSERT_EQ(proxy.Requests().size(), 1u);
}

TEST(Proxies, NotForWhatIsExcepted) {
  TestHttpServer proxy;
  TestHttpServer server;
  HttpClient client(Through(proxy.url(), "example.test,127.0.0.1"));
  EXPECT_EQ(client.Post(server.url(), {}, "x", kPatient).status, 200);
  EXPECT_TRUE(proxy.Requests().empty());
  EXPECT_EQ(server.Requests().size(), 1u);
}

// The environment is read once, with the configuration: not on this thread, where getenv(3) could meet a setenv(3).
TEST(Proxies, NothingIsReadFromTheEnvironmentHere) {
  TestHttpServer proxy;
  TestHttpServer server;
  for (const char* name : {"http_proxy", "all_proxy", "ALL_PROXY"}) setenv(name, proxy.url().c_str(), 1);
  HttpClient client;
  EXPECT_EQ(client.Post(server.url(), {}, "x", kPatient).status, 200);
  setenv("no_proxy", "127.0.0.1", 1);
  HttpClient through(Through(proxy.url()));
  EXPECT_EQ(through.Post(server.url(), {}, "x", kPatient).status, 200);
  for (const char* name : {"http_proxy", "all_proxy", "ALL_PROXY", "no_proxy"}) unsetenv(name);
  EXPECT_EQ(server.Requests().size(), 1u);
  EXPECT_EQ(proxy.Requests().size(), 1u);
}

TEST(Proxies, ASocketHasNone) {
  const std::string path = "/tmp/spansmith-proxy-test-" + std::to_string(getpid());
  std::string head;
  RawServer server(
      [&](RawConnection& peer) {
        if (peer.ReadRequest(nullptr, &head)) peer.Send(HttpAnswer(200));
      },
      path);
  Connecting connecting = Through("http://127.0.0.1:" + std::to_string(RefusingPort()));
  connecting.unix_socket = path;
  HttpClient client(connecting);
  EXPECT_EQ(client.Post("http://localhost/v1/traces", {}, "x", kPatient).status, 200);
  EXPECT_THAT(head, StartsWith("POST /v1/traces "));
}

// As gRPC's own clients do: CONNECT, whatever the scheme, and no header of ours before.
TEST(Proxies, GrpcGoesThroughATunnel) {
  std::string asked;
  RawServer proxy([&](RawConnection& peer) {
    if (!peer.ReadRequest(nullptr, &asked)) return;
    peer.Send("HTTP/1.1 200 Connection established\r\n\r\n");
    if (!peer.ReadHttp2Request()) return;
    // HEADERS: `:status 200` (RFC 7541, appendix A, 8), and as trailers `grpc-status: 0`
    peer.SendFrame(1, 4, 1, "\x88");
    peer.SendFrame(1, 5, 1,
                   std::string("\0\x0bgrpc-status\x01"
                               "0",
                               15));
    peer.WaitUntilClosed();
  });
  GrpcClient client(Through(proxy.url()));
  const GrpcResponse response =
      client.Call("http://collector.invalid:4317", "/s/m", {{"authorization", "Bearer hunter2"}}, "x", kPatient);
  EXPECT_TRUE(response.ok()) << response.error;
  EXPECT_THAT(asked, StartsWith("CONNECT collector.invalid:4317 HTTP/1.1"));
  EXPECT_THAT(asked, Not(HasSubstr("hunter2")));
}

TEST(Proxies, ItsOwnAnswerIsNotTheReceivers) {
  RawServer proxy([&](RawConnection& peer) {
    if (peer.number != 0) return;
    peer.ReadRequest();
    peer.Send("HTTP/1.1 200 Connection established\r\n\r\n");
  });
  HttpClient client(Through(proxy.url()));
  const HttpResponse response =
      client.Post("https://collector.invalid/", {{"authorization", "Bearer x"}}, "x", kPatient);
  EXPECT_EQ(response.status, 0);
  EXPECT_EQ(response.trouble, Trouble::kConnection);
}

TEST(Proxies, CredentialsAreInNoError) {
  for (const char* value : {"nonsense://me:hunter2@h:1", "http://me:hunter2@h:port",
                            "http://me:hunter2@proxy.invalid:1", "http://me:hun ter2@h"}) {
    HttpClient client(Through(value));
    const HttpResponse response = client.Post("http://collector.invalid/", {}, "x", kPatient);
    EXPECT_EQ(response.status, 0);
    EXPECT_NE(response.error, "");
    EXPECT_THAT(response.error, Not(HasSubstr("hun"))) << value;
    EXPECT_THAT(response.error, Not(HasSubstr("ter2"))) << value;
  }
}

}  // namespace
}  // namespace spansmith::transport
