// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Every way in: protocols, compression, TLS, mTLS, sockets, credentials, right and wrong ones.
#include <gmock/gmock.h>

#include "collector_fixture.h"

namespace spansmith::e2e {
namespace {

using Collecting = CollectorFixture;

constexpr int kRounds = 20;

std::string Named(const std::string& what, bool grpc, bool gzip = false) {
  return what + (grpc ? "-grpc" : "-http") + (gzip ? "-gzip" : "");
}

// The four ways in which OTLP is said.
class Ways : public CollectorFixture {
 protected:
  void ExpectEach(const std::string& what, const std::function<std::string(bool grpc)>& url,
                  const Environment& more = {}) {
    for (const bool grpc : {false, true}) {
      for (const bool gzip : {false, true}) {
        const std::string service = Named(what, grpc, gzip);
        accounts_[service] =
            Run(service, kRounds,
                To(url(grpc), grpc) + more + Environment{{"OTEL_EXPORTER_OTLP_COMPRESSION", gzip ? "gzip" : "none"}});
      }
    }
    collector_->Stop();
    for (const auto& [service, account] : accounts_) ExpectAllArrived(service, account);
  }
  std::map<std::string, Account> accounts_;
};

TEST_F(Ways, Plain) {
  ExpectEach("plain", [this](bool grpc) { return collector_->Url(Door::kPlain, grpc); });
}

TEST_F(Ways, UnixDomainSocket) {
  ExpectEach("socket", [this](bool grpc) { return collector_->UnixUrl(grpc); });
}

TEST_F(Ways, Tls) {
  ExpectEach("tls", [this](bool grpc) { return collector_->Url(Door::kTls, grpc); },
             {{"OTEL_EXPORTER_OTLP_CERTIFICATE", collector_->authority()}});
}

TEST_F(Ways, MutualTls) {
  ExpectEach("mtls", [this](bool grpc) { return collector_->Url(Door::kMutualTls, grpc); },
             {{"OTEL_EXPORTER_OTLP_CERTIFICATE", collector_->authority()},
              {"OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", collector_->client().certificate},
              {"OTEL_EXPORTER_OTLP_CLIENT_KEY", collector_->client().key}});
}

TEST_F(Ways, BearerToken) {
  ExpectEach("bearer", [this](bool grpc) { return collector_->Url(Door::kBearer, grpc); },
             {{"OTEL_EXPORTER_OTLP_HEADERS", std::string("authorization=Bearer%20") + kToken}});
}

TEST_F(Ways, BasicInTheUrl) {
  ExpectEach("basic", [this](bool grpc) {
    return collector_->Url(Door::kBasic, grpc).insert(7, std::string(kUser) + ':' + kPassword + '@');
  });
}

TEST_F(Collecting, WrongCredentials) {
  std::map<std::string, std::pair<Account, std::string>> accounts;
  const auto try_with = [&](const std::string& what, Door door, bool grpc, const std::string& header,
                            const std::string& said) {
    const std::string service = Named(what, grpc);
    Environment environment = To(collector_->Url(door, grpc), grpc);
    if (!header.empty()) environment["OTEL_EXPORTER_OTLP_HEADERS"] = "authorization=" + header;
    accounts[service] = {Run(service, kRounds, environment), said};
  };
  for (const bool grpc : {false, true}) {
    const std::string said = grpc ? "grpc-status 16 (UNAUTHENTICATED)" : "it answered HTTP status 401";
    try_with("wrong-token", Door::kBearer, grpc, "Bearer%20none", said);
    try_with("no-token", Door::kBearer, grpc, "", said);
    try_with("wrong-password", Door::kBasic, grpc, "Basic%20Ym9iOm5vcGU=", said);  // bob:nope
    try_with("token-for-password", Door::kBasic, grpc, std::string("Bearer%20") + kToken, said);
  }
  collector_->Stop();
  for (const auto& [service, of] : accounts) ExpectAllLost(service, of.first, of.second);
}

TEST_F(Collecting, WrongCertificates) {
  const transport::TestAuthority other;
  transport::TestAuthority stranger;
  const transport::TestCertificate client = stranger.Issue("DNS:client");
  const Environment once = {{"SPANSMITH_RETRY_TIME", "0"}};  // a certificate may come yet: it would be tried again
  std::map<std::string, Account> accounts;
  for (const bool grpc : {false, true}) {
    accounts[Named("wrong-authority", grpc)] =
        Run(Named("wrong-authority", grpc), kRounds,
            To(collector_->Url(Door::kTls, grpc), grpc) + once +
                Environment{{"OTEL_EXPORTER_OTLP_CERTIFICATE", other.certificate()}});
    const Environment mutual = To(collector_->Url(Door::kMutualTls, grpc), grpc) + once +
                               Environment{{"OTEL_EXPORTER_OTLP_CERTIFICATE", collector_->authority()}};
    accounts[Named("no-certificate", grpc)] = Run(Named("no-certificate", grpc), kRounds, mutual);
    accounts[Named("strangers-certificate", grpc)] =
        Run(Named("strangers-certificate", grpc), kRounds,
            mutual + Environment{{"OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", client.certificate},
                                 {"OTEL_EXPORTER_OTLP_CLIENT_KEY", client.key}});
    accounts[Named("plain-to-tls", grpc)] = Run(Named("plain-to-tls", grpc), kRounds,
                                                To("http" + collector_->Url(Door::kTls, grpc).substr(5), grpc) + once);
  }
  collector_->Stop();
  for (const auto& [service, account] : accounts) ExpectAllLost(service, account, "could not be sent to");
}

// Batches that are larger than the receiver takes: those are lost, and counted; the others arrive.
TEST_F(Collecting, TooLarge) {
  const Environment to = To(collector_->Url(Door::kSmall, false), false);
  const Account large = Run("large", kRounds, to);
  const Account small = Run("small", kRounds, to + Environment{{"OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "1"}});
  collector_->Stop();
  ExpectAllLost("large", large, "it answered HTTP status 4");
  ExpectAllArrived("small", small);
}

// What is in the file is what the program did.
TEST_F(Collecting, SpansAreAsTheyWere) {
  Run("tree", 10, To(collector_->Url(Door::kPlain, true), true));
  collector_->Stop();
  std::map<std::string, StoredSpan> by_id;
  for (const StoredSpan& span : collector_->Spans("tree")) by_id[span.span_id] = span;
  ASSERT_EQ(by_id.size(), 30u);
  int failed = 0;
  for (const auto& [id, span] : by_id) {
    EXPECT_EQ(span.scope, "spansmith.test/e2e");
    const auto parent = by_id.find(span.parent_id);
    if (span.name == "Reconcile") {
      EXPECT_EQ(parent, by_id.end());
      EXPECT_EQ(span.attributes.at("k8s.object.kind"), "\"Round\"");
      EXPECT_THAT(span.attributes.at("k8s.name"), ::testing::StartsWith("\"round-\xc3\xa9-"));
      continue;
    }
    ASSERT_NE(parent, by_id.end());
    EXPECT_EQ(parent->second.trace_id, span.trace_id);
    EXPECT_EQ(parent->second.name, span.name == "Get" ? "UpdateStatus" : "Reconcile");
    if (span.status != 2) continue;
    ++failed;
    EXPECT_EQ(span.name, "UpdateStatus");
    EXPECT_THAT(span.events, ::testing::ElementsAre("exception"));
    EXPECT_THAT(parent->second.events, ::testing::ElementsAre("given up"));
    EXPECT_EQ(span.attributes.at("round.found"), "false");
  }
  EXPECT_EQ(failed, 1);
}

#ifdef OTEL_PROGRAM
TEST_F(Collecting, SpansWrittenByHandAreOfTheSameTree) {
  const Account account =
      End(*Begin("by-hand", {std::to_string(kRounds)}, To(collector_->Url(Door::kPlain, false), false), OTEL_PROGRAM));
  collector_->Stop();
  EXPECT_EQ(account["produced"], kRounds * kSpansOfRound);
  ExpectAllArrived("by-hand", account);
  std::map<std::string, StoredSpan> by_id;
  for (const StoredSpan& span : collector_->Spans("by-hand")) by_id[span.span_id] = span;
  for (const auto& [id, span] : by_id) {
    if (span.name == "outer") {
      EXPECT_EQ(span.parent_id, "");
      continue;
    }
    ASSERT_EQ(by_id.count(span.parent_id), 1u);
    EXPECT_EQ(by_id[span.parent_id].name, span.name == "inner" ? "Traced" : "outer");
  }
}
#endif

}  // namespace
}  // namespace spansmith::e2e
