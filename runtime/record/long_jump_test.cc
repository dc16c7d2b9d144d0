// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Jumps over functions with guards: what they leave in the ring, and on the thread. guard_test.cc has OnFirstSpan.
#include <gtest/gtest.h>
#include <setjmp.h>
#include <signal.h>

#include <cstring>
#include <string>
#include <vector>

#include "record/drained.h"
#include "record/thread_state.h"

namespace spansmith {
namespace {

using injected::Guard;
using injected::Site;

jmp_buf buffer;
sigjmp_buf signal_buffer;
Site landing("landing");
Site outer("outer");
Site inner("inner");
Site later("later");

[[gnu::noinline]] void JumpFrom(int depth) {
  Guard guard(depth == 0 ? &inner : &outer);
  guard.Attribute("depth", std::to_string(depth));
  if (depth > 0) JumpFrom(depth - 1);
  if (depth == 0) longjmp(buffer, 1);
}

// Writes all over what the functions that were jumped over stood on.
[[gnu::noinline]] void Overwrite() {
  volatile char room[4096];
  for (volatile char& c : room) c = '\x5a';
}

[[gnu::noinline]] void Later() { const Guard guard(&later); }

TEST(LongJump, EndsTheSpansThatItJumpsOverAndNoOther) {
  record::TakeAll();
  {
    const Guard guard(&landing);
    if (setjmp(buffer) == 0) JumpFrom(3);
    Overwrite();
    Later();
  }
  EXPECT_EQ(record::thread_state.top, nullptr);
  EXPECT_EQ(record::thread_state.scratch_used, 0u);
  const auto records = record::TakeAll();
  ASSERT_EQ(records.size(), 6u);
  EXPECT_EQ(records[0].site, &inner);
  EXPECT_EQ(records[0].texts, std::vector<std::string>{"0"});
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(records[i].ending, record::Ending::kUnfinished) << i;
  EXPECT_EQ(records[4].site, &later);
  EXPECT_EQ(records[5].site, &landing);
  EXPECT_EQ(records[4].parent_span_id, records[5].span_id);
  EXPECT_EQ(records[3].parent_span_id, records[5].span_id);
  EXPECT_EQ(records[5].ending, record::Ending::kReturned);
}

TEST(LongJump, OverNothingEndsNothing) {
  record::TakeAll();
  {
    const Guard guard(&landing);
    if (setjmp(buffer) == 0) longjmp(buffer, 1);
    EXPECT_TRUE(guard.Recording());
  }
  const auto records = record::TakeAll();
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0].ending, record::Ending::kReturned);
}

[[gnu::noinline]] void Raise() {
  const Guard guard(&outer);
  raise(SIGUSR2);
}

extern "C" [[gnu::weak]] void* __asan_get_current_fake_stack();

// Out of a handler that stands on a stack of its own, over what it interrupted.
TEST(LongJump, OffTheStackOfASignalHandler) {
  if (&__asan_get_current_fake_stack != nullptr && __asan_get_current_fake_stack() != nullptr) {
    GTEST_SKIP()
        << "with detect_stack_use_after_return the span of setjmp's caller ends by the jump too: docs/guarantees.md";
  }
  static char room[65536];
  stack_t stack{};
  stack.ss_sp = room;
  stack.ss_size = sizeof room;
  ASSERT_EQ(sigaltstack(&stack, nullptr), 0);
  struct sigaction action{};
  action.sa_flags = SA_ONSTACK;
  action.sa_handler = [](int) {
    const Guard guard(&inner);
    siglongjmp(signal_buffer, 1);
  };
  sigaction(SIGUSR2, &action, nullptr);
  record::TakeAll();
  {
    const Guard guard(&landing);
    if (sigsetjmp(signal_buffer, 1) == 0) Raise();
    Overwrite();
    Later();
  }
  signal(SIGUSR2, SIG_DFL);
  stack.ss_flags = SS_DISABLE;
  sigaltstack(&stack, nullptr);
  EXPECT_EQ(record::thread_state.top, nullptr);
  const auto records = record::TakeAll();
  ASSERT_EQ(records.size(), 4u);
  EXPECT_EQ(records[0].site, &inner);
  EXPECT_EQ(records[1].site, &outer);
  EXPECT_EQ(records[1].ending, record::Ending::kUnfinished);
  EXPECT_EQ(records[2].parent_span_id, records[3].span_id);
}

// A handler may leave for good what it interrupted in the middle of a change.
TEST(LongJump, OutOfTheMiddleOfAChangeIsCounted) {
  record::TakeAll();
  const auto before = record::LostInSignalHandler().load();
  {
    const Guard guard(&landing);
    if (setjmp(buffer) == 0) {
      record::thread_state.busy = true;
      const Guard lost(&outer);  // not begun: counted once
      longjmp(buffer, 1);
    }
    record::thread_state.busy = false;
  }
  EXPECT_EQ(record::LostInSignalHandler().load(), before + 1);
  ASSERT_EQ(record::TakeAll().size(), 1u);
  {
    const Guard guard(&landing);
    if (setjmp(buffer) == 0) {
      const Guard lost(&outer);
      record::thread_state.busy = true;
      longjmp(buffer, 1);
    }
    EXPECT_FALSE(record::thread_state.busy);
    Later();
  }
  EXPECT_EQ(record::LostInSignalHandler().load(), before + 2);
  EXPECT_EQ(record::TakeAll().size(), 2u);
}

}  // namespace
}  // namespace spansmith
