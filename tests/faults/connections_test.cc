// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Rows: connections that are refused, silent, cut off, or not what they seem; one attempt each.
#include <gtest/gtest.h>

#include <filesystem>

#include "row.h"
#include "transport/testing/certificates.h"
#include "transport/testing/http_server.h"

namespace spansmith::faults {
namespace {

using transport::HttpAnswer;
using transport::RawConnection;
using transport::TestAuthority;
using transport::TestCertificate;

constexpr char kFailed[] = "export_failed";

// Where no answer will come, which need not be waited for long.
Environment Soon(const std::string& url) { return To(url) + Environment{{"OTEL_EXPORTER_OTLP_TIMEOUT", "300"}}; }

TEST(Connections, Refused) {
  const std::string url = "http://127.0.0.1:" + std::to_string(transport::RefusingPort());
  Expect("refused", RunTraced(To(url)), 0, kFailed, "connection refused");
}

TEST(Connections, RefusedOverGrpc) {
  const std::string url = "http://127.0.0.1:" + std::to_string(transport::RefusingPort());
  Expect("refused, gRPC", RunTraced(OverGrpcTo(url)), 0, kFailed, "connection refused");
}

TEST(Connections, NoSocketThere) {
  Expect("Unix domain socket that is not there", RunTraced(To("unix:/tmp/spansmith-no-such-socket")), 0, kFailed,
         "cannot be sent to unix:/tmp/spansmith-no-such-socket");
}

TEST(Connections, NeverAnswered) {
  Receiver receiver([](RawConnection& peer) { peer.WaitUntilClosed(); });
  Expect("accepted, never answered", RunTraced(Soon(receiver.url())), 0, kFailed, "no answer within");
}

TEST(Connections, AnsweredAfterTheDeadline) {
  Receiver receiver([](RawConnection& peer) {
    peer.WaitUntilClosed();
    peer.Send(HttpAnswer(200));
  });
  Expect("answered after the deadline", RunTraced(Soon(receiver.url())), 0, kFailed, "no answer within");
}

TEST(Connections, ClosedAtOnce) {
  Receiver receiver([](RawConnection&) {});
  Expect("closed without an answer", RunTraced(To(receiver.url())), 0, kFailed, "closed without an answer");
}

TEST(Connections, HalfAHead) {
  Receiver receiver([](RawConnection& peer) { peer.Send("HTTP/1.1 200 OK\r\nContent-"); });
  Expect("half a head", RunTraced(To(receiver.url())), 0, kFailed, "within the head of its answer");
}

// The status has been said: the receiver has taken them.
TEST(Connections, HalfABody) {
  Receiver receiver([](RawConnection& peer) { peer.Send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"); });
  Expect("200 and half a body", RunTraced(To(receiver.url())), kSpans, "", "");
}

TEST(Connections, HalfABodyOfAnError) {
  Receiver receiver([](RawConnection& peer) { peer.Send("HTTP/1.1 500 No\r\nContent-Length: 100\r\n\r\nhalf"); });
  Expect("500 and half a body", RunTraced(To(receiver.url())), 0, kFailed, "it answered HTTP status 500");
}

TEST(Connections, ResetInTheBody) {
  Receiver receiver([](RawConnection& peer) {
    peer.Send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    peer.Reset();
  });
  Expect("200 and a reset in the body", RunTraced(To(receiver.url())), kSpans, "", "");
}

TEST(Connections, ResetBeforeTheAnswer) {
  Receiver receiver([](RawConnection& peer) { peer.Reset(); });
  Expect("reset before the answer", RunTraced(To(receiver.url())), 0, kFailed, "cannot be sent to");
}

TEST(Connections, AnUnknownName) {
  Expect("name that does not resolve", RunTraced(To("http://spansmith.invalid:4318")), 0, kFailed, "spansmith.invalid");
}

// It says hello to TLS and nothing comes back.
TEST(Connections, TlsIsNeverAnswered) {
  transport::RawServer server([](RawConnection& peer) { peer.WaitUntilClosed(); });
  Expect("TLS is never answered", RunTraced(Soon("https" + server.url().substr(4))), 0, kFailed, "no answer within");
}

TEST(Connections, TheRequestIsReadByteByByte) {
  transport::RawServer server([](RawConnection& peer) {
    peer.ReadByteByByte();
    while (peer.ReadRequest()) peer.Send(HttpAnswer(200));
  });
  Expect("request read byte by byte", RunTraced(To(server.url())), kSpans, "", "");
}

// Bytes now and then, for ever: the deadline is of the whole.
TEST(Connections, AHeadThatNeverEnds) {
  Receiver receiver([](RawConnection& peer) {
    peer.Send("HTTP/1.1 200 OK\r\n");
    while (peer.Send("X-More: 1\r\n")) peer.Pause();
  });
  Expect("a head that never ends, bit by bit", RunTraced(Soon(receiver.url())), 0, kFailed, "no answer within");
}

class Certificates : public ::testing::Test {
 protected:
  Result Against(const TestCertificate& shown, const std::string& trusted) {
    transport::TestHttpServer server(transport::TestTls{shown.certificate, shown.key});
    const Result result = RunTraced(To(server.url()) + Environment{{"OTEL_EXPORTER_OTLP_CERTIFICATE", trusted}});
    requests_ = server.Requests().size();
    return result;
  }
  TestAuthority authority_;
  std::size_t requests_ = 0;
};

TEST_F(Certificates, Good) {
  Expect("TLS", Against(authority_.Issue("IP:127.0.0.1"), authority_.certificate()), kSpans, "", "");
  EXPECT_EQ(requests_, 1u);
}

TEST_F(Certificates, Expired) {
  Expect("expired certificate", Against(authority_.Issue("IP:127.0.0.1", true), authority_.certificate()), 0, kFailed,
         "certificate has expired");
  EXPECT_EQ(requests_, 0u);
}

TEST_F(Certificates, ForAnotherHost) {
  Expect("certificate for another host", Against(authority_.Issue("DNS:other.test"), authority_.certificate()), 0,
         kFailed, "cannot be sent to");
  EXPECT_EQ(requests_, 0u);
}

TEST_F(Certificates, OfAnUnknownAuthority) {
  TestAuthority other;
  Expect("certificate of an unknown authority", Against(authority_.Issue("IP:127.0.0.1"), other.certificate()), 0,
         kFailed, "cannot be sent to");
  EXPECT_EQ(requests_, 0u);
}

TEST_F(Certificates, AuthoritysFileIsMissing) {
  Expect("authority's file is missing", Against(authority_.Issue("IP:127.0.0.1"), authority_.folder() + "/none.pem"), 0,
         kFailed, "of OTEL_EXPORTER_OTLP_CERTIFICATE cannot be used: No such file or directory");
  EXPECT_EQ(requests_, 0u);
}

TEST_F(Certificates, ClientIsUnknown) {
  const TestCertificate shown = authority_.Issue("IP:127.0.0.1");
  TestAuthority stranger;
  const TestCertificate client = stranger.Issue("DNS:client");
  transport::TestHttpServer server(transport::TestTls{shown.certificate, shown.key, authority_.certificate()});
  const Result result =
      RunTraced(To(server.url()) + Environment{{"OTEL_EXPORTER_OTLP_CERTIFICATE", authority_.certificate()},
                                               {"OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", client.certificate},
                                               {"OTEL_EXPORTER_OTLP_CLIENT_KEY", client.key}});
  Expect("mTLS, our certificate is unknown there", result, 0, kFailed, "cannot be sent to");
  EXPECT_TRUE(server.Requests().empty());
}

}  // namespace
}  // namespace spansmith::faults
