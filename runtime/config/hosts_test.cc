// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "config/hosts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace spansmith::config {
namespace {

HostRules Read(const std::string& to, const std::string& not_to, Notices* notices = nullptr) {
  Notices own;
  return ReadHostRules(
      [&](const char* name) {
        return name == std::string("SPANSMITH_PROPAGATE_TO")      ? to
               : name == std::string("SPANSMITH_NO_PROPAGATE_TO") ? not_to
                                                                  : std::string();
      },
      notices == nullptr ? own : *notices);
}

TEST(HostRules, AllIfNothingIsSaid) {
  EXPECT_TRUE(Read("", "").May("example.com"));
  EXPECT_TRUE(Read(" ", "").May(""));
  EXPECT_EQ(ToText(Read("", "")), "*");
}

TEST(HostRules, WhoMayAndWhoMayNot) {
  const HostRules rules = Read("*.svc.cluster.local, api.Example.com,10.0.*", "secret.svc.cluster.local");
  EXPECT_TRUE(rules.May("a.b.svc.cluster.local"));
  EXPECT_TRUE(rules.May("A.SVC.cluster.local."));
  EXPECT_TRUE(rules.May("api.example.com"));
  EXPECT_TRUE(rules.May("10.0.3.4"));
  EXPECT_FALSE(rules.May("svc.cluster.local"));
  EXPECT_FALSE(rules.May("api.example.com.evil.org"));
  EXPECT_FALSE(rules.May("secret.svc.cluster.local"));
  EXPECT_FALSE(rules.May(""));
  EXPECT_EQ(ToText(rules), "*.svc.cluster.local,api.example.com,10.0.*");
  EXPECT_EQ(NotToText(rules), "secret.svc.cluster.local");
}

TEST(HostRules, OnlyWhoMayNot) {
  const HostRules rules = Read("", "*.example.com,[::1]");
  EXPECT_TRUE(rules.May("example.com"));
  EXPECT_FALSE(rules.May("www.example.com"));
  EXPECT_FALSE(rules.May("::1"));
  EXPECT_FALSE(rules.May("[::1]"));
  EXPECT_TRUE(rules.May("[::2]"));
}

TEST(HostRules, WhatIsNoHostIsLeftOutWithALine) {
  Notices notices;
  const HostRules rules = Read("https://a.example/x,b.example:80,c.example", "", &notices);
  EXPECT_THAT(notices, ::testing::SizeIs(2));
  EXPECT_FALSE(rules.May("a.example"));
  EXPECT_TRUE(rules.May("c.example"));
  // All of the list is wrong: it is not taken for no list.
  EXPECT_FALSE(Read("http://a.example", "", &notices).May("a.example"));
}

}  // namespace
}  // namespace spansmith::config
