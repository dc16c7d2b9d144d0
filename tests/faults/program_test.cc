// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the program itself does to its runtime: it forks, ends, becomes another, and ends threads, while spans are sent.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "row.h"

namespace spansmith::faults {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using transport::HttpAnswer;
using transport::RawConnection;

// One request a connection, so that parent and child are answered in turn.
transport::RawServer::Play AnswerAndClose() {
  return [](RawConnection& peer) { peer.Send(HttpAnswer(200, "", "Connection: close\r\n")); };
}

class Taking {
 public:
  std::string url() const { return server_.url(); }
  std::uint64_t accepted() const { return accepted_; }

 private:
  std::atomic<std::uint64_t> accepted_{0};
  transport::RawServer server_{[this](RawConnection& peer) {
    std::string body;
    if (!peer.ReadRequest(&body)) return;
    accepted_ += SpansIn(body);
    AnswerAndClose()(peer);
  }};
};

TEST(Program, ForksWhileSpansAreSent) {
  Taking receiver;
  const Result result = RunTraced(To(receiver.url()) + Environment{{"OTEL_EXPORTER_OTLP_TIMEOUT", "60000"}}, "fork");
  EXPECT_EQ(result["delivered"], kSpans) << result.said;
  EXPECT_EQ(receiver.accepted(), 2 * kSpans);  // the child's own beside them
}

TEST(Program, AThousandThreadsEndTogether) {
  Taking receiver;
  const Result result =
      RunToItsEnd(To(receiver.url()) + Environment{{"OTEL_EXPORTER_OTLP_TIMEOUT", "60000"}}, "threads");
  EXPECT_EQ(result.exit_code, 0) << result.said;
  EXPECT_EQ(result["produced"], kSpans + 1'000);
  EXPECT_EQ(result["delivered"], result["produced"]) << result.said;
  EXPECT_EQ(receiver.accepted(), result["produced"]);
}

TEST(Program, ExitsOnAnotherThreadWhileSpansAreMade) {
  Taking receiver;
  const Result result = RunToItsEnd(To(receiver.url()) + Environment{{"OTEL_EXPORTER_OTLP_TIMEOUT", "60000"},
                                                                     {"SPANSMITH_SHUTDOWN_TIMEOUT", "60000"}},
                                    "exit");
  EXPECT_EQ(result.exit_code, 0) << result.said;
  EXPECT_GE(result["produced"], kSpans / 2);
  EXPECT_EQ(receiver.accepted(), result["delivered"]);
  // Those that were made since the account was taken may be in no number yet.
  EXPECT_LE(result["delivered"] + result["dropped"] + result["pending"], result["produced"]);
}

// Whatever is kept open for the next batch: a program that takes this one's place has none of it.
TEST(Program, BecomesAnother) {
  for (const bool grpc : {false, true}) {
    transport::RawServer server([](RawConnection& peer) {
      while (peer.ReadRequest()) peer.Send(HttpAnswer(200));
    });
    const Result result = RunToItsEnd(grpc ? OverGrpcTo(server.url()) : To(server.url()), "exec");
    EXPECT_EQ(result.exit_code, 0) << result.said;
    EXPECT_THAT(result.printed, HasSubstr("pipe:"));  // its outputs
    EXPECT_THAT(result.printed, Not(HasSubstr("socket:")));
  }
}

}  // namespace
}  // namespace spansmith::faults
