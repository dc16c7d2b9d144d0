// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A text is kept once, and not without bound.
#include "record/interned.h"

#include <gtest/gtest.h>

namespace spansmith::record {
namespace {

TEST(Interned, OnceAndBounded) {
  InternedTexts texts(3);
  const std::string one = "one";
  const char* first = texts.Get(one);
  EXPECT_STREQ(first, "one");
  EXPECT_NE(first, one.c_str());
  EXPECT_EQ(texts.Get("one"), first);
  EXPECT_STREQ(texts.Get(""), "");
  EXPECT_EQ(texts.Get(std::string(InternedTexts::kMaxSize + 1, 'x')), nullptr);
  EXPECT_STREQ(texts.Get(std::string(InternedTexts::kMaxSize, 'x')), std::string(InternedTexts::kMaxSize, 'x').c_str());
  EXPECT_EQ(texts.Get("one more"), nullptr);
  EXPECT_EQ(texts.Get("one"), first);
}

}  // namespace
}  // namespace spansmith::record
