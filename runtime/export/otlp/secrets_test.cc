// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A receiver repeats what it was sent.
#include "export/otlp/secrets.h"

#include <gtest/gtest.h>

namespace spansmith::exporter {
namespace {

TEST(Secrets, OfHeadersInEachOfTheirParts) {
  const Secrets secrets({{"authorization", "Bearer hunter2.hunter3"}, {"x", "Basic dTpmYWxzZXRydWU="}, {"y", "abc"}},
                        "");
  EXPECT_EQ(secrets.Readable("invalid token hunter2.hunter3, abc"), "invalid token ***, abc");
  EXPECT_EQ(secrets.Readable("'Bearer hunter2.hunter3'"), "'***'");
  EXPECT_EQ(secrets.Readable("wrong password falsetrue"), "wrong password ***");
}

TEST(Secrets, OfTheUrl) {
  const Secrets secrets({}, "https://me:p%40ssword@h:1/path?q");
  for (const char* text : {"p%40ssword", "p@ssword", "me:p@ssword", "me:p%40ssword", "bWU6cEBzc3dvcmQ="}) {
    EXPECT_EQ(secrets.Readable(text), "***") << text;
  }
  EXPECT_EQ(secrets.Readable("me at h:1"), "me at h:1");
}

TEST(Secrets, ALongerOneIsNotLeftHalf) {
  const Secrets secrets({{"a", "hunter"}, {"b", "hunter2"}}, "");
  EXPECT_EQ(secrets.Readable("hunter2 hunter"), "*** ***");
  // The cut comes after the search.
  EXPECT_EQ(secrets.Readable(std::string(196, 'x') + "hunter2"), std::string(196, 'x') + "***");
}

TEST(Secrets, TextForPeople) {
  const Secrets secrets({}, "");
  EXPECT_EQ(secrets.Readable("a\r\n\x1b[31mb\x7f"), "a???[31mb?");
  EXPECT_EQ(secrets.Readable("\xff ok"), "\xef\xbf\xbd ok");
  EXPECT_EQ(secrets.Readable(std::string(199, 'x') + "\xc3\xa4\xc3\xa4"), std::string(199, 'x') + "...");
  EXPECT_EQ(secrets.Readable(std::string(1'000'000, 'x')).size(), 203u);
  EXPECT_EQ(secrets.Readable(std::string(100'000, '\x80')).size(), 3u);
}

}  // namespace
}  // namespace spansmith::exporter
