// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Tasks run, failures stay where they are, and the tally goes along.
#include "samples/kube/pool/thread_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <stdexcept>

#include "samples/kube/tally/write_tally.h"

namespace kube {
namespace {

TEST(ThreadPoolTest, RunsAllBeforeItsEndWhateverTasksThrow) {
  std::atomic<int> ran{0};
  {
    ThreadPool pool(2);
    for (int i = 0; i < 100; ++i) {
      pool.Submit([&ran, i] {
        ++ran;
        if (i % 3 == 0) throw std::runtime_error("as asked");
        if (i % 3 == 1) throw 42;
      });
    }
  }
  EXPECT_EQ(ran, 100);
}

TEST(ThreadPoolTest, TasksRunAtTheSameTime) {
  ThreadPool pool(2);
  std::promise<void> first;
  std::promise<void> second;
  std::promise<void> both;
  pool.Submit([&] {
    first.set_value();
    second.get_future().wait();
    both.set_value();
  });
  pool.Submit([&] {
    first.get_future().wait();
    second.set_value();
  });
  both.get_future().wait();
}

TEST(ThreadPoolTest, WritesOfATaskCountForWhoSubmittedIt) {
  const auto tally = std::make_shared<WriteTally>();
  {
    ThreadPool pool(1);
    {
      const TallyScope scope(tally);
      pool.Submit([] { WriteTally::CountWrite(); });
    }
    pool.Submit([] { WriteTally::CountWrite(); });  // nobody's
    WriteTally::CountWrite();
  }
  EXPECT_EQ(tally->count(), 1);
}

}  // namespace
}  // namespace kube
