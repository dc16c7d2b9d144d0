// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Threads come and go under load: produced = delivered + dropped, exactly.
#include <gtest/gtest.h>
#include <spansmith/runtime.h>

#include <atomic>
#include <thread>
#include <vector>

#include "lifecycle/sink.h"

namespace spansmith::lifecycle {
namespace {

struct Counter : Sink {
  std::atomic<std::uint64_t> spans{0};
  void Take(const SpanData&) override { ++spans; }
};

void Leaf(int i) {
  static injected::Site site("Leaf");
  injected::Guard guard(&site);
  guard.Attribute("i", i);
  guard.Attribute("text", "some text that takes a little room");
}

void Tree(int i) {
  static injected::Site site("Tree");
  const injected::Guard guard(&site);
  Leaf(i);
  Leaf(i + 1);
}

TEST(Stress, NothingIsLostUncounted) {
  Counter counter;
  AddSink(&counter);
  const Stats before = GetStats();
  constexpr int kGenerations = 10;
  constexpr int kThreads = 8;
  constexpr int kTrees = 300;
  for (int generation = 0; generation < kGenerations; ++generation) {
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t) {
      threads.emplace_back([] {
        for (int i = 0; i < kTrees; ++i) Tree(i);
      });
    }
    for (std::thread& thread : threads) thread.join();
  }
  EXPECT_TRUE(Flush(std::chrono::minutes(1)));
  const Stats after = GetStats();
  EXPECT_EQ(after.produced - before.produced, std::uint64_t{kGenerations} * kThreads * kTrees * 3);
  EXPECT_EQ(after.pending, 0u);
  EXPECT_EQ(after.produced, after.delivered + after.Dropped());
  EXPECT_EQ(counter.spans, after.delivered - before.delivered);
  RemoveSink(&counter);
}

}  // namespace
}  // namespace spansmith::lifecycle
