// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// client-go's promises, by a clock that the test moves; and what becomes of the triggers.
#include "samples/kube/queue/work_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "samples/kube/queue/fake_clock.h"

namespace kube {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::ElementsAre;

const ObjectKey kA{"ns", "a"};
const ObjectKey kB{"ns", "b"};

Trigger Of(Reason reason, const std::string& traceparent = "") { return Trigger{reason, {traceparent}, std::nullopt}; }

class WorkQueueTest : public testing::Test {
 protected:
  // A request that is there now; fails instead of waiting.
  Request Take() {
    if (queue_.ready() == 0) queue_.Add({"", "nothing was ready"}, {});
    return *queue_.Get();
  }
  Request Fail() {
    Request request = Take();
    queue_.AddFailed(request);
    queue_.Done(request.Key());
    return request;
  }
  // Time passes, and what has come due is ready.
  void Pass(Duration time) {
    clock_.Advance(time);
    queue_.Add(kProbe, {});
    while (true) {  // Get looks at the clock; everything else goes back where it was, in order
      const Request request = *queue_.Get();
      queue_.Done(request.Key());
      if (request.Key() == kProbe) break;
      due_.push_back(request);
    }
  }

  const ObjectKey kProbe{"", "probe"};
  FakeClock clock_;
  WorkQueue queue_{BackoffOptions{}, clock_};
  std::vector<Request> due_;
};

TEST_F(WorkQueueTest, AKeyIsInItOnceAndItsTriggersAreMerged) {
  queue_.Add(kA, Of(Reason::kResync));
  queue_.Add(kA, Trigger{Reason::kUpdated, {"t1"}, 3});
  queue_.Add(kA, Trigger{Reason::kDependent, {"t2", "t1", ""}, std::nullopt});
  queue_.Add(kA, Trigger{Reason::kUpdated, {"t3"}, 2});
  EXPECT_EQ(queue_.ready(), 1u);
  const Request request = Take();
  EXPECT_EQ(request.reason, Reason::kUpdated);
  EXPECT_THAT(request.triggers, ElementsAre("t1", "t2", "t3"));
  EXPECT_EQ(request.merged, 4);
  EXPECT_EQ(request.generation, 3);
}

TEST_F(WorkQueueTest, LinksHaveALimitAndTheCountHasNone) {
  for (int i = 0; i < 300; ++i) queue_.Add(kA, Of(Reason::kUpdated, "t" + std::to_string(i)));
  const Request request = Take();
  EXPECT_EQ(request.triggers.size(), 128u);
  EXPECT_EQ(request.merged, 300);
}

TEST_F(WorkQueueTest, OrderIsThatOfTheFirstAdd) {
  queue_.Add(kA, {});
  queue_.Add(kB, {});
  queue_.Add(kA, {});
  EXPECT_EQ(Take().Key(), kA);
  EXPECT_EQ(Take().Key(), kB);
}

TEST_F(WorkQueueTest, WhatIsProcessedIsNotGivenOutTwice) {
  queue_.Add(kA, Of(Reason::kCreated, "t1"));
  Take();
  queue_.Add(kA, Of(Reason::kUpdated, "t2"));
  EXPECT_EQ(queue_.ready(), 0u);
  clock_.Advance(seconds(3));
  queue_.Done(kA);
  const Request again = Take();
  EXPECT_EQ(again.reason, Reason::kUpdated);
  EXPECT_THAT(again.triggers, ElementsAre("t2"));
  EXPECT_DOUBLE_EQ(again.ready_seconds, 3);
}

TEST_F(WorkQueueTest, WaitIsSplitIntoBackoffAndReadyTime) {
  queue_.AddAfter(kA, Of(Reason::kRequeue), seconds(10));
  EXPECT_EQ(queue_.ready(), 0u);
  EXPECT_EQ(queue_.delayed(), 1u);
  clock_.Advance(seconds(14));
  const Request request = *queue_.Get();
  EXPECT_DOUBLE_EQ(request.backoff_seconds, 10);
  EXPECT_DOUBLE_EQ(request.ready_seconds, 4);
}

TEST_F(WorkQueueTest, OfSeveralDelaysTheEarliestCounts) {
  queue_.AddAfter(kA, {}, seconds(10));
  queue_.AddAfter(kA, {}, seconds(2));
  queue_.AddAfter(kA, {}, seconds(5));
  EXPECT_EQ(queue_.delayed(), 1u);
  clock_.Advance(seconds(2));
  EXPECT_EQ(queue_.Get()->merged, 3);
}

TEST_F(WorkQueueTest, AnAddWithoutDelayEndsTheDelay) {
  queue_.AddAfter(kA, Of(Reason::kRequeue, "t1"), seconds(10));
  clock_.Advance(seconds(4));
  queue_.Add(kA, Of(Reason::kUpdated, "t2"));
  clock_.Advance(seconds(1));
  const Request request = Take();
  EXPECT_EQ(request.reason, Reason::kUpdated);
  EXPECT_THAT(request.triggers, ElementsAre("t1", "t2"));
  EXPECT_DOUBLE_EQ(request.backoff_seconds, 4);
  EXPECT_DOUBLE_EQ(request.ready_seconds, 1);
  EXPECT_EQ(queue_.delayed(), 0u);
}

TEST_F(WorkQueueTest, AWaitingWorkerIsWokenByTimeAndByAnEarlierDelay) {
  queue_.AddAfter(kA, {}, seconds(1000));
  auto worker = std::async(std::launch::async, [this] { return queue_.Get(); });
  queue_.AddAfter(kB, {}, seconds(1));
  clock_.Advance(seconds(1));
  EXPECT_EQ(worker.get()->Key(), kB);
}

TEST_F(WorkQueueTest, FailuresAreHeldBackTwiceAsLongEachTimeAndKeepTheirTriggers) {
  queue_.Add(kA, Of(Reason::kUpdated, "t1"));
  for (int attempt = 1; attempt <= 5; ++attempt) {
    const Request request = Fail();
    EXPECT_EQ(request.attempt, attempt);
    EXPECT_THAT(request.triggers, ElementsAre("t1"));
    const Duration delay = milliseconds(5) * (1 << (attempt - 1));
    Pass(delay - std::chrono::nanoseconds(1));
    EXPECT_TRUE(due_.empty()) << attempt;
    clock_.Advance(std::chrono::nanoseconds(1));
    const Request again = *queue_.Get();
    EXPECT_EQ(again.reason, Reason::kRequeue);
    EXPECT_DOUBLE_EQ(again.backoff_seconds, std::chrono::duration<double>(delay).count());
    queue_.Done(kA);
    queue_.Add(kA, Of(Reason::kUpdated, "t1"));
  }
}

TEST_F(WorkQueueTest, BackoffHasAnEndAndForgetBeginsAgain) {
  for (int i = 0; i < 80; ++i) {  // fewer than the burst of all keys
    queue_.Add(kA, {});
    Fail();
  }
  EXPECT_EQ(queue_.Failures(kA), 80);
  queue_.Add(kA, {});  // makes it ready at once
  EXPECT_EQ(Fail().attempt, 81);
  clock_.Advance(seconds(1000));
  EXPECT_DOUBLE_EQ(queue_.Get()->backoff_seconds, 1000);
  queue_.Forget(kA);
  queue_.Done(kA);
  EXPECT_EQ(queue_.Failures(kA), 0);
  queue_.Add(kA, {});
  EXPECT_EQ(Fail().attempt, 1);
  clock_.Advance(milliseconds(5));
  EXPECT_DOUBLE_EQ(queue_.Get()->backoff_seconds, 0.005);
}

TEST_F(WorkQueueTest, AllFailuresTogetherAreLimited) {
  for (int i = 0; i < 100; ++i) {
    queue_.Add({"ns", std::to_string(i)}, {});
    Fail();
  }
  queue_.Add(kA, {});
  Fail();  // the burst is used up: 10 a second from here on
  queue_.Add(kB, {});
  Fail();
  clock_.Advance(seconds(1));
  double longest = 0;
  for (int i = 0; i < 102; ++i) longest = std::max(longest, queue_.Get()->backoff_seconds);
  EXPECT_NEAR(longest, 0.2, 1e-6);
}

TEST_F(WorkQueueTest, ShutDownGivesOutWhatIsReadyAndTakesNothingMore) {
  queue_.Add(kA, {});
  queue_.AddAfter(kB, {}, seconds(1));
  queue_.ShutDown();
  queue_.Add(kB, {});
  EXPECT_EQ(queue_.Get()->Key(), kA);
  EXPECT_FALSE(queue_.Get().has_value());
}

TEST_F(WorkQueueTest, ShutDownMayDropWhatIsReady) {
  queue_.Add(kA, {});
  Take();
  queue_.Add(kA, {});
  queue_.Add(kB, {});
  queue_.ShutDown(true);
  queue_.Done(kA);
  EXPECT_FALSE(queue_.Get().has_value());
}

TEST_F(WorkQueueTest, ShutDownEndsAWait) {
  auto worker = std::async(std::launch::async, [this] { return queue_.Get(); });
  queue_.ShutDown();
  EXPECT_FALSE(worker.get().has_value());
}

TEST_F(WorkQueueTest, DrainWaitsForWhatIsProcessedAndWhatWasAddedMeanwhile) {
  queue_.Add(kA, {});
  Take();
  queue_.Add(kA, {});
  auto drain = std::async(std::launch::async, [this] { queue_.ShutDownWithDrain(); });
  auto worker = std::async(std::launch::async, [this] {
    queue_.Done(kA);
    int more = 0;
    while (const auto request = queue_.Get()) {
      ++more;
      queue_.Done(request->Key());
    }
    return more;
  });
  drain.get();
  EXPECT_EQ(worker.get(), 1);
}

}  // namespace
}  // namespace kube
