// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Calls to gRPC's own server; and to what is none.
#include "transport/grpc.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "transport/testing/grpc_server.h"
#include "transport/testing/http_server.h"

namespace spansmith::transport {
namespace {

using std::chrono::milliseconds;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Pair;
using ::testing::SizeIs;

const Patience kPatient{[] { return milliseconds(60'000); }, {}};
constexpr char kMethod[] = "/package.Service/Method";

TEST(Grpc, AMessageThereAndAMessageBack) {
  TestGrpcServer server;
  const std::string answer("\0answer", 7);
  server.Answer(answer);
  GrpcClient client;
  const std::string large(1'000'000, 'x');  // more than a window of HTTP/2 flow control
  for (const std::string& message : {std::string("\0message", 8), std::string(), large}) {
    const GrpcResponse response = client.Call(server.url(), kMethod, {{"Api-Key", "k"}}, message, kPatient);
    EXPECT_TRUE(response.ok()) << response.error;
    EXPECT_EQ(response.message, answer);
    ASSERT_FALSE(server.Calls().empty());
    EXPECT_EQ(server.Calls().back().message, message);
  }
  const auto calls = server.Calls();
  ASSERT_THAT(calls, SizeIs(3));
  EXPECT_EQ(calls[0].method, kMethod);
  EXPECT_THAT(calls[0].metadata, Contains(Pair("api-key", "k")));
  EXPECT_THAT(calls[0].metadata, Contains(Pair("user-agent", HasSubstr("Spansmith"))));
  EXPECT_LE(calls[0].timeout, milliseconds(60'000));
  EXPECT_GT(calls[0].timeout, milliseconds(0));
}

TEST(Grpc, AnEmptyAnswerIsAnAnswer) {
  TestGrpcServer server;
  GrpcClient client;
  const GrpcResponse response = client.Call(server.url(), kMethod, {}, "x", kPatient);
  EXPECT_TRUE(response.ok()) << response.error;
  EXPECT_EQ(response.message, "");
}

// The server has no message to send, so its status stands in the headers: a trailers-only response.
TEST(Grpc, AStatusOtherThanOkIsAnErrorInWords) {
  TestGrpcServer server;
  GrpcClient client;
  server.Refuse(14, "try later: 100 % busy\n\xc3\xa4");
  EXPECT_EQ(client.Call(server.url(), kMethod, {}, "x", kPatient).error,
            "grpc-status 14 (UNAVAILABLE): try later: 100 % busy\n\xc3\xa4");
  server.Refuse(16, "");
  EXPECT_EQ(client.Call(server.url(), kMethod, {}, "x", kPatient).error, "grpc-status 16 (UNAUTHENTICATED)");
  server.Answer("");
  EXPECT_TRUE(client.Call(server.url(), kMethod, {}, "x", kPatient).ok());  // the same client goes on
}

TEST(Grpc, TheMessageIsCompressedOnRequest) {
  TestGrpcServer server;
  GrpcClient client;
  const std::string message(100'000, 'x');
  const GrpcResponse response = client.Call(server.url(), kMethod, {}, message, kPatient, true);
  EXPECT_TRUE(response.ok()) << response.error;
  EXPECT_EQ(server.Calls().back().message, message);
  EXPECT_LT(response.bytes_sent, 2'000u);
  EXPECT_GT(client.Call(server.url(), kMethod, {}, message, kPatient).bytes_sent, 100'000u);
}

TEST(Grpc, DetailsOfAStatusAreDecoded) {
  TestGrpcServer server;
  server.Refuse(8, "quota", std::string("\0binary\xff", 8));
  GrpcClient client;
  const GrpcResponse response = client.Call(server.url(), kMethod, {}, "x", kPatient);
  EXPECT_EQ(response.status, GrpcStatus::kResourceExhausted);
  EXPECT_EQ(response.details, std::string("\0binary\xff", 8));
  EXPECT_EQ(response.trouble, Trouble::kNone);
}

TEST(Grpc, AServerOfHttp1IsNone) {
  TestHttpServer server;
  GrpcClient client;
  const GrpcResponse response = client.Call(server.url(), kMethod, {}, "x", kPatient);
  EXPECT_FALSE(response.ok());
  EXPECT_NE(response.error, "");
}

TEST(Grpc, ARefusedConnectionHasPlainWords) {
  GrpcClient client;
  EXPECT_EQ(client.Call("http://127.0.0.1:" + std::to_string(RefusingPort()), kMethod, {}, "x", kPatient).error,
            "connection refused");
}

TEST(GrpcTimeout, EightDigitsAtMost) {
  EXPECT_EQ(GrpcTimeout(milliseconds(10'000)), "10000m");
  EXPECT_EQ(GrpcTimeout(milliseconds(99'999'999)), "99999999m");
  EXPECT_EQ(GrpcTimeout(milliseconds(100'000'000)), "100000S");
  EXPECT_EQ(GrpcTimeout(milliseconds(0)), "1m");
  EXPECT_EQ(GrpcTimeout(milliseconds::max()), "99999999S");
}

}  // namespace
}  // namespace spansmith::transport
