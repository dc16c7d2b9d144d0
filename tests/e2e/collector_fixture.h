// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the tests with the Collector have in common: one of their own, a traced program, and the comparison of what the
// program says it made with what the Collector has.
#ifndef TESTS_E2E_COLLECTOR_FIXTURE_H_
#define TESTS_E2E_COLLECTOR_FIXTURE_H_

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "collector.h"
#include "process.h"

namespace spansmith::e2e {

using Environment = Process::Environment;
Environment operator+(Environment a, const Environment& b);

constexpr std::uint64_t kSpansOfRound = 3;

// What a program said at its end.
struct Account {
  std::map<std::string, std::uint64_t> numbers;
  std::string said;  // on stderr
  std::uint64_t operator[](const std::string& name) const;
};

// Skipped where there is no Collector in the cache.
class CollectorFixture : public ::testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  // OTLP to that URL.
  static Environment To(const std::string& url, bool grpc);
  // As the Collector will know it: a name of its own for each program.
  std::unique_ptr<Process> Begin(const std::string& service, const std::vector<std::string>& arguments,
                                 const Environment& environment, const char* program = nullptr);
  Account End(Process& program) const;
  Account Run(const std::string& service, int rounds, const Environment& environment);

  // All that was produced is in the file, once.
  void ExpectAllArrived(const std::string& service, const Account& account) const;
  // Nothing is, and all is counted as lost, with these words.
  void ExpectAllLost(const std::string& service, const Account& account, const std::string& said) const;
  // What is in the file and what is counted as lost is what was produced. `again`: some may be there twice, because
  // an answer did not come back.
  void ExpectAccountedFor(const std::string& service, const Account& account, bool again) const;

  std::string folder_;
  std::unique_ptr<Collector> collector_;
};

}  // namespace spansmith::e2e

#endif  // TESTS_E2E_COLLECTOR_FIXTURE_H_
