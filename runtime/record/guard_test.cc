// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What Begin, End and the attribute functions leave in the ring. OnFirstSpan is this test's own: no runtime is running.
#include <gtest/gtest.h>
#include <pthread.h>
#include <signal.h>

#include <atomic>
#include <exception>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "record/drained.h"
#include "record/first_span.h"
#include "record/open_spans.h"
#include "record/thread_state.h"

namespace spansmith {
namespace {

using injected::Guard;
using injected::Site;

bool admit = true;

std::vector<record::Drained> Drain() { return record::TakeAll(); }

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

TEST_F(GuardTest, WhereAllChunksAreTakenASpanIsCountedAndNobodyWaits) {
  Site site("many");
  std::vector<record::Chunk*> taken;
  {
    const Guard first(&site);
  }
  while (record::Chunk* chunk = record::Chunks().Take(64)) taken.push_back(chunk);
  const std::uint64_t before = record::thread_state.ring->dropped();
  for (int i = 0; i < 1'000; ++i) const Guard guard(&site);
  const std::uint64_t dropped = record::thread_state.ring->dropped() - before;
  EXPECT_GT(dropped, 0u);
  EXPECT_EQ(Drain().size() + dropped, 1'001u);
  for (record::Chunk* chunk : taken) record::Chunks().Give(chunk);
}

TEST_F(GuardTest, GuardsThatEndOutOfTurnKeepTheirAttributesAndTheOrderOfTheRest) {
  Site site("S");
  auto outer = std::make_unique<Guard>(&site);
  outer->Attribute("k", "outer");
  auto middle = std::make_unique<Guard>(&site);
  middle->Attribute("k", "middle, which is the longest");
  auto inner = std::make_unique<Guard>(&site);
  inner->Attribute("k", "inner");
  middle.reset();
  inner->Attribute("k", "inner again");
  outer.reset();
  {
    Guard within(&site);
    within.Attribute("k", "within");
  }
  inner.reset();
  EXPECT_EQ(record::thread_state.top, nullptr);
  EXPECT_EQ(record::thread_state.scratch_used, 0u);
  const auto records = Drain();
  ASSERT_EQ(records.size(), 4u);
  EXPECT_EQ(records[0].texts, std::vector<std::string>{"middle, which is the longest"});
  EXPECT_EQ(records[1].texts, std::vector<std::string>{"outer"});
  EXPECT_EQ(records[2].texts, std::vector<std::string>{"within"});
  EXPECT_EQ(records[3].texts, (std::vector<std::string>{"inner", "inner again"}));
  EXPECT_EQ(records[2].parent_span_id, records[3].span_id);
  EXPECT_EQ(records[3].parent_span_id, records[0].span_id);
}

TEST_F(GuardTest, AGuardMayEndOnAnotherThread) {
  Site site("S");
  std::unique_ptr<Guard> guard;
  record::ThreadState* began_on = nullptr;
  std::atomic<bool> ended{false};
  std::atomic<bool> begun{false};
  std::thread beginner([&] {
    guard = std::make_unique<Guard>(&site);
    guard->Attribute("k", "v");
    began_on = &record::thread_state;
    begun = true;
    while (!ended) std::this_thread::yield();
    const Guard next(&site);
  });
  while (!begun) std::this_thread::yield();
  guard.reset();
  EXPECT_EQ(began_on->top, nullptr);
  EXPECT_EQ(began_on->scratch_used, 0u);
  ended = true;
  beginner.join();
  const auto records = Drain();
  ASSERT_EQ(records.size(), 2u);
  const bool first = !records[0].texts.empty();
  EXPECT_EQ(records[first ? 0 : 1].texts, std::vector<std::string>{"v"});
  EXPECT_EQ(records[first ? 1 : 0].parent_span_id, 0u);
}

TEST_F(GuardTest, SpansOpenAtTheEndAreEndedAsUnfinishedOnce) {
  Site outer("outer");
  Site inner("inner");
  {
    Guard a(&outer);
    a.Attribute("k", "a");
    const Guard b(&inner);
    record::EndOpenSpans();
  }
  const auto records = Drain();
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0].site, &inner);
  EXPECT_EQ(records[0].ending, record::Ending::kUnfinished);
  EXPECT_EQ(records[1].texts, std::vector<std::string>{"a"});
  EXPECT_EQ(record::thread_state.top, nullptr);
}

// A handler that comes while the runtime changes the thread's state; between such moments its spans are as any.
TEST_F(GuardTest, ASpanOfASignalHandlerInTheMiddleOfAnotherIsCountedAndHarmless) {
  Site site("S");
  {
    const Guard guard(&site);
  }
  const std::uint64_t before = record::LostInSignalHandler().load();
  {
    const record::Busy busy(record::thread_state);
    Guard guard(&site);
    EXPECT_FALSE(guard.Recording());
    guard.Attribute("k", 1);
  }
  EXPECT_EQ(record::LostInSignalHandler().load(), before + 1);
  EXPECT_EQ(Drain().size(), 1u);
}

std::atomic<int> handled{0};
Site handler_site("handler");

// Signals at any moment of a thread that makes spans all the time: each span is recorded or counted, and whole.
TEST_F(GuardTest, SignalsAtAnyMomentHarmNothing) {
  struct sigaction action{};
  action.sa_handler = [](int) {
    Guard guard(&handler_site);
    guard.Attribute("k", "from the handler");
    ++handled;
  };
  sigaction(SIGUSR1, &action, nullptr);
  Site site("S");
  {
    const Guard guard(&handler_site);
  }
  const pthread_t self = pthread_self();
  const std::uint64_t lost = record::LostInSignalHandler().load();
  std::atomic<bool> stop{false};
  std::thread sender([&] {
    while (!stop) pthread_kill(self, SIGUSR1);
  });
  constexpr std::size_t kSpans = 20'000;
  std::size_t whole = 0;
  std::set<std::uint64_t> ids;
  const auto take = [&] {
    for (const auto& record : Drain()) {
      ids.insert(record.span_id);
      if (record.site == &site) {
        whole += record.texts == std::vector<std::string>{"some text"} ? 1 : 0;
      } else if (!record.texts.empty()) {
        EXPECT_EQ(record.texts, std::vector<std::string>{"from the handler"});
      }
    }
  };
  for (std::size_t i = 0; i < kSpans; ++i) {
    {
      Guard guard(&site);
      guard.Attribute("k", "some text");
    }
    if (i % 1'000 == 0) take();
  }
  stop = true;
  sender.join();
  signal(SIGUSR1, SIG_DFL);
  take();
  EXPECT_EQ(whole, kSpans);
  const auto lost_now = static_cast<std::size_t>(record::LostInSignalHandler().load() - lost);
  EXPECT_EQ(ids.size(), kSpans + 1 + static_cast<std::size_t>(handled.load()) - lost_now);
  EXPECT_EQ(record::thread_state.scratch_used, 0u);
}

}  // namespace

bool record::OnFirstSpan(injected::Site* site) noexcept {
  site->state = admit ? Site::kOn : Site::kOff;
  return admit;
}

}  // namespace spansmith
