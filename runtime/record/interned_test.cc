// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A text is kept once, and not without bound.
#include "record/interned.h"

#include <gtest/gtest.h>

#include <string>

namespace spansmith::record {
namespace {

TEST(Interned, OnceAndBounded) {
  const std::string one = "interned one";
  const char* first = Interned(one);
  EXPECT_STREQ(first, "interned one");
  EXPECT_NE(first, one.c_str());
  EXPECT_EQ(Interned("interned one"), first);
  EXPECT_STREQ(Interned(""), "");
  EXPECT_EQ(Interned(std::string(kMaxInternedSize + 1, 'x')), nullptr);
  for (unsigned i = 0; i < kMaxInterned; ++i) Interned("k" + std::to_string(i));
  EXPECT_EQ(Interned("one more"), nullptr);
  EXPECT_EQ(Interned("interned one"), first);
}

}  // namespace
}  // namespace spansmith::record
