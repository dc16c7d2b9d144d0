// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which traces are kept, whole, with which threshold; and that every span is passed on or counted.
#include "sample/tail/tail_sampler.h"

#include <gtest/gtest.h>

#include <cstring>
#include <set>

#include "drain/expand.h"
#include "propagate/trace_states.h"
#include "record/guard_flags.h"
#include "sample/head_sampler.h"

namespace spansmith::sample {
namespace {

constexpr std::uint64_t kSecond = 1'000'000'000;
constexpr std::uint64_t kHigh = 0x00f0000000000000;  // bits that a ratio of 0.1 takes
constexpr std::uint64_t kLow = 0x0010000000000000;   // and some that it does not
constexpr unsigned kFlags = injected::Frame::kSampled | record::kRandomTraceId;

constinit injected::Site site("S");

struct Out : drain::Outlet {
  void Pass(const record::SpanView& span) override { spans.push_back(drain::Expand(span)); }
  std::set<std::uint64_t> Ids() const {
    std::set<std::uint64_t> ids;
    for (const SpanData& span : spans) ids.insert(span.span_id.value);
    return ids;
  }
  std::vector<SpanData> spans;
};

// Records by hand, with at most one attribute.
struct Given {
  std::uint64_t trace = kLow;
  std::uint64_t id = 1;
  std::uint64_t parent = 0;
  unsigned flags = kFlags;
  std::uint64_t took = 1'000;
  const char* state = "";
  bool failed = false;
  const char* key = nullptr;
  std::int64_t value = 0;
};

class TailSamplerTest : public ::testing::Test {
 protected:
  void Use(TailSampling rules) { sampler_ = std::make_unique<TailSampler>(std::move(rules), &ledger_); }
  static TailSampling Ratio(double ratio) {
    TailSampling rules;
    rules.ratio = ratio;
    return rules;
  }

  void Take(const Given& given) {
    alignas(8) std::byte bytes[512] = {};
    std::size_t size = sizeof(record::RecordHeader);
    const auto append = [&](const auto& part) {
      std::memcpy(bytes + size, &part, sizeof part);
      size += sizeof part;
    };
    record::RecordHeader header{};
    header.site = &site;
    header.flags = given.flags & ~record::kOfRecord;
    header.trace_id_high = 7;
    header.trace_id_low = given.trace;
    header.span_id = given.id;
    header.parent_span_id = given.parent;
    header.start = 100 * kSecond;
    header.end = header.start + given.took;
    if (*given.state != '\0') {
      header.flags |= record::kHasTraceState;
      append(std::uint64_t{propagate::RememberTraceState(given.state)});
    }
    if (given.key != nullptr) {
      header.flags |= record::kHasEntries;
      append(record::EntriesHeader{sizeof(record::EntryHeader) + 8, 1});
      append(record::EntryHeader{given.key, record::EntryType::kInt64, 8});
      append(given.value);
    }
    if (given.failed) {
      header.flags |= record::kHasDetails;
      record::Details details{};
      details.ending = record::Ending::kThrew;
      append(details);
    }
    header.size = static_cast<std::uint32_t>(size);
    std::memcpy(bytes, &header, sizeof header);
    ++taken_;
    sampler_->Take(record::SpanView(*reinterpret_cast<const record::RecordHeader*>(bytes)), out_);
  }
  void Tick(std::uint64_t seconds, drain::Moment moment = drain::Moment::kRound) {
    sampler_->Tick(seconds * kSecond, moment, out_);
  }
  void End() {
    Tick(10'000, drain::Moment::kEnd);
    EXPECT_EQ(taken_, out_.spans.size() + ledger_.sampled_out() + ledger_.dropped(loss::Reason::kTailEvicted));
    EXPECT_EQ(sampler_->held_bytes(), 0u);
  }

  loss::Ledger ledger_;
  std::unique_ptr<TailSampler> sampler_;
  Out out_;
  std::size_t taken_ = 0;
};

using Ids = std::set<std::uint64_t>;

TEST_F(TailSamplerTest, ATraceIsHeldUntilItsRootEndsThenKeptOrDroppedWhole) {
  Use(Ratio(0.1));
  Take({.trace = kHigh, .id = 2, .parent = 1});
  Take({.trace = kLow, .id = 12, .parent = 11});
  EXPECT_TRUE(out_.spans.empty());
  EXPECT_GT(sampler_->held_bytes(), 0u);
  Take({.trace = kHigh, .id = 1});
  Take({.trace = kLow, .id = 11});
  EXPECT_EQ(out_.Ids(), (Ids{1, 2}));
  EXPECT_EQ(out_.spans[0].span_id.value, 2u);  // as they ended
  EXPECT_EQ(ledger_.sampled_out(), 2u);
  End();
}

TEST_F(TailSamplerTest, AnErrorAnywhereKeepsAll) {
  Use(Ratio(0));
  Take({.id = 3, .parent = 2});
  Take({.id = 2, .parent = 1, .failed = true});
  Take({.id = 4, .parent = 1});
  Take({.id = 1});
  EXPECT_EQ(out_.Ids(), (Ids{1, 2, 3, 4}));
  Take({.trace = kLow + 1, .id = 21});
  EXPECT_EQ(ledger_.sampled_out(), 1u);
  End();
}

TEST_F(TailSamplerTest, WithoutThatRuleAnErrorIsNothing) {
  TailSampling rules = Ratio(0);
  rules.errors = false;
  Use(rules);
  Take({.id = 1, .failed = true});
  EXPECT_TRUE(out_.spans.empty());
  End();
}

TEST_F(TailSamplerTest, SlowWritesAndAttributes) {
  TailSampling rules = Ratio(0);
  rules.slow = std::chrono::milliseconds(5);
  rules.writes = true;
  rules.attributes = {{"tenant", "7"}, {"debug", "*"}};
  Use(rules);
  Take({.trace = 1, .id = 1, .took = 5'000'000});
  Take({.trace = 2, .id = 2, .took = 4'999'999});
  Take({.trace = 3, .id = 3, .parent = 99, .took = 9'000'000});  // no root: that it is slow says nothing
  Take({.trace = 4, .id = 4, .key = "k8s.reconcile.writes", .value = 1});
  Take({.trace = 5, .id = 5, .key = "k8s.reconcile.writes", .value = 0});
  Take({.trace = 6, .id = 6, .key = "tenant", .value = 7});
  Take({.trace = 7, .id = 7, .key = "tenant", .value = 8});
  Take({.trace = 8, .id = 8, .key = "debug", .value = 0});
  EXPECT_EQ(out_.Ids(), (Ids{1, 4, 6, 8}));
  End();
}

TEST_F(TailSamplerTest, SlowerThanItsOwnP99) {
  TailSampling rules = Ratio(0);
  rules.slow_p99 = true;
  Use(rules);
  for (std::uint64_t i = 1; i <= 200; ++i) Take({.trace = i, .id = i, .took = 1'000'000});
  EXPECT_TRUE(out_.spans.empty());
  Take({.trace = 1000, .id = 1000, .took = 80'000'000});
  EXPECT_EQ(out_.Ids(), (Ids{1000}));
  End();
}

TEST_F(TailSamplerTest, TheThresholdIsRaisedToTheCombinedProbability) {
  Use(Ratio(0.5));
  const auto state_of = [this](const Given& given) {
    out_.spans.clear();
    Take(given);
    taken_ -= out_.spans.size();
    return out_.spans.empty() ? std::string("dropped") : out_.spans[0].trace_state;
  };
  EXPECT_EQ(state_of({.trace = kHigh}), "ot=th:8");                                  // the head took all
  EXPECT_EQ(state_of({.trace = kHigh + 1, .state = "ot=th:8,a=1"}), "ot=th:c,a=1");  // a half of a half
  EXPECT_EQ(state_of({.trace = kLow, .state = "ot=rv:c0000000000000;th:8"}), "ot=th:c;rv:c0000000000000");
  EXPECT_EQ(state_of({.trace = kHigh + 2, .state = "ot=rv:bfffffffffffff;th:8"}), "dropped");
  EXPECT_EQ(state_of({.trace = kHigh + 3, .flags = injected::Frame::kSampled, .state = "a=1"}), "a=1");  // not vouched
  // Sampled elsewhere, by a part that nobody told.
  EXPECT_EQ(state_of({.trace = kHigh + 4, .parent = 9, .flags = kFlags | record::kRemoteParent}), "");
  EXPECT_EQ(state_of({.trace = kHigh + 5, .parent = 9, .flags = kFlags | record::kRemoteParent, .state = "ot=th:0"}),
            "ot=th:8");
  EXPECT_EQ(state_of({.trace = kHigh + 6, .state = "ot=th:8,a=1", .failed = true}), "a=1");  // by a rule
  EXPECT_EQ(state_of({.trace = kLow + 6, .state = "a=1", .failed = true}), "a=1");
}

TEST_F(TailSamplerTest, ARatioOfOneChangesNothing) {
  Use(Ratio(1));
  Take({.trace = kLow, .id = 1, .state = "ot=th:8,a=1"});
  EXPECT_EQ(out_.spans[0].trace_state, "ot=th:8,a=1");
  Take({.trace = kLow + 1, .id = 2});
  EXPECT_EQ(out_.spans[1].trace_state, "");
  End();
}

TEST_F(TailSamplerTest, TheRatioOfTheRatio) {
  Use(Ratio(0.25));
  std::uint64_t random = 1;
  for (std::uint64_t i = 1; i <= 20'000; ++i) {
    random = random * 6364136223846793005u + 1442695040888963407u;
    Take({.trace = random >> 8, .id = i});
  }
  EXPECT_NEAR(static_cast<double>(out_.spans.size()), 5'000, 250);
  End();
}

TEST_F(TailSamplerTest, WhatIsLateFollowsAKeptTraceAndIsJudgedAnewAfterADroppedOne) {
  Use(Ratio(0.1));
  Take({.trace = kHigh, .id = 1});
  Take({.trace = kHigh, .id = 2, .parent = 1});
  EXPECT_EQ(out_.Ids(), (Ids{1, 2}));
  EXPECT_EQ(out_.spans[1].trace_state, out_.spans[0].trace_state);
  Take({.trace = kLow, .id = 11});
  Take({.trace = kLow, .id = 12, .parent = 11, .failed = true});
  EXPECT_EQ(out_.Ids(), (Ids{1, 2, 12}));
  Take({.trace = kLow, .id = 13, .parent = 11});
  EXPECT_EQ(out_.Ids(), (Ids{1, 2, 12, 13}));
  EXPECT_EQ(ledger_.sampled_out(), 1u);
  End();
}

TEST_F(TailSamplerTest, LocalRootsOfOneTraceDecideEachForItself) {
  Use(Ratio(0));
  constexpr unsigned kRemote = kFlags | record::kRemoteParent;
  Take({.id = 12, .parent = 11});                    // of the first request
  Take({.id = 22, .parent = 21});                    // of the second
  Take({.id = 11, .parent = 99, .flags = kRemote});  // the first ends: dropped
  EXPECT_EQ(ledger_.sampled_out(), 2u);
  Take({.id = 21, .parent = 99, .flags = kRemote, .failed = true});
  EXPECT_EQ(out_.Ids(), (Ids{21, 22}));
  End();
}

TEST_F(TailSamplerTest, SpansWithoutTheirRootAreDecidedAfterAWhile) {
  TailSampling rules = Ratio(0.1);
  rules.wait = std::chrono::seconds(60);
  Use(rules);
  Tick(1'000);
  Take({.trace = kHigh, .id = 2, .parent = 1});
  Tick(1'059);
  EXPECT_TRUE(out_.spans.empty());
  Take({.trace = kHigh, .id = 3, .parent = 1});
  Tick(1'100);
  EXPECT_TRUE(out_.spans.empty());
  Tick(1'119);
  EXPECT_EQ(out_.Ids(), (Ids{2, 3}));
  End();
}

TEST_F(TailSamplerTest, AFlushDecidesNothingAndTheEndDecidesAll) {
  Use(Ratio(0.1));
  Take({.trace = kHigh, .id = 2, .parent = 1});
  Take({.trace = kLow, .id = 3, .parent = 1});
  Tick(1'000, drain::Moment::kFlush);
  EXPECT_TRUE(out_.spans.empty());
  End();
  EXPECT_EQ(out_.Ids(), (Ids{2}));
}

TEST_F(TailSamplerTest, MemoryIsBoundedAndTheOldestIsGivenUpAndCounted) {
  TailSampling rules = Ratio(1);
  rules.max_bytes = 64 * 1024;
  Use(rules);
  std::size_t most = 0;
  for (std::uint64_t i = 1; i <= 2'000; ++i) {
    Take({.trace = i, .id = i, .parent = 5});
    most = std::max(most, sampler_->held_bytes());
  }
  EXPECT_LE(most, 64 * 1024u);
  EXPECT_GT(ledger_.dropped(loss::Reason::kTailEvicted), 1'000u);
  End();
  EXPECT_EQ(out_.Ids().count(2'000), 1u);
  EXPECT_EQ(out_.Ids().count(1), 0u);
}

TEST_F(TailSamplerTest, IdsThatGoInCirclesEndNothing) {
  Use(Ratio(0));
  Take({.id = 2, .parent = 3});
  Take({.id = 3, .parent = 2});
  Take({.id = 1});
  EXPECT_EQ(ledger_.sampled_out(), 1u);
  End();
}

TEST_F(TailSamplerTest, DecisionsAreForgottenInTime) {
  Use(Ratio(1));
  for (std::uint64_t i = 1; i <= TailSampler::kMostDecisions + 1; ++i) Take({.trace = i, .id = i});
  EXPECT_EQ(out_.spans.size(), TailSampler::kMostDecisions + 1);
  Take({.trace = 1, .id = 9, .parent = 1});  // forgotten: held again
  EXPECT_EQ(out_.spans.size(), TailSampler::kMostDecisions + 1);
  End();
}

}  // namespace
}  // namespace spansmith::sample
