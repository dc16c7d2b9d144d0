// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What is slow for a function depends on what it took lately.
#include "sample/tail/latencies.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace spansmith::sample {
namespace {

constexpr std::uint64_t kMilli = 1'000'000;

TEST(Latencies, NothingIsSlowBeforeThereIsEnough) {
  Latencies latencies;
  const injected::Site site("S");
  for (std::uint32_t i = 0; i < Latencies::kEnough; ++i)
    EXPECT_FALSE(latencies.AboveP99(&site, i == 50 ? 1000 * kMilli : kMilli));
  EXPECT_TRUE(latencies.AboveP99(&site, 2000 * kMilli));
  EXPECT_FALSE(latencies.AboveP99(&site, kMilli));
}

TEST(Latencies, EachFunctionHasItsOwnAndGetsUsedToSlowness) {
  Latencies latencies;
  const injected::Site fast("fast");
  const injected::Site slow("slow");
  for (int i = 0; i < 200; ++i) {
    latencies.AboveP99(&fast, kMilli);
    latencies.AboveP99(&slow, 100 * kMilli);
  }
  EXPECT_FALSE(latencies.AboveP99(&slow, 100 * kMilli));
  EXPECT_TRUE(latencies.AboveP99(&fast, 100 * kMilli));
  int kept = 0;
  for (int i = 0; i < 10'000; ++i) kept += latencies.AboveP99(&fast, 100 * kMilli) ? 1 : 0;
  EXPECT_LT(kept, 10);
}

TEST(Latencies, AboutOneInAHundredAtMost) {
  Latencies latencies;
  const injected::Site site("S");
  int kept = 0;
  std::uint64_t random = 1;
  for (int i = 0; i < 50'000; ++i) {
    random = random * 6364136223846793005u + 1442695040888963407u;
    kept += latencies.AboveP99(&site, kMilli + (random >> 44)) ? 1 : 0;  // 1 ms to 2 ms, even
  }
  EXPECT_LE(kept, 750);
}

TEST(Latencies, OnlySoManyFunctions) {
  Latencies latencies;
  std::vector<std::unique_ptr<injected::Site>> sites;
  for (std::size_t i = 0; i <= Latencies::kMostSites; ++i) sites.push_back(std::make_unique<injected::Site>("S"));
  for (const auto& site : sites) {
    for (std::uint32_t i = 0; i < Latencies::kEnough; ++i) latencies.AboveP99(site.get(), kMilli);
  }
  EXPECT_TRUE(latencies.AboveP99(sites[0].get(), 100 * kMilli));
  EXPECT_FALSE(latencies.AboveP99(sites[Latencies::kMostSites].get(), 100 * kMilli));
}

}  // namespace
}  // namespace spansmith::sample
