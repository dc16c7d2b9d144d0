// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Whose child a span is: of what is open on the thread, of what was attached or given, of nobody; and what others see.
#include <gtest/gtest.h>
#include <spansmith/injected.h>

#include <functional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "record/drained.h"
#include "record/guard_flags.h"
#include "record/thread_state.h"

namespace spansmith::injected {
namespace {

constexpr char kRemote[] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

Site MakeSite(const char* name) {
  Site site(name);
  site.state = Site::kOn;  // no runtime decides here
  return site;
}

std::vector<record::Drained> Drain() { return record::TakeAll(); }

std::uint64_t SampledOut() {
  std::uint64_t count = 0;
  record::Rings().ForEach([&](record::Ring& ring) { count += ring.sampled_out(); });
  return count;
}

class ContextTest : public ::testing::Test {
 protected:
  void SetUp() override { Drain(); }
  void TearDown() override {
    EXPECT_EQ(record::thread_state.top, nullptr);
    EXPECT_EQ(record::thread_state.scratch_used, 0u);
  }
  Site outer_ = MakeSite("outer");
  Site inner_ = MakeSite("inner");
  const Context remote_ = ParseTraceparent(kRemote, 55);
};

TEST_F(ContextTest, TheInnermostSpanIsCurrent) {
  EXPECT_EQ(CurrentContext().span_id, 0u);
  EXPECT_FALSE(static_cast<bool>(Injector()));
  {
    const Guard a(&outer_);
    const Context first = CurrentContext();
    EXPECT_EQ(first.flags, Context::kSampled | Context::kRandom);
    {
      const Guard b(&inner_);
      EXPECT_NE(CurrentContext().span_id, first.span_id);
      EXPECT_EQ(CurrentContext().trace_id_high, first.trace_id_high);
    }
    EXPECT_EQ(CurrentContext().span_id, first.span_id);
    std::string carrier;
    const Injector injector;
    ASSERT_TRUE(static_cast<bool>(injector));
    injector.Into(carrier);
    EXPECT_EQ(carrier, FormatTraceparent(first).text);
  }
}

TEST_F(ContextTest, B3sDebugFlagGoesDownTheTrace) {
  Context remote = remote_;
  remote.flags |= Context::kDebug;
  const Attached attached(remote);
  const Guard a(&outer_);
  const Guard b(&inner_);
  EXPECT_NE(CurrentContext().flags & Context::kDebug, 0u);
  EXPECT_EQ(CurrentContext().flags & 0xffu, Context::kSampled);
}

TEST_F(ContextTest, ATargetThatThrowsIsCountedByTheInnermostSpan) {
  const auto fail = [] {
    try {
      throw std::runtime_error("no target");
    } catch (...) {
      Injector().Failed();
    }
  };
  fail();  // no span is open
  {
    const Guard outer(&outer_);
    const Guard inner(&inner_);
    fail();
    const Attached attached(remote_);
    fail();  // nobody's span
  }
  const std::vector<record::Drained> records = Drain();
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0].failed_attributes, 1u);
  EXPECT_EQ(records[1].failed_attributes, 0u);
}

TEST_F(ContextTest, AnAttachedContextIsAParentAndNothingElse) {
  {
    const Attached attached(remote_);
    EXPECT_EQ(CurrentContext().span_id, remote_.span_id);
    const Guard guard(&inner_);
  }
  const auto records = Drain();
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0].trace_id_high, remote_.trace_id_high);
  EXPECT_EQ(records[0].trace_id_low, remote_.trace_id_low);
  EXPECT_EQ(records[0].parent_span_id, remote_.span_id);
  EXPECT_EQ(records[0].flags & record::kRemoteParent, 0u);
}

TEST_F(ContextTest, AttachedContextsNestWithSpansAndComeOffInOrder) {
  const Guard a(&outer_);
  const Context first = CurrentContext();
  {
    const Attached attached(remote_);
    const Guard b(&inner_);
    EXPECT_EQ(CurrentContext().trace_id_high, remote_.trace_id_high);
    {
      const Attached nothing(Context{});  // leaves what is there
      EXPECT_EQ(CurrentContext().trace_id_high, remote_.trace_id_high);
    }
  }
  EXPECT_EQ(CurrentContext().span_id, first.span_id);
}

TEST_F(ContextTest, WhatIsBelowAnUnsampledContextIsNotRecordedAndCounted) {
  Context unsampled = remote_;
  unsampled.flags = 0;
  const std::uint64_t before = SampledOut();
  {
    const Attached attached(unsampled);
    Guard a(&outer_);
    EXPECT_FALSE(a.Recording());
    a.Attribute("key", 1);  // harmless: the generator asks first
    a.Name("n");
    a.Link(kRemote);
    a.EventBegin("e");
    a.EventEnd();
    EXPECT_EQ(CurrentContext().flags, 0u);
    EXPECT_EQ(CurrentContext().trace_id_high, remote_.trace_id_high);
    EXPECT_NE(CurrentContext().span_id, remote_.span_id);
    const Guard b(&inner_);
    EXPECT_FALSE(b.Recording());
  }
  EXPECT_TRUE(Drain().empty());
  EXPECT_EQ(SampledOut(), before + 2);
}

TEST_F(ContextTest, AGivenParentWinsOverTheOpenSpanAndIsRemote) {
  {
    const Guard a(&outer_);
    Parent parent;
    parent.Set(std::string(kRemote));
    const Guard b(&inner_, parent);
    const Guard c(&outer_);
  }
  const auto records = Drain();
  ASSERT_EQ(records.size(), 3u);
  EXPECT_EQ(records[1].parent_span_id, remote_.span_id);
  EXPECT_EQ(records[1].trace_id_low, remote_.trace_id_low);
  EXPECT_NE(records[1].flags & record::kRemoteParent, 0u);
  EXPECT_EQ(records[0].parent_span_id, records[1].span_id);  // and what is within is its child, a local one
  EXPECT_EQ(records[0].flags & record::kRemoteParent, 0u);
  EXPECT_NE(records[2].trace_id_high, remote_.trace_id_high);
}

TEST_F(ContextTest, WithoutAUsableParentASpanStandsWhereItIs) {
  {
    const Guard a(&outer_);
    Parent none;
    none.Set("");
    none.Set(static_cast<const char*>(nullptr));
    Parent malformed;
    malformed.Set("00-zz");
    Parent failed;
    try {
      throw std::runtime_error("in the expression");
    } catch (...) {
      failed.Failed();
    }
    const Guard b(&inner_, none);
    const Guard c(&inner_, malformed);
    const Guard d(&inner_, failed);
  }
  const auto records = Drain();
  ASSERT_EQ(records.size(), 4u);
  EXPECT_EQ(records[0].failed_attributes, 1u);
  EXPECT_EQ(records[1].failed_attributes, 1u);
  EXPECT_EQ(records[2].failed_attributes, 0u);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(records[i].parent_span_id, records[i + 1].span_id);
}

TEST_F(ContextTest, ARootBeginsATraceOfItsOwnButStaysWhereItIs) {
  Site root = MakeSite("root").Root();
  root.state = Site::kOn;
  {
    const Guard a(&outer_);
    const Guard b(&root);
    const Guard c(&inner_);
  }
  const auto records = Drain();
  ASSERT_EQ(records.size(), 3u);
  EXPECT_EQ(records[1].parent_span_id, 0u);
  EXPECT_NE(records[1].trace_id_low, records[2].trace_id_low);
  EXPECT_EQ(records[0].parent_span_id, records[1].span_id);
  EXPECT_EQ(records[0].trace_id_low, records[1].trace_id_low);
}

TEST_F(ContextTest, ACarriedCallableRunsUnderTheSpanThatPassedIt) {
  std::function<int(int)> callable = [this](int x) {
    const Guard guard(&inner_);
    return x + 1;
  };
  std::function<void()> empty;
  {
    const Guard guard(&outer_);
    Carry(callable);
    Carry(empty);
  }
  EXPECT_FALSE(static_cast<bool>(empty));
  int result = 0;
  std::thread([&] { result = callable(1); }).join();
  EXPECT_EQ(result, 2);
  const auto records = Drain();
  ASSERT_EQ(records.size(), 2u);
  const auto& outer = records[records[0].site == &outer_ ? 0 : 1];
  const auto& inner = records[records[0].site == &outer_ ? 1 : 0];
  EXPECT_EQ(inner.parent_span_id, outer.span_id);
  EXPECT_EQ(inner.trace_id_high, outer.trace_id_high);
}

}  // namespace
}  // namespace spansmith::injected
