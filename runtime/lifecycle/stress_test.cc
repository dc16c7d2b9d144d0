// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Threads come and go under load, exporters stall and fail: produced = delivered + dropped + sampled out, exactly.
#include <gtest/gtest.h>
#include <spansmith/runtime.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <set>
#include <thread>
#include <vector>

#include "lifecycle/added_exporters.h"
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

// Stalls, fails and refuses; knows each span that it took.
class Unsteady : public exporter::Exporter {
 public:
  exporter::Outcome Export(const drain::Batch& batch, const transport::Patience&) override {
    std::size_t refused = 0;
    const unsigned dice = static_cast<unsigned>(random_() % 10);
    if (dice < 3) std::this_thread::sleep_for(std::chrono::milliseconds(dice));
    if (dice == 3) return exporter::Outcome::Lost("it does not want to");
    if (dice == 4) refused = batch.size() / 3;
    std::size_t at = 0;
    batch.ForEachRecord([&](const record::SpanView& span) {
      if (at++ >= refused) taken_.insert(span.span_id());
    });
    taken_count_ += batch.size() - refused;
    return exporter::Outcome::Delivered(refused, refused == 0 ? "" : "too many");
  }
  std::string Destination() const override { return "nowhere"; }
  std::string Advice() const override { return ""; }

  std::size_t taken() const { return taken_count_; }
  std::size_t different() const { return taken_.size(); }

 private:
  std::minstd_rand random_{5};
  std::set<std::uint64_t> taken_;
  std::size_t taken_count_ = 0;
};

std::atomic<std::uint64_t> made{0};

void Nest(std::minstd_rand& random, int depth) {
  static injected::Site sites[] = {injected::Site("A"), injected::Site("B").Scope("b"), injected::Site("C").Root()};
  injected::Guard guard(&sites[random() % 3]);
  ++made;
  for (auto attributes = random() % 4; attributes != 0; --attributes) guard.Attribute("some key", "some text");
  if (random() % 50 == 0) guard.Attribute("large", std::string(20'000, 'x'));
  for (auto children = depth == 0 ? 0 : random() % 4; children != 0; --children) Nest(random, depth - 1);
  if (random() % 40 == 0) throw 1;
}

void Work(unsigned seed, int rounds) {
  std::minstd_rand random(seed);
  for (int i = 0; i < rounds; ++i) {
    try {
      Nest(random, 5);
    } catch (int) {
    }
  }
}

TEST(Stress, EverySpanIsAccountedFor) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        setenv("OTEL_TRACES_EXPORTER", "none", 1);
        setenv("OTEL_TRACES_SAMPLER", "parentbased_traceidratio", 1);
        setenv("OTEL_TRACES_SAMPLER_ARG", "0.8", 1);
        setenv("SPANSMITH_BUFFER_SIZE", "2", 1);
        setenv("OTEL_BSP_SCHEDULE_DELAY", "20", 1);
        auto exporter = std::make_shared<Unsteady>();
        AddExporter(exporter, false);
        std::vector<std::thread> lasting;
        for (unsigned t = 0; t < 3; ++t) lasting.emplace_back([t] { Work(t + 1, 3'000); });
        for (unsigned generation = 0; generation < 300; ++generation) {
          std::vector<std::thread> passing;
          for (unsigned t = 0; t < 5; ++t) passing.emplace_back([=] { Work(generation * 10 + t, 5); });
          for (std::thread& thread : passing) thread.join();
          if (generation % 100 == 50) Flush(std::chrono::seconds(60));
        }
        for (std::thread& thread : lasting) thread.join();
        Shutdown(std::chrono::minutes(5));
        const Stats stats = GetStats();
        const bool ok = stats.produced == made && stats.pending == 0 && stats.sampled_out != 0 &&
                        stats.dropped_export_failed != 0 && stats.dropped_rejected != 0 &&
                        stats.produced == stats.delivered + stats.Dropped() + stats.sampled_out &&
                        exporter->taken() == stats.delivered && exporter->different() == stats.delivered;
        if (!ok) {
          std::fprintf(
              stderr, "made %llu produced %llu delivered %llu dropped %llu sampled out %llu taken %zu different %zu\n",
              static_cast<unsigned long long>(made.load()), static_cast<unsigned long long>(stats.produced),
              static_cast<unsigned long long>(stats.delivered), static_cast<unsigned long long>(stats.Dropped()),
              static_cast<unsigned long long>(stats.sampled_out), exporter->taken(), exporter->different());
        }
        std::exit(ok ? 0 : 1);
      },
      ::testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace spansmith::lifecycle
