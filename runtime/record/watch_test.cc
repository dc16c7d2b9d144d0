// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A sampler, a clock and ids of others are asked for spans of watched sites, and for no others.
#include "record/watch.h"

#include <gtest/gtest.h>
#include <spansmith/propagation.h>

#include <vector>

#include "record/drained.h"
#include "record/guard_flags.h"
#include "record/thread_state.h"
#include "sample/head_sampler.h"

namespace spansmith::record {
namespace {

using injected::Attached;
using injected::Guard;
using injected::Site;

Site MakeSite(const char* name, unsigned state = Site::kWatched) {
  Site site(name);
  site.state = state;
  return site;
}

std::vector<Drained> Drain() { return TakeAll(); }

class Clock : public TimeSource {
 public:
  std::uint64_t UnixNanos() noexcept override { return now += 10; }
  std::uint64_t now = 1'000;
};

class Ids : public IdSource {
 public:
  TraceId NewTraceId() noexcept override { return {0, ++trace}; }
  std::uint64_t NewSpanId() noexcept override { return ++span; }
  std::uint64_t trace = 0;
  std::uint64_t span = 0;
};

class Own : public Sampler {
 public:
  SamplingResult Sample(const SamplingRequest& request) noexcept override {
    names.emplace_back(request.name);
    parents.push_back(request.parent);
    random.push_back(request.Random());
    Site traced = MakeSite("in the sampler");
    const Guard guard(&traced);
    EXPECT_FALSE(guard.Recording());
    SamplingResult result = answer;
    return result;
  }
  std::string Description() const override { return "Own"; }

  SamplingResult answer;
  std::vector<std::string> names;
  std::vector<injected::Context> parents;
  std::vector<bool> random;
};

class WatchTest : public ::testing::Test {
 protected:
  void SetUp() override { Drain(); }
  void TearDown() override {
    watch.sampler.store(nullptr);
    watch.time.store(nullptr);
    watch.ids.store(nullptr);
    sample::Install({});
    EXPECT_EQ(thread_state.top, nullptr);
  }
  Own sampler_;
};

TEST_F(WatchTest, ClockAndIdsAreThoseOfTheSources) {
  Clock clock;
  Ids ids;
  watch.time.store(&clock);
  watch.ids.store(&ids);
  Site outer = MakeSite("outer");
  Site inner = MakeSite("inner");
  {
    const Guard a(&outer);
    Guard b(&inner);
    b.EventBegin("event");
    b.EventEnd();
  }
  const auto records = Drain();
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0].span_id, 2u);
  EXPECT_EQ(records[0].parent_span_id, 1u);
  EXPECT_EQ(records[0].trace_id_low, 1u);
  EXPECT_EQ(records[0].start, 1'020u);
  EXPECT_EQ(records[0].end, 1'040u);  // the event was at 1,030
  EXPECT_EQ(records[1].start, 1'010u);
  EXPECT_EQ(records[1].end, 1'050u);
  EXPECT_NE(records[1].flags & kUnixTimes, 0u);
  EXPECT_NE(records[1].flags & kRandomTraceId, 0u);
}

TEST_F(WatchTest, ASpanOutlivesItsClock) {
  Site site = MakeSite("site");
  {
    Clock clock;
    watch.time.store(&clock);
    const Guard guard(&site);
    watch.time.store(nullptr);
  }
  EXPECT_GT(Drain()[0].end, 1'000'000'000u);
}

TEST_F(WatchTest, TheSamplerDecidesWithTheParentBeforeIt) {
  watch.sampler.store(&sampler_);
  sampler_.answer.attributes = {{"why", std::string("because")}, {"n", std::int64_t{1}}};
  Site outer = MakeSite("outer");
  Site inner = MakeSite("inner");
  {
    const Attached attached({1, 2, 3, injected::Context::kSampled, TracestateNumber("a=1")});
    const Guard a(&outer);
    sampler_.answer = {};
    sampler_.answer.sampled = false;
    sampler_.answer.set_trace_state = true;
    sampler_.answer.trace_state = TracestateNumber("b=1");
    const Guard b(&inner);
    EXPECT_FALSE(b.Recording());
    EXPECT_EQ(TraceparentOf(CurrentContext()).substr(0, 36), "00-00000000000000010000000000000002-");
    EXPECT_EQ(TraceparentOf(CurrentContext()).substr(53), "00");
    EXPECT_EQ(TracestateOf(CurrentContext()), "b=1");
  }
  EXPECT_EQ(sampler_.names, (std::vector<std::string>{"outer", "inner"}));
  EXPECT_EQ(sampler_.parents[0].span_id, 3u);
  EXPECT_EQ(TracestateOf(sampler_.parents[0]), "a=1");
  EXPECT_FALSE(sampler_.random[0]);
  const auto records = Drain();
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0].entry_count, 2u);
  EXPECT_EQ(TracestateOf({0, 0, 0, 0, records[0].trace_state}), "a=1");
}

TEST_F(WatchTest, APlainSiteAsksNobodyAndCarriesTheTracestate) {
  watch.sampler.store(&sampler_);
  Site site = MakeSite("plain", Site::kOn);
  {
    const Attached attached({1, 2, 3, injected::Context::kSampled, TracestateNumber("a=1")});
    const Guard guard(&site);
    EXPECT_EQ(TracestateOf(CurrentContext()), "a=1");
  }
  EXPECT_TRUE(sampler_.names.empty());
  EXPECT_EQ(TracestateOf({0, 0, 0, 0, Drain()[0].trace_state}), "a=1");
}

TEST_F(WatchTest, ARootByRatioSaysItsThresholdToThoseBelow) {
  sample::Install(sample::PlanOf({config::SamplerKind::kTraceIdRatio, true, 0.5}));
  for (const unsigned state : {Site::kOn, Site::kWatched}) {
    Site outer = MakeSite("outer", state);
    Site inner = MakeSite("inner", state);
    bool seen[2] = {};
    for (int i = 0; i < 200; ++i) {
      const Guard a(&outer);
      const Guard b(&inner);
      seen[a.Recording() ? 1 : 0] = true;
      EXPECT_EQ(a.Recording(), b.Recording());
      EXPECT_EQ(TracestateOf(CurrentContext()), a.Recording() ? "ot=th:8" : "");
      EXPECT_EQ(TraceparentOf(CurrentContext()).substr(53), a.Recording() ? "03" : "02");
    }
    EXPECT_TRUE(seen[0]);
    EXPECT_TRUE(seen[1]);
  }
}

}  // namespace
}  // namespace spansmith::record
