// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A batch to a receiver on a socket: taken, partly refused, failed, unreachable.
#include "export/otlp/otlp_exporter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opentelemetry/proto/collector/trace/v1/trace_service.pb.h>
#include <unistd.h>

#include "notice/notice.h"
#include "transport/testing/grpc_server.h"
#include "transport/testing/http_server.h"
#include "transport/testing/raw_server.h"

namespace spansmith::exporter {
namespace {

using std::chrono::milliseconds;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::StartsWith;
namespace collector = opentelemetry::proto::collector::trace::v1;

const transport::Patience kPatient{[] { return milliseconds(60'000); }, {}};

OtlpExporter MakeExporter(const std::string& url) {
  config::OtlpConfig config;
  config.url = url + "/v1/traces";
  config.headers = {{"api-key", "k"}};
  config.timeout = milliseconds(60'000);
  return OtlpExporter(config, {{"service.name", std::string("svc")}});
}

std::vector<SpanData> TwoSpans() {
  std::vector<SpanData> spans(2);
  spans[0].name = "a";
  spans[1].name = "b";
  return spans;
}

TEST(OtlpExporter, SendsProtobufWithHeaders) {
  transport::TestHttpServer server;
  OtlpExporter exporter = MakeExporter(server.url());
  const Outcome outcome = exporter.Export(drain::Batch(TwoSpans()), kPatient);
  EXPECT_TRUE(outcome.delivered());
  EXPECT_EQ(outcome.rejected, 0u);
  ASSERT_EQ(server.Requests().size(), 1u);
  const auto request = server.Requests()[0];
  EXPECT_EQ(request.path, "/v1/traces");
  EXPECT_THAT(request.headers, Contains(Pair("content-type", "application/x-protobuf")));
  EXPECT_THAT(request.headers, Contains(Pair("api-key", "k")));
  collector::ExportTraceServiceRequest decoded;
  ASSERT_TRUE(decoded.ParseFromString(request.body));
  EXPECT_EQ(decoded.resource_spans(0).scope_spans(0).spans(1).name(), "b");
}

TEST(OtlpExporter, RejectedSpansAreReported) {
  collector::ExportTraceServiceResponse response;
  response.mutable_partial_success()->set_rejected_spans(1);
  response.mutable_partial_success()->set_error_message("too old");
  transport::TestHttpServer server;
  server.Answer(200, response.SerializeAsString());
  OtlpExporter exporter = MakeExporter(server.url());
  const Outcome outcome = exporter.Export(drain::Batch(TwoSpans()), kPatient);
  EXPECT_TRUE(outcome.delivered());
  EXPECT_EQ(outcome.rejected, 1u);
  EXPECT_EQ(outcome.reason, "too old");
}

TEST(OtlpExporter, AnErrorStatusIsAFailureAfterOneAttempt) {
  transport::TestHttpServer server;
  server.Answer(500, "no");
  OtlpExporter exporter = MakeExporter(server.url());
  const Outcome outcome = exporter.Export(drain::Batch(TwoSpans()), kPatient);
  EXPECT_FALSE(outcome.delivered());
  EXPECT_EQ(outcome.reason, "it answered HTTP status 500");
  EXPECT_EQ(server.Requests().size(), 1u);
}

TEST(OtlpExporter, RefusedConnection) {
  OtlpExporter exporter = MakeExporter("http://127.0.0.1:" + std::to_string(transport::RefusingPort()));
  const Outcome outcome = exporter.Export(drain::Batch(TwoSpans()), kPatient);
  EXPECT_FALSE(outcome.delivered());
  EXPECT_EQ(outcome.reason, "connection refused");
}

OtlpExporter MakeGrpcExporter(const std::string& url) {
  config::OtlpConfig config;
  config.protocol = config::OtlpProtocol::kGrpc;
  config.url = url;
  config.headers = {{"api-key", "k"}};
  config.timeout = milliseconds(60'000);
  return OtlpExporter(config, {{"service.name", std::string("svc")}});
}

TEST(OtlpExporter, OverGrpc) {
  collector::ExportTraceServiceResponse response;
  response.mutable_partial_success()->set_rejected_spans(1);
  response.mutable_partial_success()->set_error_message("too old");
  transport::TestGrpcServer server;
  server.Answer(response.SerializeAsString());
  OtlpExporter exporter = MakeGrpcExporter(server.url());
  const Outcome outcome = exporter.Export(drain::Batch(TwoSpans()), kPatient);
  EXPECT_TRUE(outcome.delivered()) << outcome.reason;
  EXPECT_EQ(outcome.rejected, 1u);
  EXPECT_EQ(outcome.reason, "too old");
  ASSERT_EQ(server.Calls().size(), 1u);
  const auto call = server.Calls()[0];
  EXPECT_EQ(call.method, "/opentelemetry.proto.collector.trace.v1.TraceService/Export");
  EXPECT_THAT(call.metadata, Contains(Pair("api-key", "k")));
  collector::ExportTraceServiceRequest decoded;
  ASSERT_TRUE(decoded.ParseFromString(call.message));
  EXPECT_EQ(decoded.resource_spans(0).scope_spans(0).spans(1).name(), "b");
}

TEST(OtlpExporter, OverGrpcAnErrorStatusIsAFailure) {
  transport::TestGrpcServer server;
  server.Refuse(8, "quota");
  OtlpExporter exporter = MakeGrpcExporter(server.url());
  const Outcome outcome = exporter.Export(drain::Batch(TwoSpans()), kPatient);
  EXPECT_FALSE(outcome.delivered());
  EXPECT_EQ(outcome.reason, "grpc-status 8 (RESOURCE_EXHAUSTED): quota");
}

TEST(OtlpExporter, CompressedOverBoth) {
  config::OtlpConfig config;
  config.gzip = true;
  config.timeout = milliseconds(60'000);
  transport::TestHttpServer http_server;  // it decompresses
  config.url = http_server.url() + "/v1/traces";
  OtlpExporter http(config, {});
  EXPECT_TRUE(http.Export(drain::Batch(TwoSpans()), kPatient).delivered());
  const auto request = http_server.Requests()[0];
  EXPECT_THAT(request.headers, Contains(Pair("content-encoding", "gzip")));
  collector::ExportTraceServiceRequest decoded;
  ASSERT_TRUE(decoded.ParseFromString(request.body));
  EXPECT_EQ(decoded.resource_spans(0).scope_spans(0).spans_size(), 2);
  transport::TestGrpcServer grpc_server;
  config.protocol = config::OtlpProtocol::kGrpc;
  config.url = grpc_server.url();
  OtlpExporter grpc(config, {});
  const Outcome outcome = grpc.Export(drain::Batch(TwoSpans()), kPatient);
  EXPECT_TRUE(outcome.delivered()) << outcome.reason;
  EXPECT_GT(outcome.bytes, 0u);
  ASSERT_TRUE(decoded.ParseFromString(grpc_server.Calls()[0].message));
  EXPECT_EQ(decoded.resource_spans(0).scope_spans(0).spans_size(), 2);
}

TEST(OtlpExporter, OverAUnixDomainSocket) {
  const std::string path = "/tmp/spansmith-otlp-" + std::to_string(getpid());
  std::string head;
  transport::RawServer server(
      [&head](transport::RawConnection& peer) {
        if (peer.number == 0) peer.ReadRequest(nullptr, &head);
        peer.Send(transport::HttpAnswer(200));
      },
      path);
  config::OtlpConfig config;
  config.url = "unix:" + path;
  config.timeout = milliseconds(60'000);
  OtlpExporter exporter(config, {});
  const Outcome outcome = exporter.Export(drain::Batch(TwoSpans()), kPatient);
  EXPECT_TRUE(outcome.delivered()) << outcome.reason;
  EXPECT_THAT(head, StartsWith("POST /v1/traces HTTP/1.1\r\nHost: localhost\r\n"));
  EXPECT_EQ(exporter.Destination(), "unix:" + path);
}

TEST(OtlpExporter, AHeaderThatCannotBeSentIsLeftOutAndSaid) {
  std::vector<std::string> lines;
  notice::SetSink([&](const std::string& line) { lines.push_back(line); });
  transport::TestHttpServer server;
  config::OtlpConfig config;
  config.url = server.url() + "/v1/traces";
  config.timeout = milliseconds(60'000);
  config.headers = {{"x", "hunter2\r\nevil: y"}, {"Content-Length", "hunter2"}, {"good", "g"}, {"auth: hunter2", ""}};
  OtlpExporter exporter(config, {});
  EXPECT_TRUE(exporter.Export(drain::Batch(TwoSpans()), kPatient).delivered());
  notice::SetSink({});
  EXPECT_THAT(lines, ElementsAre("spansmith: the header 'x' of OTEL_EXPORTER_OTLP_HEADERS is not sent: its value has "
                                 "control characters",
                                 "spansmith: the header 'Content-Length' of OTEL_EXPORTER_OTLP_HEADERS is not sent: it "
                                 "belongs to the request itself",
                                 "spansmith: the header of a name of 13 bytes of OTEL_EXPORTER_OTLP_HEADERS is not "
                                 "sent: its name is no token: letters, digits and !#$%&'*+-.^_`|~ are"));
  EXPECT_THAT(server.Requests()[0].headers, Contains(Pair("good", "g")));
  EXPECT_EQ(server.Requests()[0].headers.count("evil"), 0u);
}

TEST(OtlpExporter, DestinationHoldsNoPassword) {
  EXPECT_EQ(MakeExporter("http://u:p@h:1").Destination(), "http://***@h:1/v1/traces");
}

}  // namespace
}  // namespace spansmith::exporter
