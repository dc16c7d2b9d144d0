// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The vectors of RFC 4648, section 10; and what is none.
#include "transport/base64.h"

#include <gtest/gtest.h>

namespace spansmith::transport {
namespace {

TEST(Base64, TheVectorsOfTheRfc) {
  const std::pair<const char*, const char*> vectors[] = {
      {"", ""},
      {"f", "Zg=="},
      {"fo", "Zm8="},
      {"foo", "Zm9v"},
      {"foob", "Zm9vYg=="},
      {"fooba", "Zm9vYmE="},
      {"foobar", "Zm9vYmFy"},
  };
  for (const auto& [plain, text] : vectors) {
    EXPECT_EQ(EncodeBase64(plain), text);
    EXPECT_EQ(DecodeBase64(text), plain);
    const std::string padded(text);
    EXPECT_EQ(DecodeBase64(padded.substr(0, padded.find('='))), plain) << "without padding";
  }
}

TEST(Base64, EveryByte) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  EXPECT_EQ(DecodeBase64(EncodeBase64(bytes)), bytes);
}

TEST(Base64, WhatIsNone) {
  for (const char* text : {"Z", "Zg=", "Zg===", "=", "====", "Zm9v=", "Zm 9v", "Zm9-", "Z=g="}) {
    EXPECT_EQ(DecodeBase64(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace spansmith::transport
