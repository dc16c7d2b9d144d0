// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See collector_fixture.h.
#include "collector_fixture.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <set>
#include <sstream>

namespace spansmith::e2e {

Environment operator+(Environment a, const Environment& b) {
  for (const auto& [name, value] : b) a[name] = value;
  return a;
}

std::uint64_t Account::operator[](const std::string& name) const {
  const auto found = numbers.find(name);
  return found == numbers.end() ? 0 : found->second;
}

void CollectorFixture::SetUp() {
  if (Collector::Program().empty()) GTEST_SKIP() << "e2e: skipped: no collector in the cache; run scripts/e2e";
  std::string pattern = "/tmp/spansmith-e2e-XXXXXX";
  folder_ = mkdtemp(pattern.data());
  collector_ = std::make_unique<Collector>(folder_);
  collector_->Start();
}

void CollectorFixture::TearDown() {
  collector_.reset();
  if (folder_.empty()) return;
  if (HasFailure()) {
    std::fprintf(stderr, "what the programs and the Collector said is in %s\n", folder_.c_str());
  } else {
    std::filesystem::remove_all(folder_);
  }
}

Environment CollectorFixture::To(const std::string& url, bool grpc) {
  return {{"OTEL_EXPORTER_OTLP_ENDPOINT", url},
          {"OTEL_EXPORTER_OTLP_PROTOCOL", grpc ? "grpc" : "http/protobuf"},
          {"OTEL_BSP_SCHEDULE_DELAY", "50"},
          {"SPANSMITH_RETRY_DELAY", "50"}};
}

std::unique_ptr<Process> CollectorFixture::Begin(const std::string& service, const std::vector<std::string>& arguments,
                                                 const Environment& environment, const char* program) {
  std::vector<std::string> words = {program == nullptr ? TRACED_PROGRAM : program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return std::make_unique<Process>(words, environment + Environment{{"OTEL_SERVICE_NAME", service}}, folder_, service);
}

Account CollectorFixture::End(Process& program) const {
  program.CloseInput();
  EXPECT_EQ(program.Wait(), 0) << program.Err();
  Account account;
  account.said = program.Err();
  std::istringstream lines(program.Out());
  std::string name;
  for (std::uint64_t value; lines >> name >> value;) account.numbers[name] = value;
  EXPECT_EQ(account["produced"], account["delivered"] + account["dropped"] + account["spilled"]) << account.said;
  EXPECT_EQ(account["pending"], 0u);
  return account;
}

Account CollectorFixture::Run(const std::string& service, int rounds, const Environment& environment) {
  Account account = End(*Begin(service, {std::to_string(rounds)}, environment));
  EXPECT_EQ(account["produced"], kSpansOfRound * static_cast<std::uint64_t>(rounds));
  return account;
}

void CollectorFixture::ExpectAccountedFor(const std::string& service, const Account& account, bool again) const {
  const std::vector<StoredSpan> stored = collector_->Spans(service);
  std::set<std::string> ids;
  for (const StoredSpan& span : stored) ids.insert(span.span_id);
  EXPECT_EQ(account["produced"], ids.size() + account["dropped"]) << account.said;
  if (!again) {
    EXPECT_EQ(stored.size(), ids.size());
  }
  std::printf("%s: produced %llu, in the Collector's file %zu (%zu twice), counted as lost %llu\n", service.c_str(),
              static_cast<unsigned long long>(account["produced"]), ids.size(), stored.size() - ids.size(),
              static_cast<unsigned long long>(account["dropped"]));
}

void CollectorFixture::ExpectAllArrived(const std::string& service, const Account& account) const {
  EXPECT_GT(account["produced"], 0u);
  EXPECT_EQ(account["dropped"], 0u) << account.said;
  EXPECT_EQ(account.said, "");
  ExpectAccountedFor(service, account, false);
}

void CollectorFixture::ExpectAllLost(const std::string& service, const Account& account,
                                     const std::string& said) const {
  EXPECT_GT(account["produced"], 0u);
  EXPECT_EQ(account["dropped"], account["produced"]);
  EXPECT_THAT(account.said, ::testing::HasSubstr(said));
  for (const char* secret : {kToken, kPassword})
    EXPECT_THAT(account.said, ::testing::Not(::testing::HasSubstr(secret)));
  ExpectAccountedFor(service, account, false);
}

}  // namespace spansmith::e2e
