// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A password or token stands in the URL, in headers, in a proxy's variable, and in what a receiver says back; it is in
// no line that the program prints, and in no span.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "row.h"
#include "transport/testing/grpc_server.h"
#include "transport/testing/http_server.h"

namespace spansmith::faults {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using transport::HttpAnswer;
using transport::RawConnection;

constexpr char kSecret[] = "hunter2secret";
constexpr char kEncoded[] = "bWU6aHVudGVyMnNlY3JldA";  // of me:hunter2secret, without padding

void ExpectNone(const std::string& text) {
  EXPECT_THAT(text, Not(HasSubstr(kSecret)));
  EXPECT_THAT(text, Not(HasSubstr("hunter2")));
  EXPECT_THAT(text, Not(HasSubstr(kEncoded)));
}

// Everything that has a place for one, at once; and the configuration as the program tells it.
Result RunWithSecrets(const Environment& environment) {
  const std::string secret = kSecret;
  const Result result =
      RunTraced(Environment{{"OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer%20" + secret + ",x-api-key=" + secret +
                                                               ",bad%20name=" + secret + ",content-length=" + secret +
                                                               ",x-broken=a%0d%0a" + secret},
                            {"OTEL_LOG_LEVEL", "debug"}} +
                    environment,
                "configuration");
  ExpectNone(result.said);
  ExpectNone(result.printed);
  EXPECT_THAT(result.printed, HasSubstr("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"));  // it is what was meant to be looked at
  return result;
}

std::string WithUser(const std::string& url) {
  return "http://me:" + std::string(kSecret) + "@" + url.substr(url.find("://") + 3);
}

TEST(Secrets, InNoSpanAndInNoLineWhereAllIsWell) {
  std::string seen;
  std::string head;
  transport::RawServer server([&](RawConnection& peer) {
    while (peer.ReadRequest(&seen, &head)) peer.Send(HttpAnswer(200));
  });
  const Result result = RunWithSecrets(To(WithUser(server.url())));
  EXPECT_EQ(result["delivered"], kSpans);
  EXPECT_EQ(SpansIn(seen), kSpans);
  ExpectNone(seen);
  // It did go where it was meant to.
  EXPECT_THAT(head, HasSubstr(kSecret));
}

TEST(Secrets, WhereTheReceiverRepeatsThem) {
  for (const int status : {400, 401, 503, 307}) {
    const std::string words = std::string("bad token ") + kSecret + ", and Basic " + kEncoded + "==";
    Receiver receiver(HttpAnswer(status, words,
                                 "Content-Type: text/plain\r\nLocation: http://me:" + std::string(kSecret) +
                                     "@elsewhere.test/" + kSecret + "\r\n"));
    const Result result = RunWithSecrets(To(WithUser(receiver.url())));
    EXPECT_THAT(result.said, HasSubstr("it answered HTTP status " + std::to_string(status)));
  }
}

TEST(Secrets, WhereAGrpcReceiverRepeatsThem) {
  transport::TestGrpcServer server;
  server.Refuse(16, std::string("bad token ") + kSecret);
  const Result result = RunWithSecrets(OverGrpcTo(WithUser(server.url())));
  EXPECT_THAT(result.said, HasSubstr("grpc-status 16 (UNAUTHENTICATED): bad token ***"));
}

TEST(Secrets, WhereNobodyListens) {
  const std::string port = std::to_string(transport::RefusingPort());
  EXPECT_THAT(RunWithSecrets(To(WithUser("http://127.0.0.1:" + port))).said, HasSubstr("connection refused"));
  RunWithSecrets(To(WithUser("http://spansmith.invalid")));
}

TEST(Secrets, WhereTheEndpointIsNone) {
  for (const std::string& url : {"ftp://me:" + std::string(kSecret) + "@h", "http://me:" + std::string(kSecret) + "@",
                                 "me:" + std::string(kSecret) + "@h:port", "http://h/?token=" + std::string(kSecret)}) {
    RunWithSecrets(To(url) + Environment{{"OTEL_EXPORTER_OTLP_TIMEOUT", "100"}});
  }
}

TEST(Secrets, OfProxies) {
  const std::string refused = "127.0.0.1:" + std::to_string(transport::RefusingPort());
  Receiver denying(HttpAnswer(407, std::string("no user ") + kSecret, "Content-Type: text/plain\r\n"));
  const std::string denied = denying.url().substr(7);
  for (const std::string& proxy :
       {"http://me:" + std::string(kSecret) + "@" + refused, "http://me:" + std::string(kSecret) + "@" + denied,
        "nonsense://me:" + std::string(kSecret) + "@h:1", "http://me:" + std::string(kSecret) + "@h:port",
        "me:" + std::string(kSecret) + "@proxy.invalid:1", "socks5://me:" + std::string(kSecret) + "@" + refused}) {
    const Result plain = RunWithSecrets(To("http://collector.invalid:4318") + Environment{{"http_proxy", proxy}});
    EXPECT_EQ(plain["delivered"], 0u);
    const Result secure = RunWithSecrets(To("https://collector.invalid:4318") + Environment{{"https_proxy", proxy}});
    EXPECT_EQ(secure["delivered"], 0u);
  }
}

}  // namespace
}  // namespace spansmith::faults
