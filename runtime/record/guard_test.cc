// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What Begin, End and the attribute functions leave in the ring. OnFirstSpan is this test's own: no runtime is running.
#include <gtest/gtest.h>

#include <exception>
#include <string>
#include <vector>

#include "record/first_span.h"
#include "record/ring_registry.h"
#include "record/thread_state.h"

namespace spansmith {
namespace {

using injected::Guard;
using injected::Site;

bool admit = true;

std::vector<record::RecordHeader> Drain() {
  std::vector<record::RecordHeader> records;
  record::Rings().ForEach([&](record::Ring& ring) {
    ring.Consume(1'000'000, [&](const record::RecordHeader& header) { records.push_back(header); });
  });
  return records;
}

class GuardTest : public ::testing::Test {
 protected:
  void SetUp() override {
    admit = true;
    Drain();
  }
};

TEST_F(GuardTest, ChildrenJoinTheTraceOfTheirParent) {
  Site outer("outer");
  Site inner("inner");
  {
    const Guard a(&outer);
    const Guard b(&inner);
  }
  const auto records = Drain();
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0].site, &inner);
  EXPECT_EQ(records[0].parent_span_id, records[1].span_id);
  EXPECT_EQ(records[0].trace_id_high, records[1].trace_id_high);
  EXPECT_EQ(records[0].trace_id_low, records[1].trace_id_low);
  EXPECT_EQ(records[1].parent_span_id, 0u);
  EXPECT_NE(records[0].span_id, records[1].span_id);
  EXPECT_LE(records[1].start, records[0].start);
  EXPECT_LE(records[0].start, records[0].end);
  EXPECT_LE(records[0].end, records[1].end);
  EXPECT_EQ(record::thread_state.top, nullptr);
}

TEST_F(GuardTest, TheCountOfExceptionsInFlightIsTheStandardOne) {
  struct Inside {
    Site* site;
    ~Inside() {
      const Guard guard(site);
      EXPECT_EQ(std::uncaught_exceptions(), 1);
      EXPECT_EQ(*record::thread_state.uncaught, 1u);
    }
  };
  Site site("S");
  const Guard guard(&site);
  EXPECT_EQ(*record::thread_state.uncaught, 0u);
  try {
    const Inside inside{&site};
    throw 1;
  } catch (int) {
    EXPECT_EQ(*record::thread_state.uncaught, 0u);
  }
}

TEST_F(GuardTest, ASiteThatIsOffRecordsNothing) {
  admit = false;
  Site site("off");
  Guard guard(&site);
  EXPECT_FALSE(guard.Recording());
  EXPECT_EQ(record::thread_state.top, nullptr);
  EXPECT_TRUE(Drain().empty());
}

TEST_F(GuardTest, AnAttributeWhileAnotherSpanIsOpenWithinIsDropped) {
  Site outer("outer");
  Site inner("inner");
  {
    Guard a(&outer);
    const Guard b(&inner);
    a.Attribute("late", 1);
  }
  const auto records = Drain();
  EXPECT_EQ(records[1].entry_count, 0u);
  EXPECT_EQ(records[1].dropped_attributes, 1u);
}

TEST_F(GuardTest, AttributesThatDoNotFitAreDroppedAndTheScratchSpaceComesBack) {
  Site site("big");
  const std::string large(record::Ring::kScratch - 96, 'x');
  for (int i = 0; i < 3; ++i) {
    Guard guard(&site);
    guard.Attribute("large", large);
    guard.Attribute("more", large);
    guard.Attribute("huge", std::string(1'000'000, 'x'));
    guard.Attribute("small", true);
  }
  for (const auto& record : Drain()) {
    EXPECT_EQ(record.entry_count, 2u);
    EXPECT_EQ(record.dropped_attributes, 2u);
  }
  EXPECT_EQ(record::thread_state.scratch_used, 0u);
}

TEST_F(GuardTest, AParentAddsAttributesAfterItsChildrenClosed) {
  Site outer("outer");
  Site inner("inner");
  {
    Guard a(&outer);
    a.Attribute("first", 1);
    {
      Guard b(&inner);
      b.Attribute("own", "x");
    }
    a.Attribute("second", 2);
  }
  const auto records = Drain();
  EXPECT_EQ(records[0].entry_count, 1u);
  EXPECT_EQ(records[1].entry_count, 2u);
  EXPECT_EQ(records[1].dropped_attributes, 0u);
}

TEST_F(GuardTest, SpansThatEndAfterTheStopAreCounted) {
  Site site("late");
  record::SetStopped(true);
  const auto before = record::EndedAfterShutdown().load();
  {
    const Guard guard(&site);
  }
  record::SetStopped(false);
  EXPECT_EQ(record::EndedAfterShutdown().load(), before + 1);
  EXPECT_TRUE(Drain().empty());
}

TEST_F(GuardTest, AFullRingCountsAndDoesNotWait) {
  Site site("many");
  std::uint64_t dropped = record::thread_state.ring == nullptr ? 0 : record::thread_state.ring->dropped();
  for (int i = 0; i < 10'000; ++i) const Guard guard(&site);
  dropped = record::thread_state.ring->dropped() - dropped;
  EXPECT_GT(dropped, 0u);
  EXPECT_EQ(Drain().size() + dropped, 10'000u);
}

}  // namespace

bool record::OnFirstSpan(injected::Site* site) noexcept {
  site->state = admit ? Site::kOn : Site::kOff;
  return admit;
}

}  // namespace spansmith
