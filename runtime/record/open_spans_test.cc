// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Spans that are open on one thread and ended, or looked at, by another.
#include "record/open_spans.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "record/drained.h"
#include "record/ring_registry.h"
#include "record/thread_state.h"

namespace spansmith::record {
namespace {

using injected::Guard;
using injected::Site;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class OpenSpansTest : public ::testing::Test {
 protected:
  void SetUp() override {
    site_.state = Site::kOn;
    within_.state = Site::kOn;
    TakeAll();  // others' records, whose sites are gone
  }
  void TearDown() override { SetStopped(false); }

  Site site_{"Site"};
  Site within_{"Within"};
};

// A thread that stands still between what it is told to do.
class Helper {
 public:
  template <typename Work>
  explicit Helper(Work work) : thread_([this, work] { work([this] { Pause(); }); }) {}
  ~Helper() { thread_.join(); }
  void WaitForPause(int count) {
    while (paused_ < count) std::this_thread::yield();
  }
  void GoOn() { ++gone_on_; }

 private:
  void Pause() {
    const int count = ++paused_;
    while (gone_on_ < count) std::this_thread::yield();
  }
  std::atomic<int> paused_{0};
  std::atomic<int> gone_on_{0};
  std::thread thread_;
};

TEST_F(OpenSpansTest, AGuardEndedElsewhereNeedNotBeTheInnermost) {
  std::unique_ptr<Guard> outer, middle;
  {
    Helper helper([&](auto pause) {
      outer = std::make_unique<Guard>(&site_);
      outer->Attribute("k", "outer");
      middle = std::make_unique<Guard>(&site_);
      middle->Attribute("k", "middle, which is the longest of all");
      {
        Guard inner(&within_);
        inner.Attribute("k", "inner");
        pause();
        inner.Attribute("k", "inner again");
      }
      EXPECT_EQ(thread_state.top, nullptr);
      EXPECT_EQ(thread_state.scratch_used, 0u);
      Guard next(&within_);
      next.Attribute("k", "next");
    });
    helper.WaitForPause(1);
    middle.reset();
    outer.reset();
    EXPECT_EQ(thread_state.top, nullptr);
    helper.GoOn();
  }
  std::vector<std::vector<std::string>> texts;
  for (const Drained& each : TakeAll()) texts.push_back(each.texts);
  EXPECT_THAT(texts,
              ::testing::UnorderedElementsAre(ElementsAre("middle, which is the longest of all"), ElementsAre("outer"),
                                              ElementsAre("inner", "inner again"), ElementsAre("next")));
}

TEST_F(OpenSpansTest, AnUnsampledOneIsTakenOutToo) {
  std::unique_ptr<Guard> outer;
  {
    Helper helper([&](auto pause) {
      const injected::Attached attached({1, 2, 3, 0, 0});  // a parent that is not sampled
      outer = std::make_unique<Guard>(&site_);
      {
        const Guard inner(&within_);
        pause();
      }
      EXPECT_EQ(thread_state.top->span_id, 3u);
    });
    helper.WaitForPause(1);
    outer.reset();
    helper.GoOn();
  }
  EXPECT_THAT(TakeAll(), IsEmpty());
}

TEST_F(OpenSpansTest, AfterTheEndOfItsThreadAGuardEndsWithoutItsAttributes) {
  std::unique_ptr<Guard> guard;
  std::thread([&] {
    guard = std::make_unique<Guard>(&site_);
    guard->Attribute("k", "v");
  }).join();
  guard.reset();
  const auto records = TakeAll();
  ASSERT_THAT(records, SizeIs(1));
  EXPECT_EQ(records[0].dropped_attributes, 1u);
}

TEST_F(OpenSpansTest, TheStopEndsThoseOfOtherThreadsOnce) {
  const std::uint64_t late = EndedAfterShutdown().load();
  {
    Helper helper([&](auto pause) {
      Guard outer(&site_);
      outer.Attribute("k", "outer");
      {
        Guard inner(&within_);
        inner.Attribute("k", "inner");
        pause();
        {
          const Guard later(&within_);
        }
      }
      pause();
    });
    helper.WaitForPause(1);
    EndOpenSpans();
    SetStopped(true);
    EndOpenSpansOfOthers();
    const auto records = TakeAll();
    ASSERT_THAT(records, SizeIs(2));
    for (const Drained& each : records) EXPECT_EQ(each.ending, Ending::kUnfinished);
    EXPECT_EQ(records[0].site, &within_);
    EXPECT_THAT(records[0].texts, ElementsAre("inner"));
    EXPECT_THAT(records[1].texts, ElementsAre("outer"));
    EXPECT_EQ(records[0].parent_span_id, records[1].span_id);
    EXPECT_GE(records[1].end, records[1].start);
    helper.GoOn();
    helper.WaitForPause(2);
    helper.GoOn();
  }
  EXPECT_THAT(TakeAll(), IsEmpty());
  EXPECT_EQ(EndedAfterShutdown().load() - late, 1u);  // the one that began after the stop
}

std::uint64_t Dropped() {
  std::uint64_t dropped = 0;
  Rings().ForEach([&](Ring& ring) { dropped += ring.dropped(); });
  return dropped;
}

// Whatever a thread does at the moment of the stop: each of its spans is recorded once, or counted.
TEST_F(OpenSpansTest, TheStopMayComeAtAnyMoment) {
  constexpr int kRounds = 50;
  std::uint64_t dropped_before = Dropped();
  for (int round = 0; round < kRounds; ++round) {
    const std::uint64_t late = EndedAfterShutdown().load();
    std::atomic<bool> go{true};
    std::uint64_t made = 0;
    {
      std::atomic<bool> running{false};
      std::thread busy([&] {
        while (go) {
          Guard outer(&site_);
          Guard inner(&within_);
          inner.Attribute("k", "v");
          made += 2;
          running = true;
        }
      });
      while (!running) std::this_thread::yield();
      for (int spin = 0; spin < round * 100; ++spin) std::atomic_signal_fence(std::memory_order_seq_cst);
      SetStopped(true);
      EndOpenSpansOfOthers();
      go = false;
      busy.join();
    }
    SetStopped(false);
    EXPECT_EQ(TakeAll().size() + (EndedAfterShutdown().load() - late) + (Dropped() - dropped_before), made);
    dropped_before = Dropped();
  }
}

TEST_F(OpenSpansTest, WhatIsNoFramesPlaceEndsTheSearch) {
  injected::Frame sought{};
  injected::Frame outer{};
  outer.parent = &sought;
  injected::Frame inner{};
  inner.parent = &outer;
  ThreadState state;
  state.top = &inner;
  injected::Frame* within = nullptr;
  EXPECT_TRUE(FindWithin(&state, &sought, &within));
  EXPECT_EQ(within, &outer);
  // A word of a stack that was a frame's and is something else's now.
  inner.parent = reinterpret_cast<injected::Frame*>(reinterpret_cast<std::uintptr_t>(&outer) + 4);
  EXPECT_FALSE(FindWithin(&state, &sought, &within));
  inner.parent = reinterpret_cast<injected::Frame*>(std::uintptr_t{64});  // of no memory
  EXPECT_FALSE(FindWithin(&state, &sought, &within));
}

}  // namespace
}  // namespace spansmith::record
