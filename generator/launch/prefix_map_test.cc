// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/launch/prefix_map.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

const std::vector<Respelling> kCopy = {{"b/x.o.spansmith.cc", "/src/x.cc"}};

TEST(PrefixMaps, NamesTheOriginal) {
  EXPECT_EQ(PrefixMaps({"-c", "/src/x.cc"}, kCopy, false),
            (Arguments{"-ffile-prefix-map=b/x.o.spansmith.cc=/src/x.cc"}));
}

TEST(PrefixMaps, ClangKeepsDotsAsItWould) {
  EXPECT_EQ(PrefixMaps({}, kCopy, true).front(), "-fno-file-reproducible");
  EXPECT_EQ(PrefixMaps({"-ffile-reproducible"}, kCopy, true).size(), 1u);
  EXPECT_EQ(PrefixMaps({"-fmacro-prefix-map=/a=b"}, kCopy, true).size(), 1u);
}

TEST(PrefixMaps, AsTheUserMapsTheOriginal) {
  EXPECT_EQ(PrefixMaps({"-ffile-prefix-map=/src=."}, kCopy, false),
            (Arguments{"-ffile-prefix-map=b/x.o.spansmith.cc=./x.cc"}));
  EXPECT_EQ(
      PrefixMaps({"-ffile-prefix-map=/src=.", "-ffile-prefix-map=/src/=", "-ffile-prefix-map=/b=c"}, kCopy, false),
      (Arguments{"-ffile-prefix-map=b/x.o.spansmith.cc=x.cc"}));
}

TEST(PrefixMaps, MacrosAndDebugInformationApart) {
  EXPECT_EQ(PrefixMaps({"-fdebug-prefix-map=/src=/usr/src"}, kCopy, false),
            (Arguments{"-fmacro-prefix-map=b/x.o.spansmith.cc=/src/x.cc",
                       "-fdebug-prefix-map=b/x.o.spansmith.cc=/usr/src/x.cc"}));
}

}  // namespace
}  // namespace spansmith::generator
