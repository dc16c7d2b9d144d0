// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/nearest.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

TEST(EditDistance, CountsEdits) {
  EXPECT_EQ(EditDistance("", "", 3), 0u);
  EXPECT_EQ(EditDistance("span", "spna", 3), 1u);
  EXPECT_EQ(EditDistance("span", "Span", 3), 0u);
  EXPECT_EQ(EditDistance("kitten", "sitting", 9), 3u);
  EXPECT_EQ(EditDistance("kitten", "sitting", 2), 3u);
  EXPECT_EQ(EditDistance("a", "abcdefgh", 2), 3u);
}

TEST(Nearest, IsNoneWhereNothingIsNear) {
  EXPECT_EQ(Nearest("functoin", {"file", "function", "namespace"}), "function");
  EXPECT_EQ(Nearest("zzz", {"file", "function"}), "");
  EXPECT_EQ(DidYouMean("attribtes", {"attributes", "return_attributes"}), "; did you mean `attributes`?");
  EXPECT_EQ(DidYouMean("zzz", {"file"}), "");
}

}  // namespace
}  // namespace spansmith::generator
