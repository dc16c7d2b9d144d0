// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The Collector goes and comes back while a program makes spans: no span is lost where the OTLP specification lets it
// be sent again, and where one is, it is counted.
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>

#include "collector_fixture.h"

namespace spansmith::e2e {
namespace {

class Restart : public CollectorFixture {
 protected:
  // A program that makes spans until it is ended, once the first have arrived.
  std::unique_ptr<Process> Stream(const std::string& service, const Environment& environment) {
    auto program = Begin(service, {"stream", "2000"}, environment);
    WaitForMore(service);
    return program;
  }
  void WaitForMore(const std::string& service) {
    const std::size_t now = collector_->CountSpans(service);
    WaitUntil("more spans arrive", [&] { return collector_->CountSpans(service) > now + 100; });
  }
  static void WaitUntilItSays(const Process& program, const std::string& words) {
    WaitUntil("the program says: " + words, [&] { return program.Err().find(words) != std::string::npos; });
  }
  // A Collector that was ready just now may not catch SIGTERM yet: one that has taken spans does.
  void ExpectAllArrivedBefore(const Environment& environment) {
    EXPECT_EQ(Run("before", 1, environment)["delivered"], kSpansOfRound);
  }
  // The whole of it, with an outage in between, for one way in.
  void ExpectNoneLost(const std::string& service, const Environment& environment) {
    const auto program = Stream(service, environment);
    collector_->Stop();
    WaitUntilItSays(*program, "they are kept and tried again");
    collector_->Start();
    WaitForMore(service);
    WaitUntilItSays(*program, "none was lost meanwhile");
    const Account account = End(*program);
    collector_->Stop();
    EXPECT_EQ(account["dropped"], 0u) << account.said;
    ExpectAccountedFor(service, account, true);
  }
};

TEST_F(Restart, OverHttp) { ExpectNoneLost("restart-http", To(collector_->Url(Door::kPlain, false), false)); }
TEST_F(Restart, OverGrpc) { ExpectNoneLost("restart-grpc", To(collector_->Url(Door::kPlain, true), true)); }
TEST_F(Restart, OverMutualTlsAndGrpc) {
  ExpectNoneLost("restart-mtls",
                 To(collector_->Url(Door::kMutualTls, true), true) +
                     Environment{{"OTEL_EXPORTER_OTLP_CERTIFICATE", collector_->authority()},
                                 {"OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", collector_->client().certificate},
                                 {"OTEL_EXPORTER_OTLP_CLIENT_KEY", collector_->client().key}});
}

TEST_F(Restart, WithOtherCertificates) {
  for (const bool grpc : {false, true}) {
    const std::string service = grpc ? "rotate-grpc" : "rotate-http";
    const auto program =
        Stream(service, To(collector_->Url(Door::kMutualTls, grpc), grpc) +
                            Environment{{"OTEL_EXPORTER_OTLP_CERTIFICATE", collector_->authority()},
                                        {"OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", collector_->client().certificate},
                                        {"OTEL_EXPORTER_OTLP_CLIENT_KEY", collector_->client().key}});
    collector_->Stop();
    WaitUntilItSays(*program, "they are kept and tried again");
    collector_->RenewCertificates();
    collector_->Start();
    WaitForMore(service);
    const Account account = End(*program);
    EXPECT_EQ(account["dropped"], 0u) << account.said;
    collector_->Stop();
    ExpectAccountedFor(service, account, true);
    collector_->Start();
  }
}

// It is there and says nothing: attempts end by their timeout. What it had taken by then may come twice.
TEST_F(Restart, Frozen) {
  const std::string service = "frozen";
  const auto program = Stream(
      service, To(collector_->Url(Door::kPlain, false), false) + Environment{{"OTEL_EXPORTER_OTLP_TIMEOUT", "300"}});
  collector_->Pause();
  WaitUntilItSays(*program, "no answer within");
  collector_->Resume();
  WaitUntilItSays(*program, "none was lost meanwhile");
  const Account account = End(*program);
  collector_->Stop();
  EXPECT_EQ(account["dropped"], 0u) << account.said;
  ExpectAccountedFor(service, account, true);
}

TEST_F(Restart, WithoutRetriesTheLossIsCounted) {
  const std::string service = "counted";
  const auto program =
      Stream(service, To(collector_->Url(Door::kPlain, false), false) + Environment{{"SPANSMITH_RETRY_TIME", "0"}});
  collector_->Stop();
  WaitUntilItSays(*program, "spans are lost");
  collector_->Start();
  WaitForMore(service);
  const Account account = End(*program);
  collector_->Stop();
  EXPECT_GT(account["dropped"], 0u);
  EXPECT_THAT(account.said, ::testing::ContainsRegex("[1-9][0-9]* were lost meanwhile"));
  ExpectAccountedFor(service, account, false);
}

TEST_F(Restart, WhatIsKeptOnDiskIsSentByTheNextProcess) {
  const std::string kept = folder_ + "/kept";
  const Environment to =
      To(collector_->Url(Door::kPlain, true), true) + Environment{{"SPANSMITH_SPILL_DIRECTORY", kept}};
  ExpectAllArrivedBefore(to);
  collector_->Stop();
  const Account first = Run("kept", 20, to + Environment{{"E2E_PATIENCE", "500"}});
  EXPECT_EQ(first["spilled"], first["produced"]) << first.said;
  collector_->Start();
  const Account second = Run("after", 20, to);
  collector_->Stop();
  ExpectAccountedFor("kept", first, false);
  ExpectAllArrived("after", second);
  EXPECT_TRUE(std::filesystem::is_empty(kept));
}

// With nothing configured but the endpoint.
TEST_F(Restart, StoppedForThirtySeconds) {
  if (std::getenv("SPANSMITH_E2E_LONG") == nullptr) GTEST_SKIP() << "e2e: skipped: it takes a minute; run scripts/e2e";
  std::map<std::string, std::unique_ptr<Process>> programs;
  for (const bool grpc : {false, true}) {
    const std::string service = grpc ? "half-a-minute-grpc" : "half-a-minute-http";
    programs[service] = Stream(service, {{"OTEL_EXPORTER_OTLP_ENDPOINT", collector_->Url(Door::kPlain, grpc)},
                                         {"OTEL_EXPORTER_OTLP_PROTOCOL", grpc ? "grpc" : "http/protobuf"}});
  }
  collector_->Stop();
  const auto begin = std::chrono::steady_clock::now();
  WaitUntil("thirty seconds have gone",
            [&] { return std::chrono::steady_clock::now() - begin > std::chrono::seconds(30); });
  collector_->Start();
  std::map<std::string, Account> accounts;
  for (const auto& [service, program] : programs) {
    WaitForMore(service);
    accounts[service] = End(*program);
  }
  collector_->Stop();
  for (const auto& [service, account] : accounts) {
    EXPECT_EQ(account["dropped"], 0u) << account.said;
    ExpectAccountedFor(service, account, true);
  }
}

}  // namespace
}  // namespace spansmith::e2e
