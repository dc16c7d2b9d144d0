// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Each answer of the specification's lists. Bodies are made with protobuf's own library.
#include "export/otlp/classify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opentelemetry/proto/collector/trace/v1/trace_service.pb.h>

#include "export/otlp/rpc_status.h"

namespace spansmith::exporter {
namespace {

using Result = Outcome::Result;
using std::chrono::milliseconds;
using std::chrono::seconds;
using transport::GrpcResponse;
using transport::GrpcStatus;
using transport::HttpResponse;
using transport::Trouble;

const Secrets kNoSecrets({}, "");
const std::chrono::system_clock::time_point kNow = std::chrono::system_clock::from_time_t(784111777);

Outcome OfHttp(int status, transport::Headers headers = {}, std::string body = "") {
  HttpResponse response;
  response.status = status;
  response.headers = std::move(headers);
  response.body = std::move(body);
  response.bytes_sent = 7;
  return Classify(response, 10, kNoSecrets, kNow);
}

Outcome OfGrpc(GrpcStatus status, std::string details = "") {
  GrpcResponse response;
  response.status = status;
  response.error = "grpc-status n";
  response.details = std::move(details);
  return Classify(response, 10, kNoSecrets);
}

// A field of protobuf with a length, of under 128 bytes.
std::string Bytes(int number, const std::string& value) {
  return std::string(1, static_cast<char>(number << 3 | 2)) + static_cast<char>(value.size()) + value;
}
std::string Varint(int number, std::uint64_t value) {
  std::string out(1, static_cast<char>(number << 3));
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  return out + static_cast<char>(value);
}
std::string StatusWith(const std::string& type, const std::string& detail) {
  return Varint(1, 8) + Bytes(2, "slow down") + Bytes(3, Bytes(1, type) + Bytes(2, detail));
}
const std::string kRetryInfo = "type.googleapis.com/google.rpc.RetryInfo";

TEST(Classify, TheStatusesOfHttp) {
  for (int status = 300; status < 600; ++status) {
    const bool again = status == 429 || status == 502 || status == 503 || status == 504;
    const Outcome outcome = OfHttp(status);
    EXPECT_EQ(outcome.result, again ? Result::kRetry : Result::kLost) << status;
    EXPECT_EQ(outcome.reason, "it answered HTTP status " + std::to_string(status));
    EXPECT_EQ(outcome.bytes, 7u);
    EXPECT_FALSE(outcome.refused);
  }
  for (const int status : {200, 202, 204, 299}) EXPECT_TRUE(OfHttp(status).delivered()) << status;
}

TEST(Classify, RetryAfterWhereItMeansSomething) {
  EXPECT_EQ(OfHttp(429, {{"retry-after", "3"}}).retry_after, seconds(3));
  EXPECT_EQ(OfHttp(503, {{"retry-after", "Sun, 06 Nov 1994 08:49:47 GMT"}}).retry_after, seconds(10));
  EXPECT_EQ(OfHttp(429).retry_after, std::nullopt);
  EXPECT_EQ(OfHttp(500, {{"retry-after", "3"}}).retry_after, std::nullopt);
}

TEST(Classify, TheWordsOfAnError) {
  const std::string status = Bytes(2, "bad\nspans");
  EXPECT_EQ(OfHttp(400, {{"content-type", "application/x-protobuf"}}, status).reason,
            "it answered HTTP status 400: bad?spans");
  EXPECT_EQ(OfHttp(400, {{"content-type", "text/html"}}, "<html>").reason, "it answered HTTP status 400");
  EXPECT_EQ(OfHttp(401, {{"content-type", "text/plain; charset=utf-8"}}, "no\r\nsecond line").reason,
            "it answered HTTP status 401: no");
}

TEST(Classify, ARedirectNamesTheHostAlone) {
  EXPECT_EQ(OfHttp(308, {{"location", "https://u:p@h:1/x?token=t"}}).reason,
            "it answered HTTP status 308: a redirect to h:1, which is not followed");
  EXPECT_EQ(OfHttp(301, {{"location", "/v2"}}).reason,
            "it answered HTTP status 301: a redirect on the same host, which is not followed");
}

TEST(Classify, NoAnswerOverHttp) {
  const auto of = [](Trouble trouble) {
    HttpResponse response;
    response.trouble = trouble;
    response.error = "why";
    return Classify(response, 10, kNoSecrets, kNow);
  };
  EXPECT_EQ(of(Trouble::kRefused).result, Result::kRetry);
  EXPECT_TRUE(of(Trouble::kRefused).refused);
  EXPECT_EQ(of(Trouble::kConnection).result, Result::kRetry);
  EXPECT_FALSE(of(Trouble::kConnection).refused);
  EXPECT_EQ(of(Trouble::kRequest).result, Result::kLost);
  EXPECT_EQ(of(Trouble::kRequest).reason, "why");
}

TEST(Classify, AnAnswerCutOffAfterItsStatusStandsByTheStatus) {
  opentelemetry::proto::collector::trace::v1::ExportTraceServiceResponse partial;
  partial.mutable_partial_success()->set_rejected_spans(4);
  HttpResponse response;
  response.status = 200;
  response.body = partial.SerializeAsString();
  EXPECT_EQ(Classify(response, 10, kNoSecrets, kNow).rejected, 4u);
  response.trouble = Trouble::kConnection;
  EXPECT_TRUE(Classify(response, 10, kNoSecrets, kNow).delivered());
  EXPECT_EQ(Classify(response, 10, kNoSecrets, kNow).rejected, 0u);
  response.status = 503;
  EXPECT_EQ(Classify(response, 10, kNoSecrets, kNow).result, Result::kRetry);
}

TEST(Classify, MoreRejectedThanSentAndFewerThanNone) {
  opentelemetry::proto::collector::trace::v1::ExportTraceServiceResponse partial;
  partial.mutable_partial_success()->set_rejected_spans(11);
  EXPECT_EQ(OfHttp(200, {}, partial.SerializeAsString()).rejected, 10u);
  partial.mutable_partial_success()->set_rejected_spans(-1);
  EXPECT_EQ(OfHttp(200, {}, partial.SerializeAsString()).rejected, 0u);
}

TEST(Classify, TheStatusesOfGrpc) {
  EXPECT_TRUE(OfGrpc(GrpcStatus::kOk).delivered());
  for (int status = 1; status < 20; ++status) {
    const bool again = status == 1 || status == 4 || status == 10 || status == 11 || status == 14 || status == 15;
    EXPECT_EQ(OfGrpc(static_cast<GrpcStatus>(status)).result, again ? Result::kRetry : Result::kLost) << status;
  }
}

TEST(Classify, ResourceExhaustedOnlyWithRetryInfo) {
  const std::string delay = Bytes(1, Varint(1, 2) + Varint(2, 500'000'000));
  const Outcome outcome = OfGrpc(GrpcStatus::kResourceExhausted, StatusWith(kRetryInfo, delay));
  EXPECT_EQ(outcome.result, Result::kRetry);
  EXPECT_EQ(outcome.retry_after, milliseconds(2'500));
  EXPECT_EQ(OfGrpc(GrpcStatus::kResourceExhausted, StatusWith("x/google.rpc.QuotaFailure", "")).result, Result::kLost);
  EXPECT_EQ(OfGrpc(GrpcStatus::kResourceExhausted, "garbage").result, Result::kLost);
  EXPECT_EQ(OfGrpc(GrpcStatus::kUnavailable, StatusWith(kRetryInfo, delay)).retry_after, milliseconds(2'500));
  EXPECT_EQ(OfGrpc(GrpcStatus::kInternal, StatusWith(kRetryInfo, delay)).result, Result::kLost);
}

TEST(Classify, AnAnswerOverGrpcThatIsTooLongIsNotAskedForAgain) {
  GrpcResponse response;
  response.status = GrpcStatus::kResourceExhausted;
  response.trouble = Trouble::kAnswer;
  EXPECT_EQ(Classify(response, 10, kNoSecrets).result, Result::kLost);
  response.status = GrpcStatus::kUnavailable;
  response.trouble = Trouble::kConnection;
  EXPECT_EQ(Classify(response, 10, kNoSecrets).result, Result::kRetry);
}

TEST(RpcStatus, DelaysOfEverySize) {
  const auto delay = [](std::uint64_t s, std::uint64_t nanos) {
    return DecodeRpcStatus(StatusWith(kRetryInfo, Bytes(1, Varint(1, s) + Varint(2, nanos)))).retry_delay;
  };
  EXPECT_EQ(delay(0, 0), milliseconds(0));
  EXPECT_EQ(delay(0, 1), milliseconds(1));
  EXPECT_EQ(delay(~std::uint64_t{0} >> 1, 999'999'999), kLongestRetryDelay);
  EXPECT_EQ(delay(~std::uint64_t{0}, 0), std::nullopt);  // -1 s
  EXPECT_EQ(delay(1, static_cast<std::uint64_t>(-1)), std::nullopt);
  const RpcStatus without = DecodeRpcStatus(StatusWith(kRetryInfo, ""));
  EXPECT_TRUE(without.has_retry_info);
  EXPECT_EQ(without.retry_delay, std::nullopt);
  EXPECT_EQ(without.message, "slow down");
}

TEST(RpcStatus, CutAnywhereItIsNoneOrWhatStoodThere) {
  const std::string whole = StatusWith(kRetryInfo, Bytes(1, Varint(1, 2)));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const RpcStatus status = DecodeRpcStatus(whole.substr(0, size));
    EXPECT_EQ(status.retry_delay, std::nullopt) << size;
  }
}

}  // namespace
}  // namespace spansmith::exporter
