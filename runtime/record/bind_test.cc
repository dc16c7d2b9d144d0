// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// spansmith/context.h: what Bind takes and what it makes of it, contexts that outlive their span, links in place of a
// parent; and work that hops between threads, thousands of times, every span's parent looked at.
#include <gtest/gtest.h>
#include <spansmith/context.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "drain/expand.h"
#include "record/drained.h"
#include "record/thread_state.h"

namespace spansmith {
namespace {

using injected::Guard;
using injected::Site;

Site MakeSite(const char* name) {
  Site site(name);
  site.state = Site::kOn;  // no runtime decides here
  return site;
}

std::vector<SpanData> Drain() {
  std::vector<SpanData> spans;
  record::Rings().ForEach([&](record::Ring& ring) {
    ring.Consume(1'000'000,
                 [&](const record::RecordHeader& header) { spans.push_back(drain::Expand(record::SpanView(header))); });
  });
  return spans;
}

class BindTest : public ::testing::Test {
 protected:
  void SetUp() override { record::TakeAll(); }
  void TearDown() override { EXPECT_EQ(record::thread_state.top, nullptr); }
  Site outer_ = MakeSite("outer");
  Site inner_ = MakeSite("inner");
};

struct Thing {
  virtual ~Thing() = default;  // else g++ 12 takes its functions for virtual ones, and warns
  int value = 3;
  int Plus(int more) const { return value + more; }
};
int Twice(int value) noexcept { return 2 * value; }

TEST_F(BindTest, WhatCanBeCalledCanBeBound) {
  const Thing thing;
  EXPECT_EQ(Bind([](int a, int b) { return a - b; })(5, 3), 2);
  EXPECT_EQ(Bind(Twice)(4), 8);
  EXPECT_EQ(Bind(&Thing::Plus)(thing, 1), 4);
  EXPECT_EQ(Bind(&Thing::Plus)(&thing, 1), 4);
  EXPECT_EQ(Bind(&Thing::Plus)(std::ref(thing), 2), 5);
  int target = 0;
  Bind([](int& to) { to = 7; })(target);
  EXPECT_EQ(target, 7);
  EXPECT_THROW(Bind([] { throw std::runtime_error("goes on"); })(), std::runtime_error);
  const std::function<int(int)> held = Bind([](int a) { return a; });
  EXPECT_EQ(held(9), 9);
}

TEST_F(BindTest, ItIsCopiedAndMovedAsItsCallableIs) {
  auto only_moved = Bind([number = std::make_unique<int>(1)](int more) { return *number + more; });
  static_assert(!std::is_copy_constructible_v<decltype(only_moved)>);
  static_assert(std::is_nothrow_move_constructible_v<decltype(only_moved)>);
  auto moved = std::move(only_moved);
  EXPECT_EQ(moved(1), 2);
  EXPECT_EQ(moved(2), 3);  // often
  const auto shared = std::make_shared<int>(0);
  auto counts = Bind([shared] { ++*shared; });
  auto copy = counts;
  EXPECT_EQ(shared.use_count(), 3);
  copy();
  counts();
  EXPECT_EQ(*shared, 2);
}

TEST_F(BindTest, ItRunsUnderTheSpanThatWasOpenAlsoOnceThatHasEnded) {
  std::function<void()> task;
  std::function<void()> never;
  SpanId first;
  {
    const Guard guard(&outer_);
    first.value = CurrentContext().span_id;
    task = Bind([this] { const Guard inside(&inner_); });
    never = Bind([this] { const Guard inside(&inner_); });
  }
  std::thread([&] {
    task();
    const Guard other(&outer_);
    task();
    EXPECT_EQ(CurrentContext().span_id, record::thread_state.top->span_id);
  }).join();
  const std::vector<SpanData> spans = Drain();
  ASSERT_EQ(spans.size(), 4u);
  int children = 0;
  for (const SpanData& span : spans) children += span.name == "inner" && span.parent_span_id == first ? 1 : 0;
  EXPECT_EQ(children, 2);
}

TEST_F(BindTest, WithNoSpanOpenNothingIsTakenAway) {
  const auto task = Bind([this] { const Guard inside(&inner_); });
  const Guard guard(&outer_);
  task();
  EXPECT_EQ(Drain().at(0).parent_span_id.value, record::thread_state.top->span_id);
}

TEST_F(BindTest, ALinkIsNoParent) {
  std::function<void()> task;
  {
    const Guard guard(&outer_);
    task = Bind(LinkedTo(CurrentContext()), [this] {
      EXPECT_EQ(CurrentContext().span_id, 0u);
      const Guard first(&inner_);
      const Guard below(&inner_);
    });
  }
  const SpanData outer = Drain().at(0);
  const Guard other(&outer_);
  task();
  const std::vector<SpanData> spans = Drain();
  ASSERT_EQ(spans.size(), 2u);
  EXPECT_EQ(spans[1].parent_span_id.value, 0u);
  EXPECT_NE(spans[1].trace_id, outer.trace_id);
  ASSERT_EQ(spans[1].links.size(), 1u);
  EXPECT_EQ(spans[1].links[0].trace_id, outer.trace_id);
  EXPECT_EQ(spans[1].links[0].span_id, outer.span_id);
  EXPECT_EQ(spans[0].parent_span_id, spans[1].span_id);
  EXPECT_TRUE(spans[0].links.empty());
  EXPECT_FALSE(static_cast<bool>(LinkedTo(Context()).span_id));
}

// Threads that take tasks from one queue until it is closed.
class Pool {
 public:
  explicit Pool(int threads) {
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { Work(); });
  }
  void Submit(std::function<void()> task) {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
    ++open_;
    changed_.notify_one();
  }
  void Finish() {
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return open_ == 0; });
      closed_ = true;
      changed_.notify_all();
    }
    for (std::thread& thread : threads_) thread.join();
  }

 private:
  void Work() {
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [this] { return closed_ || !tasks_.empty(); });
      if (tasks_.empty()) return;
      const std::function<void()> task = std::move(tasks_.front());
      tasks_.pop_front();
      lock.unlock();
      task();
      lock.lock();
      if (--open_ == 0) changed_.notify_all();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  int open_ = 0;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

TEST_F(BindTest, ThousandsOfTasksHopThreadsAndKeepTheirParents) {
  constexpr int kRoots = 40;
  constexpr int kDepth = 7;  // of a binary tree of tasks below each root
  Pool pool(6);
  std::mutex mutex;
  std::map<std::uint64_t, std::uint64_t> expected;  // span -> its parent
  std::atomic<int> wrong_context{0};

  std::function<void(int, std::uint64_t)> run = [&](int depth, std::uint64_t parent) {
    const Guard guard(&inner_);
    const std::uint64_t own = CurrentContext().span_id;
    {
      const std::lock_guard lock(mutex);
      expected[own] = parent;
    }
    for (int way = 0; depth > 0 && way < 2; ++way) {
      auto task = [&run, depth, own] { run(depth - 1, own); };
      if (way == 0) {
        pool.Submit(Bind(task));
      } else {  // by hand, at both ends
        pool.Submit([task, context = CurrentContext(), &wrong_context] {
          if (CurrentContext().span_id != 0) ++wrong_context;
          const ScopedContext scope(context);
          if (CurrentContext().span_id != context.span_id) ++wrong_context;
          task();
        });
      }
    }
  };
  for (int i = 0; i < kRoots; ++i) pool.Submit([&run] { run(kDepth, 0); });
  pool.Finish();

  EXPECT_EQ(wrong_context, 0);
  const std::vector<record::Drained> records = record::TakeAll();
  ASSERT_EQ(records.size(), static_cast<std::size_t>(kRoots) * ((1 << (kDepth + 1)) - 1));
  ASSERT_EQ(expected.size(), records.size());
  std::map<std::uint64_t, std::uint64_t> trace_of;
  for (const record::Drained& each : records) trace_of[each.span_id] = each.trace_id_low;
  int wrong = 0;
  for (const record::Drained& each : records) {
    const std::uint64_t parent = expected.at(each.span_id);
    if (each.parent_span_id != parent || (parent != 0 && trace_of.at(parent) != each.trace_id_low)) ++wrong;
  }
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace spansmith
