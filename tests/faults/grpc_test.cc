// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Rows: what a receiver over gRPC may answer, one attempt each; gRPC's own server, and a raw one.
#include <gtest/gtest.h>
#include <opentelemetry/proto/collector/trace/v1/trace_service.pb.h>

#include "row.h"
#include "transport/testing/grpc_server.h"

namespace spansmith::faults {
namespace {

using transport::RawConnection;
using transport::RawServer;
using transport::TestGrpcServer;

constexpr char kFailed[] = "export_failed";

TEST(Grpc, Ok) {
  TestGrpcServer server;
  Expect("grpc-status 0", RunTraced(OverGrpcTo(server.url())), kSpans, "", "");
  ASSERT_EQ(server.Calls().size(), 1u);
  EXPECT_EQ(SpansIn(server.Calls()[0].message), kSpans);
}

TEST(Grpc, OkCompressed) {
  TestGrpcServer server;
  Expect("grpc-status 0, sent with gzip",
         RunTraced(OverGrpcTo(server.url()) + Environment{{"OTEL_EXPORTER_OTLP_COMPRESSION", "gzip"}}), kSpans, "", "");
  ASSERT_EQ(server.Calls().size(), 1u);
  EXPECT_EQ(SpansIn(server.Calls()[0].message), kSpans);
}

TEST(Grpc, PartlyTaken) {
  opentelemetry::proto::collector::trace::v1::ExportTraceServiceResponse response;
  response.mutable_partial_success()->set_rejected_spans(4);
  response.mutable_partial_success()->set_error_message("too old");
  TestGrpcServer server;
  server.Answer(response.SerializeAsString());
  Expect("grpc-status 0, 4 spans rejected", RunTraced(OverGrpcTo(server.url())), kSpans - 4, "rejected", "too old");
}

class Statuses : public ::testing::TestWithParam<int> {};

TEST_P(Statuses, AnError) {
  TestGrpcServer server;
  server.Refuse(GetParam(), "because");
  const std::string name = "grpc-status " + std::to_string(GetParam());
  Expect(name, RunTraced(OverGrpcTo(server.url())), 0, kFailed, name + " (");
  EXPECT_EQ(server.Calls().size(), 1u);
}

INSTANTIATE_TEST_SUITE_P(Each, Statuses, ::testing::Range(1, 17));

TEST(Grpc, Goaway) {
  RawServer server([](RawConnection& peer) {
    if (peer.ReadHttp2Request()) peer.SendFrame(7, 0, 0, std::string(8, '\0'));
  });
  Expect("HTTP/2 GOAWAY", RunTraced(OverGrpcTo(server.url())), 0, kFailed, "cannot be sent to");
}

TEST(Grpc, StreamReset) {
  RawServer server([](RawConnection& peer) {
    if (!peer.ReadHttp2Request()) return;
    peer.SendFrame(3, 0, 1, std::string("\0\0\0\7", 4));
    peer.WaitUntilClosed();
  });
  Expect("HTTP/2 stream reset", RunTraced(OverGrpcTo(server.url())), 0, kFailed, "cannot be sent to");
}

TEST(Grpc, AnswerWithoutTrailers) {
  RawServer server([](RawConnection& peer) {
    if (!peer.ReadHttp2Request()) return;
    peer.SendFrame(1, 5, 1, "\x88");  // HEADERS, the end of both: `:status 200` (RFC 7541, appendix A, 8)
    peer.WaitUntilClosed();
  });
  Expect("gRPC answer without a grpc-status", RunTraced(OverGrpcTo(server.url())), 0, kFailed, "without a grpc-status");
}

TEST(Grpc, HalfAnAnswer) {
  RawServer server([](RawConnection& peer) {
    if (!peer.ReadHttp2Request()) return;
    peer.SendFrame(1, 4, 1, "\x88");
    peer.SendFrame(0, 0, 1, std::string("\0\0\0\0", 4));
  });
  Expect("half a gRPC answer", RunTraced(OverGrpcTo(server.url())), 0, kFailed, "cannot be sent to");
}

// Its five bytes say that four gigabytes follow. The status says that the spans were taken.
TEST(Grpc, AFrameOfALengthThatIsALie) {
  RawServer server([](RawConnection& peer) {
    if (!peer.ReadHttp2Request()) return;
    peer.SendFrame(1, 4, 1, "\x88");
    peer.SendFrame(0, 0, 1,
                   std::string("\0\xff\xff\xff\xff"
                               "message",
                               12));
    peer.SendFrame(1, 5, 1,
                   std::string("\0\x0bgrpc-status\x01"
                               "0",
                               15));  // trailers (RFC 7541, 6.2.2)
    peer.WaitUntilClosed();
  });
  Expect("gRPC message that says it is 4 GiB", RunTraced(OverGrpcTo(server.url())), kSpans, "", "");
}

// HTTP/2's own: a frame may not be larger than the 16 KiB that we allow.
TEST(Grpc, AnHttp2FrameThatIsTooLarge) {
  RawServer server([](RawConnection& peer) {
    if (!peer.ReadHttp2Request()) return;
    peer.SendFrame(1, 4, 1, "\x88");
    peer.SendFrame(0, 0, 1, std::string(1024 * 1024, 'x'));
    peer.WaitUntilClosed();
  });
  Expect("HTTP/2 frame that is too large", RunTraced(OverGrpcTo(server.url())), 0, kFailed, "cannot be sent to");
}

TEST(Grpc, NeverAnswered) {
  RawServer server([](RawConnection& peer) {
    peer.ReadHttp2Request();
    peer.WaitUntilClosed();
  });
  Expect("gRPC, never answered", RunTraced(OverGrpcTo(server.url())), 0, kFailed, "no answer within");
}

}  // namespace
}  // namespace spansmith::faults
