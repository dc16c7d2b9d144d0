// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Numbers stand for texts, within bounds.
#include "propagate/trace_states.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>
#include <thread>
#include <vector>

namespace spansmith::propagate {
namespace {

TEST(TraceStates, TheSameTextHasTheSameNumber) {
  const unsigned a = RememberTraceState("a=1");
  EXPECT_NE(a, 0u);
  EXPECT_EQ(RememberTraceState("a=1"), a);
  EXPECT_NE(RememberTraceState("b=1"), a);
  EXPECT_EQ(TraceStateText(a), "a=1");
  EXPECT_EQ(RememberTraceState(""), 0u);
  EXPECT_EQ(TraceStateText(0), "");
  EXPECT_EQ(RememberTraceState(std::string(513, 'x')), 0u);
}

TEST(TraceStates, AnOldOneIsForgottenAndNeverTakenForAnother) {
  const unsigned old = RememberTraceState("old=1");
  const unsigned kept = KeepTraceState("kept=1");
  std::vector<unsigned> numbers;
  for (int i = 0; i < 100'000; ++i) numbers.push_back(RememberTraceState("k=" + std::to_string(i)));
  EXPECT_EQ(TraceStateText(old), "");
  EXPECT_EQ(TraceStateText(kept), "kept=1");
  EXPECT_EQ(KeepTraceState("kept=1"), kept);
  std::size_t known = 0;
  for (int i = 0; i < 100'000; ++i) {
    const std::string text = TraceStateText(numbers[static_cast<std::size_t>(i)]);
    if (text.empty()) continue;
    ++known;
    ASSERT_EQ(text, "k=" + std::to_string(i));
  }
  EXPECT_GT(known, 4'000u);
  EXPECT_LE(known, 8'192u);
}

TEST(TraceStates, ManyThreads) {
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([t] {
      for (int i = 0; i < 5'000; ++i) {
        const std::string text = "k=" + std::to_string(i % 3000) + (i % 2 == 0 ? "" : "," + std::to_string(t) + "x=1");
        const std::string found = TraceStateText(RememberTraceState(text));
        EXPECT_TRUE(found.empty() || found == text) << found;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(TraceStates, AForkedChildStartsWithTheKeptOnes) {
  const unsigned kept = KeepTraceState("kept=1");
  const unsigned remembered = RememberTraceState("remembered=1");
  const pid_t child = fork();
  if (child == 0) {
    ForgetTraceStatesAfterFork();
    const bool good = TraceStateText(kept) == "kept=1" && TraceStateText(remembered).empty() &&
                      TraceStateText(RememberTraceState("new=1")) == "new=1";
    _exit(good ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
}

}  // namespace
}  // namespace spansmith::propagate
