// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "config/redaction.h"

#include <gtest/gtest.h>

namespace spansmith::config {
namespace {

bool Names(const std::string& patterns, std::string_view key) {
  return ReadRedaction([&](const char*) { return patterns; }).Names(key);
}

TEST(Redaction, StarsAndQuestionMarksInAnyCase) {
  EXPECT_TRUE(Names("*password*", "db.Password.hash"));
  EXPECT_TRUE(Names("*password*", "password"));
  EXPECT_FALSE(Names("*password*", "db.passwor"));
  EXPECT_TRUE(Names("http.request.header.authorization", "http.request.header.Authorization"));
  EXPECT_FALSE(Names("http.request.header.authorization", "http.request.header.authorization.x"));
  EXPECT_TRUE(Names("a?c", "abc"));
  EXPECT_FALSE(Names("a?c", "ac"));
  EXPECT_TRUE(Names("x, *TOKEN ,,y", "api.token"));
  EXPECT_TRUE(Names("*", ""));
  EXPECT_FALSE(Names("", "key"));
  EXPECT_FALSE(Names(" , ", "key"));
  EXPECT_TRUE(Names("*a*b*c", "xxaxxbxbxxc"));
  EXPECT_FALSE(Names("*a*b*c", "xxaxxbxbxx"));
}

TEST(Redaction, ManyStarsTakeNoTime) {
  std::string pattern;
  for (int i = 0; i < 1'000; ++i) pattern += "*a";
  EXPECT_FALSE(Names(pattern + "b", std::string(5'000, 'a')));
}

}  // namespace
}  // namespace spansmith::config
