// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Rows: what a receiver over HTTP may answer, one attempt each.
#include <gtest/gtest.h>
#include <opentelemetry/proto/collector/trace/v1/trace_service.pb.h>

#include "row.h"
#include "transport/gzip.h"

namespace spansmith::faults {
namespace {

using transport::HttpAnswer;
using transport::RawConnection;

void ExpectStatus(const std::string& name, int status, const std::string& more = "", const std::string& body = "",
                  const std::string& said = "") {
  Receiver receiver(HttpAnswer(status, body, more));
  const Result result = RunTraced(To(receiver.url()));
  EXPECT_EQ(receiver.requests(), 1u);
  Expect(name, result, 0, "export_failed", said.empty() ? "it answered HTTP status " + std::to_string(status) : said);
}

TEST(HttpAnswers, Taken) {
  Receiver receiver(HttpAnswer(200));
  Expect("200", RunTraced(To(receiver.url())), kSpans, "", "");
  EXPECT_EQ(receiver.accepted(), kSpans);
}

TEST(HttpAnswers, TakenCompressed) {
  Receiver receiver(HttpAnswer(200));
  Expect("200, sent with gzip", RunTraced(To(receiver.url()) + Environment{{"OTEL_EXPORTER_OTLP_COMPRESSION", "gzip"}}),
         kSpans, "", "");
  EXPECT_EQ(receiver.requests(), 1u);
}

TEST(HttpAnswers, PartlyTaken) {
  opentelemetry::proto::collector::trace::v1::ExportTraceServiceResponse response;
  response.mutable_partial_success()->set_rejected_spans(4);
  response.mutable_partial_success()->set_error_message("too old");
  Receiver receiver(HttpAnswer(200, response.SerializeAsString()));
  Expect("200, 4 spans rejected", RunTraced(To(receiver.url())), kSpans - 4, "rejected", "too old");
}

TEST(HttpAnswers, Status400) { ExpectStatus("400", 400); }
TEST(HttpAnswers, Status401) { ExpectStatus("401", 401); }
TEST(HttpAnswers, Status404) { ExpectStatus("404", 404); }
TEST(HttpAnswers, Status413) { ExpectStatus("413", 413); }
TEST(HttpAnswers, Status429) { ExpectStatus("429", 429); }
TEST(HttpAnswers, Status429WithRetryAfter) { ExpectStatus("429 with Retry-After", 429, "Retry-After: 1\r\n"); }
TEST(HttpAnswers, Status500) { ExpectStatus("500", 500); }
TEST(HttpAnswers, Status502) { ExpectStatus("502", 502); }
TEST(HttpAnswers, Status503) { ExpectStatus("503", 503); }
TEST(HttpAnswers, Status504) { ExpectStatus("504", 504); }

TEST(HttpAnswers, Redirect) {
  Receiver elsewhere(HttpAnswer(200));
  ExpectStatus("redirect", 307, "Location: " + elsewhere.url() + "/v1/traces?token=hunter2\r\n", "",
               "a redirect to 127.0.0.1:");
  EXPECT_EQ(elsewhere.requests(), 0u);
}

TEST(HttpAnswers, AnErrorInWords) {
  // google.rpc.Status: field 2
  ExpectStatus("400 with a google.rpc.Status", 400, "Content-Type: application/x-protobuf\r\n",
               "\x12\x0a"
               "too\x1b[31m!\n",
               "it answered HTTP status 400: too?[31m!?");
}

TEST(HttpAnswers, OneByteAPacket) {
  Receiver receiver([](RawConnection& peer) { peer.SendByteByByte(HttpAnswer(200)); });
  Expect("answer in packets of one byte", RunTraced(To(receiver.url())), kSpans, "", "");
}

TEST(HttpAnswers, Garbage) {
  Receiver receiver([](RawConnection& peer) { peer.Send("SSH-2.0-OpenSSH_9.2\r\n"); });
  Expect("garbage", RunTraced(To(receiver.url())), 0, "export_failed", "what answers there speaks no HTTP");
}

TEST(HttpAnswers, Huge) {
  Receiver receiver([](RawConnection& peer) {
    peer.Send("HTTP/1.1 200 OK\r\n\r\n");
    const std::string piece(64 * 1024, 'x');
    for (int i = 0; i < 1'000; ++i) peer.Send(piece);
  });
  Expect("200 with a huge body", RunTraced(To(receiver.url())), kSpans, "", "");
}

TEST(HttpAnswers, HugeError) {
  Receiver receiver([](RawConnection& peer) {
    peer.Send("HTTP/1.1 500 No\r\n\r\n");
    const std::string piece(64 * 1024, 'x');
    for (int i = 0; i < 1'000; ++i) peer.Send(piece);
  });
  Expect("500 with a huge body", RunTraced(To(receiver.url())), 0, "export_failed", "it answered HTTP status 500");
}

TEST(HttpAnswers, Bomb) {
  const std::string bomb = transport::Gzip(std::string(8 * 1024 * 1024, '\0'));
  EXPECT_LT(bomb.size(), 64u * 1024);
  Receiver receiver(HttpAnswer(200, bomb, "Content-Encoding: gzip\r\nContent-Type: application/x-protobuf\r\n"));
  Expect("compressed bomb", RunTraced(To(receiver.url())), kSpans, "", "");
}

TEST(HttpAnswers, ALengthThatIsALie) {
  Receiver receiver([](RawConnection& peer) {
    peer.Send("HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\n");
    peer.Send(std::string(100, 'x'));
  });
  Expect("200 with a length beyond all bounds", RunTraced(To(receiver.url())), kSpans, "", "");
}

TEST(HttpAnswers, InterimAnswersWithoutAnEnd) {
  Receiver receiver([](RawConnection& peer) {
    std::string many;
    for (int i = 0; i < 1'000; ++i) many += "HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n";
    while (peer.Send(many)) {
    }
  });
  Expect("interim answers without an end", RunTraced(To(receiver.url())), 0, "export_failed", "its answer is too long");
}

}  // namespace
}  // namespace spansmith::faults
