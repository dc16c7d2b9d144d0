// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Ids are not zero, do not repeat, and differ from thread to thread.
#include "record/ids.h"

#include <gtest/gtest.h>

#include <set>

namespace spansmith::record {
namespace {

TEST(Ids, DoNotRepeatWithinOrAcrossStates) {
  RandomState a;
  RandomState b;
  Seed(&a);
  Seed(&b);
  std::set<std::uint64_t> seen;
  for (int i = 0; i < 10'000; ++i) {
    EXPECT_TRUE(seen.insert(NextId(&a)).second);
    EXPECT_TRUE(seen.insert(NextId(&b)).second);
  }
  EXPECT_EQ(seen.count(0), 0u);
}

TEST(Ids, FollowTheReferenceImplementation) {
  RandomState state{{1, 2, 3, 4}};  // xoshiro256plusplus.c
  EXPECT_EQ(NextRandom(&state), 41943041u);
  EXPECT_EQ(NextRandom(&state), 58720359u);
}

}  // namespace
}  // namespace spansmith::record
