// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Rows: what is tried again, and what is not. Receivers that do not take spans at first, later, or ever.
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <fstream>
#include <iterator>

#include "row.h"
#include "transport/testing/grpc_server.h"
#include "transport/testing/http_server.h"

namespace spansmith::faults {
namespace {

using transport::HttpAnswer;
using transport::RawConnection;
using transport::RawServer;
using transport::TestGrpcServer;

constexpr char kFailed[] = "export_failed";

// Soon, and for longer than any test.
const Environment kAgain = {{"SPANSMITH_RETRY_TIME", "60000"}, {"SPANSMITH_RETRY_DELAY", "10"}};

// Answers in turn; the last one for ever. One request a connection, so that each may end as it likes.
class Turns {
 public:
  explicit Turns(std::vector<RawServer::Play> plays)
      : plays_(std::move(plays)), server_([this](RawConnection& peer) {
          std::string body;
          if (!peer.ReadRequest(&body)) return;
          const std::size_t turn = std::min<std::size_t>(requests_++, plays_.size() - 1);
          if (turn + 1 == plays_.size()) accepted_ += SpansIn(body);
          plays_[turn](peer);
        }) {}

  std::string url() const { return server_.url(); }
  std::uint64_t requests() const { return requests_; }
  std::uint64_t accepted() const { return accepted_; }  // in the last turn

 private:
  const std::vector<RawServer::Play> plays_;
  std::atomic<std::uint64_t> requests_{0};
  std::atomic<std::uint64_t> accepted_{0};
  RawServer server_;
};

RawServer::Play Answer(int status, const std::string& more = "") {
  return [=](RawConnection& peer) { peer.Send(HttpAnswer(status, "", more + "Connection: close\r\n")); };
}

void ExpectDelivered(const std::string& name, std::vector<RawServer::Play> plays) {
  plays.push_back(Answer(200));
  const std::size_t turns = plays.size();
  Turns receiver(std::move(plays));
  Expect(name, RunTraced(To(receiver.url()) + kAgain), kSpans, "", "none was lost meanwhile");
  EXPECT_EQ(receiver.requests(), turns);
  EXPECT_EQ(receiver.accepted(), kSpans);
}

TEST(Retry, Busy) { ExpectDelivered("503, 503, then 200", {Answer(503), Answer(503)}); }
TEST(Retry, Gateways) { ExpectDelivered("502, 504, then 200", {Answer(502), Answer(504)}); }
TEST(Retry, Throttled) { ExpectDelivered("429 with Retry-After, then 200", {Answer(429, "Retry-After: 1\r\n")}); }
TEST(Retry, HalfAHead) {
  ExpectDelivered("half a head, then 200", {[](RawConnection& peer) { peer.Send("HTTP/1.1 200 OK\r\nContent-"); }});
}
TEST(Retry, Reset) {
  ExpectDelivered("reset, then 200", {[](RawConnection& peer) { peer.Reset(); }});
}
TEST(Retry, Garbage) {
  ExpectDelivered("garbage, then 200", {[](RawConnection& peer) { peer.Send("SSH-2.0-OpenSSH_9.2\r\n"); }});
}
TEST(Retry, Late) {
  ExpectDelivered("no answer in time, then 200", {[](RawConnection& peer) { peer.WaitUntilClosed(); }});
}

TEST(Retry, WhatMayNotBeTriedAgainIsNot) {
  for (const int status : {400, 401, 404, 413, 500, 307}) {
    Turns receiver({Answer(status), Answer(200)});
    const std::string code = std::to_string(status);
    Expect(code + ", then 200", RunTraced(To(receiver.url()) + kAgain), 0, kFailed, "it answered HTTP status " + code);
    EXPECT_EQ(receiver.requests(), 1u);
  }
}

TEST(Retry, NotForEver) {
  Turns receiver({Answer(503)});
  const Result result = RunTraced(To(receiver.url()) + kAgain + Environment{{"SPANSMITH_RETRY_TIME", "300"}});
  Expect("503 for longer than SPANSMITH_RETRY_TIME", result, 0, kFailed, "it answered HTTP status 503");
  EXPECT_GT(receiver.requests(), 1u);
}

TEST(Retry, TheEndOfTheProgramIsTheEnd) {
  Turns receiver({Answer(503)});
  const Result result =
      RunTraced(To(receiver.url()) + kAgain + Environment{{"FAULTS_FLUSH", "100"}, {"FAULTS_SHUTDOWN", "400"}});
  Expect("503 until the time for shutdown is over", result, 0, kFailed, "it answered HTTP status 503");
}

TEST(Retry, NobodyThereAtTheEnd) {
  const std::string url = "http://127.0.0.1:" + std::to_string(transport::RefusingPort());
  const Result result = RunTraced(To(url) + kAgain + Environment{{"FAULTS_FLUSH", "100"}});
  Expect("refused until the program ends", result, 0, kFailed, "connection refused");
}

TEST(Retry, ADeadReceiverDoesNotHoldUpAFile) {
  char name[] = "/tmp/spansmith-faults-file-XXXXXX";
  close(mkstemp(name));
  RawServer silent([](RawConnection& peer) { peer.WaitUntilClosed(); });
  const Result result = RunTraced(To(silent.url()) + Environment{{"OTEL_TRACES_EXPORTER", "otlp,file"},
                                                                 {"SPANSMITH_TRACES_FILE", name},
                                                                 {"FAULTS_FLUSH", "100"},
                                                                 {"FAULTS_SHUTDOWN", "300"}});
  Expect("a receiver that never answers, beside a file", result, 0, kFailed, "no answer within");
  std::ifstream file(name);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  std::size_t spans = 0;
  for (std::size_t at = 0; (at = text.find("\"spanId\"", at)) != std::string::npos; ++at) ++spans;
  EXPECT_EQ(spans, kSpans);
  unlink(name);
}

TEST(Retry, GrpcUnavailable) {
  TestGrpcServer server;
  server.Refuse(14, "later", "", 2);
  Expect("grpc-status 14 twice, then 0", RunTraced(OverGrpcTo(server.url()) + kAgain), kSpans, "",
         "none was lost meanwhile");
  EXPECT_EQ(server.Calls().size(), 3u);
}

TEST(Retry, GrpcThrottled) {
  // google.rpc.Status with a RetryInfo of 200 ms
  const std::string info =
      std::string("\x0a\x28type.googleapis.com/google.rpc.RetryInfo\x12\x07\x0a\x05\x10") + "\x80\x84\xaf\x5f";
  TestGrpcServer server;
  server.Refuse(8, "quota", std::string("\x08\x08\x1a") + static_cast<char>(info.size()) + info, 1);
  Expect("grpc-status 8 with RetryInfo, then 0", RunTraced(OverGrpcTo(server.url()) + kAgain), kSpans, "",
         "none was lost meanwhile");
  EXPECT_EQ(server.Calls().size(), 2u);
}

TEST(Retry, GrpcExhausted) {
  TestGrpcServer server;
  server.Refuse(8, "quota", "", 1);
  Expect("grpc-status 8 without RetryInfo, then 0", RunTraced(OverGrpcTo(server.url()) + kAgain), 0, kFailed,
         "grpc-status 8 (");
  EXPECT_EQ(server.Calls().size(), 1u);
}

// Over gRPC: what the first connection is, then one that takes the spans.
void ExpectTakenBySecond(const std::string& name, const RawServer::Play& first) {
  std::uint64_t accepted = 0;
  RawServer server([&](RawConnection& peer) {
    std::string body;
    if (!peer.ReadHttp2Request(&body)) return;
    if (peer.number == 0) {
      first(peer);
      return;
    }
    if (body.size() > 5) accepted += SpansIn(body.substr(5));
    peer.SendFrame(1, 4, 1, "\x88");                // HEADERS: `:status 200`
    peer.SendFrame(0, 0, 1, std::string(5, '\0'));  // DATA: an empty message
    peer.SendFrame(1, 5, 1,
                   std::string("\0\x0bgrpc-status\x01"
                               "0",
                               15));  // trailers (RFC 7541, 6.2.2)
    peer.WaitUntilClosed();
  });
  Expect(name, RunTraced(OverGrpcTo(server.url()) + kAgain), kSpans, "", "none was lost meanwhile");
  EXPECT_EQ(accepted, kSpans);
}

TEST(Retry, Goaway) {
  ExpectTakenBySecond("HTTP/2 GOAWAY, then grpc-status 0",
                      [](RawConnection& peer) { peer.SendFrame(7, 0, 0, std::string(8, '\0')); });
}

// `:status 200` and `content-type` (RFC 7541, appendix A, 8 and 31), a message, and no trailers: as a server that is
// stopped leaves it.
TEST(Retry, HalfAGrpcAnswer) {
  ExpectTakenBySecond("gRPC answer without its end, then grpc-status 0", [](RawConnection& peer) {
    peer.SendFrame(1, 4, 1, std::string("\x88\x0f\x10\x10") + "application/grpc");
    peer.SendFrame(0, 0, 1, std::string(5, '\0'));
  });
}

TEST(Retry, FileDescriptorsAreUsedUpForAWhile) {
  Receiver receiver(HttpAnswer(200));
  const Result result = RunTraced(To(receiver.url()) + kAgain + Environment{{"FAULTS_FLUSH", "200"}}, "no-files");
  EXPECT_EQ(result["delivered"], kSpans) << result.said;
  EXPECT_EQ(receiver.accepted(), kSpans);
}

}  // namespace
}  // namespace spansmith::faults
