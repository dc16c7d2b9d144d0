// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Answers that are cut off, endless, none, or not for us. The whole runtime before such peers: tests/faults.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "transport/grpc.h"
#include "transport/http.h"
#include "transport/testing/http_server.h"
#include "transport/testing/raw_server.h"

namespace spansmith::transport {
namespace {

using std::chrono::milliseconds;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

const Patience kPatient{[] { return milliseconds(60'000); }, {}};

HttpResponse PostTo(const RawServer& server, const Headers& headers = {}) {
  HttpClient client;
  return client.Post(server.url() + "/", headers, "body", kPatient);
}

TEST(BadPeers, HalfAHeadIsNoAnswer) {
  RawServer server([](RawConnection& peer) {
    peer.ReadRequest();
    peer.Send("HTTP/1.1 200 OK\r\nContent-Le");
  });
  const HttpResponse response = PostTo(server);
  EXPECT_EQ(response.status, 0);
  EXPECT_EQ(response.trouble, Trouble::kConnection);
  EXPECT_NE(response.error, "");
}

TEST(BadPeers, AStatusStandsEvenWhereTheBodyIsCutOff) {
  for (const bool reset : {false, true}) {
    RawServer server([reset](RawConnection& peer) {
      peer.ReadRequest();
      peer.Send("HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 100\r\n\r\nhalf");
      if (reset) peer.Reset();
    });
    const HttpResponse response = PostTo(server);
    // A reset may overtake what was sent before it.
    if (!reset) {
      EXPECT_EQ(response.status, 503);
    }
    EXPECT_EQ(response.trouble, Trouble::kConnection);
    EXPECT_NE(response.error, "");
  }
}

TEST(BadPeers, AnInterimAnswerIsNoAnswer) {
  RawServer server([](RawConnection& peer) {
    peer.ReadRequest();
    peer.Send("HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n");
  });
  EXPECT_EQ(PostTo(server).status, 0);
}

TEST(BadPeers, OneByteAPacket) {
  RawServer server([](RawConnection& peer) {
    std::string body;
    peer.ReadRequest(&body);
    peer.SendByteByByte(HttpAnswer(200, body, "X-Y: z\r\n"));
  });
  const HttpResponse response = PostTo(server);
  EXPECT_EQ(response.status, 200) << response.error;
  EXPECT_EQ(response.body, "body");
  EXPECT_EQ(*Find(response.headers, "x-y"), "z");
  EXPECT_EQ(response.bytes_sent, 4u);
}

TEST(BadPeers, ControlCharactersInAHeaderAreSpaces) {
  RawServer server([](RawConnection& peer) {
    peer.ReadRequest();
    peer.Send(HttpAnswer(200, "", "X: a\rb\r\n"));
  });
  const HttpResponse response = PostTo(server);
  ASSERT_NE(Find(response.headers, "x"), nullptr) << response.error;
  EXPECT_EQ(*Find(response.headers, "x"), "a b");
}

// Of an earlier answer nothing is left for it to be joined to; libcurl once thought so (http.cc).
TEST(BadPeers, AFirstHeaderThatBeginsWithASpace) {
  RawServer server([](RawConnection& peer) {
    peer.ReadRequest();
    peer.Send(peer.number == 0 ? HttpAnswer(200, "", "X: " + std::string(40, 'y') + "\r\n")
                               : "HTTP/1.1 200 OK\r\n folded: " + std::string(40, 'z') + "\r\n\r\n");
  });
  HttpClient client;
  EXPECT_EQ(client.Post(server.url() + "/", {}, "x", kPatient).status, 200);
  const HttpResponse response = client.Post(server.url() + "/", {}, "x", kPatient);
  EXPECT_EQ(response.status, 0);
  EXPECT_EQ(response.trouble, Trouble::kConnection);
}

TEST(BadPeers, AConnectionIsKeptForTheNextRequest) {
  RawServer server([](RawConnection& peer) {
    while (peer.ReadRequest()) peer.Send(HttpAnswer(200));
  });
  HttpClient client;
  for (int i = 0; i < 3; ++i) EXPECT_EQ(client.Post(server.url() + "/", {}, "x", kPatient).status, 200);
  EXPECT_EQ(server.connections(), 1);
}

TEST(BadPeers, GarbageIsNoAnswer) {
  for (const std::string& text :
       {std::string("SSH-2.0-OpenSSH_9.2\r\n"), std::string("HTTP/1.1 \xff\xfe\r\n\r\n"), std::string("\0\0\0\0", 4),
        std::string("HTTP/1.1 2000 OK\r\n\r\n"), std::string("HTTP/[.0 4001.1 301 Moved\r\n\r\n")}) {
    RawServer server([&](RawConnection& peer) {
      peer.ReadRequest();
      peer.Send(text);
    });
    const HttpResponse response = PostTo(server);
    EXPECT_EQ(response.status, 0) << text;
    EXPECT_NE(response.trouble, Trouble::kNone) << text;
  }
}

TEST(BadPeers, AnEndlessBodyIsLeftAndNotKept) {
  RawServer server([](RawConnection& peer) {
    peer.ReadRequest();
    peer.Send("HTTP/1.1 200 OK\r\n\r\n");
    const std::string piece(64 * 1024, 'x');
    for (int i = 0; i < 1'000; ++i) peer.Send(piece);
  });
  const HttpResponse response = PostTo(server);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.trouble, Trouble::kAnswer);
  EXPECT_THAT(response.body, SizeIs(64 * 1024));
}

TEST(BadPeers, EndlessHeadersAreLeft) {
  RawServer server([](RawConnection& peer) {
    peer.ReadRequest();
    peer.Send("HTTP/1.1 200 OK\r\n");
    const std::string line = "x: " + std::string(8 * 1024, 'x') + "\r\n";
    for (int i = 0; i < 10'000; ++i) peer.Send(line);
  });
  const HttpResponse response = PostTo(server);
  EXPECT_EQ(response.status, 0);
  EXPECT_NE(response.trouble, Trouble::kNone);
  EXPECT_LE(response.headers.size(), 8u);
}

TEST(BadPeers, WhatClaimsToBeCompressedIsNotDecompressed) {
  const std::string bomb("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
  RawServer server([&](RawConnection& peer) {
    peer.ReadRequest();
    peer.Send(HttpAnswer(200, bomb, "Content-Encoding: gzip\r\n"));
  });
  const HttpResponse response = PostTo(server);
  EXPECT_EQ(response.status, 200) << response.error;
  EXPECT_EQ(response.body, bomb);
}

TEST(BadPeers, ARedirectIsNotFollowed) {
  TestHttpServer other;
  RawServer server([&](RawConnection& peer) {
    peer.ReadRequest();
    peer.Send(HttpAnswer(307, "", "Location: " + other.url() + "/\r\n"));
  });
  EXPECT_EQ(PostTo(server, {{"authorization", "Bearer x"}}).status, 307);
  EXPECT_TRUE(other.Requests().empty());
}

TEST(BadPeers, AConnectionThatWasClosedMeanwhileIsMadeAnew) {
  RawServer server([](RawConnection& peer) {
    peer.ReadRequest();
    peer.Send(HttpAnswer(200));  // and close
  });
  HttpClient client;
  for (int i = 0; i < 3; ++i) EXPECT_EQ(client.Post(server.url() + "/", {}, "x", kPatient).status, 200);
  EXPECT_EQ(server.connections(), 3);
}

TEST(BadPeers, AHeaderThatWouldBeTwoIsNotSent) {
  TestHttpServer server;
  HttpClient client;
  for (const Headers& headers : {Headers{{"x", "a\r\ny: b"}}, Headers{{"x: a\r\ny", "b"}}, Headers{{"", "b"}}}) {
    const HttpResponse response = client.Post(server.url(), headers, "x", kPatient);
    EXPECT_EQ(response.trouble, Trouble::kRequest);
    EXPECT_THAT(response.error, Not(HasSubstr("y: b")));
  }
  EXPECT_TRUE(server.Requests().empty());
}

TEST(BadPeers, AnEmptyHeaderIsSentAsOne) {
  RawServer server([](RawConnection& peer) {
    std::string head;
    peer.ReadRequest(nullptr, &head);
    peer.Send(HttpAnswer(200, head));
  });
  EXPECT_THAT(PostTo(server, {{"x-empty", ""}}).body, HasSubstr("\r\nx-empty:\r\n"));
}

TEST(BadPeers, AUnixDomainSocket) {
  const std::string path = "/tmp/spansmith-socket-" + std::to_string(getpid());
  HttpClient client(Connecting{{}, path});
  EXPECT_EQ(client.Post("http://localhost/", {}, "x", kPatient).trouble, Trouble::kRefused);
  RawServer server(
      [](RawConnection& peer) {
        std::string body;
        peer.ReadRequest(&body);
        peer.Send(HttpAnswer(200, body));
      },
      path);
  EXPECT_EQ(client.Post("http://localhost/", {}, "over a socket", kPatient).body, "over a socket");
}

TEST(BadPeers, GoawayBeforeAnAnswer) {
  for (const bool processed : {false, true}) {
    RawServer server([processed](RawConnection& peer) {
      if (!peer.ReadHttp2Request()) return;
      // Last-Stream-ID, NO_ERROR (RFC 9113, 6.8)
      peer.SendFrame(7, 0, 0, std::string(processed ? "\0\0\0\1" : "\0\0\0\0", 4) + std::string(4, '\0'));
    });
    GrpcClient client;
    const GrpcResponse response = client.Call(server.url(), "/s/m", {}, "x", kPatient);
    EXPECT_EQ(response.status, GrpcStatus::kUnavailable);
    EXPECT_EQ(response.trouble, Trouble::kConnection);
    EXPECT_NE(response.error, "");
  }
}

TEST(BadPeers, AStreamThatIsReset) {
  RawServer server([](RawConnection& peer) {
    if (!peer.ReadHttp2Request()) return;
    peer.SendFrame(3, 0, 1, std::string("\0\0\0\7", 4));  // RST_STREAM, REFUSED_STREAM
    peer.WaitUntilClosed();
  });
  GrpcClient client;
  EXPECT_EQ(client.Call(server.url(), "/s/m", {}, "x", kPatient).status, GrpcStatus::kUnavailable);
}

}  // namespace
}  // namespace spansmith::transport
