// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "drain/error_text.h"

#include <execinfo.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <typeinfo>

namespace spansmith::drain {
namespace {

using ::testing::HasSubstr;

class ErrorText : public ::testing::Test {
 protected:
  void TearDown() override { error_options = nullptr; }
  config::Errors options_;
};

TEST_F(ErrorText, ItIsCutAtCharactersAndIsUtf8) {
  EXPECT_EQ(InWords("caf\xc3\xa9 \xff"), "caf\xc3\xa9 \xef\xbf\xbd");
  // The record cut it in the middle of a character.
  const std::string cut = InWords(std::string(4'095, 'a') + "\xc3");
  EXPECT_EQ(cut, std::string(4'095, 'a'));
  EXPECT_EQ(InWords(std::string(4'094, 'a') + "\xc3\xa9"), std::string(4'094, 'a') + "\xc3\xa9");
  EXPECT_EQ(InWords(std::string(4'096, '\x80')).substr(0, 3), "\xef\xbf\xbd");
  options_.text_limit = 4;
  error_options = &options_;
  EXPECT_EQ(InWords("caf\xc3\xa9s"), "caf\xc3\xa9");
  EXPECT_EQ(Description("failed", "refused"), "fail");
  EXPECT_EQ(Description("", "no"), "no");
}

TEST_F(ErrorText, WhatAPatternMatchesIsNotSaid) {
  options_.redactions = {"password=*"};
  error_options = &options_;
  EXPECT_EQ(InWords("refused: Password=hunter2 is wrong"), "refused: [redacted] is wrong");
}

TEST_F(ErrorText, TypesAreWrittenForPeople) {
  EXPECT_EQ(TypeText(typeid(std::runtime_error).name()), "std::runtime_error");
  EXPECT_EQ(TypeText("no such mangled name"), "no such mangled name");
  try {
    std::throw_with_nested(std::logic_error("outer"));
  } catch (const std::exception& error) {
    EXPECT_EQ(TypeText(typeid(error).name()), "std::logic_error");
  }
}

TEST_F(ErrorText, AStackHasALineForEachAddress) {
  void* addresses[8];
  const int size = backtrace(addresses, 8);
  ASSERT_GT(size, 2);
  const std::string text =
      StackText({reinterpret_cast<const char*>(addresses), static_cast<std::size_t>(size) * sizeof addresses[0]});
  EXPECT_THAT(text, HasSubstr("#0 "));
  EXPECT_THAT(text, HasSubstr("\n#1 "));
  EXPECT_THAT(text, HasSubstr("drain_test+0x"));
  void* nowhere = reinterpret_cast<void*>(0x10);
  EXPECT_EQ(StackText({reinterpret_cast<const char*>(&nowhere), sizeof nowhere}), "#0 0x10");
}

}  // namespace
}  // namespace spansmith::drain
