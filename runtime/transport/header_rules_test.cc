// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Headers that would be two, or would move the end of the request.
#include "transport/header_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spansmith::transport {
namespace {

using ::testing::HasSubstr;

TEST(HeaderRules, OrdinaryOnesAreSent) {
  for (const auto& [name, value] :
       std::initializer_list<std::pair<const char*, const char*>>{{"authorization", "Bearer a.b-c"},
                                                                  {"X-Scope-OrgID", ""},
                                                                  {"host", "h"},
                                                                  {"a!#$%&'*+-.^_`|~9", "tab\tand \xc3\xa4"}}) {
    EXPECT_EQ(WhyNotForUsers(name, value), "") << name;
  }
}

TEST(HeaderRules, NothingIsInjected) {
  for (const std::string& value : {std::string("a\r\nx: y"), std::string("a\nb"), std::string("a\rb"),
                                   std::string("a\0b", 3), std::string("\x7f"), std::string("\x1b[31m")}) {
    const std::string why = WhyNotForUsers("x", value);
    EXPECT_EQ(why, "its value has control characters");
  }
  for (const std::string& name :
       {std::string(), std::string("a b"), std::string("a:"), std::string("a\r\nb"), std::string("a\0", 2),
        std::string(":path"), std::string("\xc3\xa4"), std::string("(x)")}) {
    EXPECT_THAT(WhyNotForUsers(name, "v"), HasSubstr("its name is no token")) << name;
  }
}

TEST(HeaderRules, WhatBelongsToTheRequestStaysOurs) {
  for (const char* name : {"Content-Length", "transfer-encoding", "TE", "Connection", "content-TYPE",
                           "Content-Encoding", "expect", "Upgrade", "grpc-timeout", "Grpc-Encoding"}) {
    EXPECT_EQ(WhyNotForUsers(name, "v"), "it belongs to the request itself") << name;
    EXPECT_EQ(WhyMalformed(name, "v"), "") << name;
  }
}

}  // namespace
}  // namespace spansmith::transport
