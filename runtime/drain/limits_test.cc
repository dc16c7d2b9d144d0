// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "drain/limits.h"

#include <gtest/gtest.h>

#include <map>

namespace spansmith::drain {
namespace {

config::Limits Read(std::map<std::string, std::string> variables, std::size_t notices_expected = 0) {
  config::Notices notices;
  const auto limits = config::ReadLimits([&](const char* name) { return variables[name]; }, notices);
  EXPECT_EQ(notices.size(), notices_expected);
  return limits;
}

TEST(Limits, FromTheEnvironment) {
  EXPECT_EQ(Read({}).attributes, 128u);
  EXPECT_EQ(Read({}).value_length, config::Limits::kNone);
  const auto general = Read({{"OTEL_ATTRIBUTE_COUNT_LIMIT", "7"}, {"OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT", "9"}});
  EXPECT_EQ(general.attributes, 7u);
  EXPECT_EQ(general.event_attributes, 7u);
  EXPECT_EQ(general.value_length, 9u);
  const auto special = Read({{"OTEL_ATTRIBUTE_COUNT_LIMIT", "7"},
                             {"OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", "8"},
                             {"OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT", "1"},
                             {"OTEL_LINK_ATTRIBUTE_COUNT_LIMIT", "2"},
                             {"OTEL_SPAN_EVENT_COUNT_LIMIT", "3"},
                             {"OTEL_SPAN_LINK_COUNT_LIMIT", "0"},
                             {"OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", "5"}});
  EXPECT_EQ(special.attributes, 8u);
  EXPECT_EQ(special.event_attributes, 1u);
  EXPECT_EQ(special.link_attributes, 2u);
  EXPECT_EQ(special.events, 3u);
  EXPECT_EQ(special.links, 0u);
  EXPECT_EQ(special.value_length, 5u);
  EXPECT_EQ(Read({{"OTEL_SPAN_LINK_COUNT_LIMIT", "many"}}, 1).links, 128u);
}

TEST(Limits, WhatIsBeyondIsLeftOutAndCounted) {
  config::Limits most;
  most.attributes = 2;
  most.events = 1;
  most.links = 0;
  most.event_attributes = 1;
  most.value_length = 3;
  SpanData span;
  span.attributes = {{"a", std::string("abc")}, {"b", std::string("d\xc3\xa4\xe2\x82\xac!")}, {"c", true}};
  span.dropped_attributes = 4;
  span.events = {{"one", 1, {{"x", std::int64_t{1}}, {"y", std::int64_t{2}}}, 0}, {"two", 2, {}, 0}};
  span.links.resize(3);
  Apply(most, span);
  ASSERT_EQ(span.attributes.size(), 2u);
  EXPECT_EQ(std::get<std::string>(span.attributes[0].value), "abc");
  EXPECT_EQ(std::get<std::string>(span.attributes[1].value), "d\xc3\xa4\xe2\x82\xac");
  EXPECT_EQ(span.dropped_attributes, 5u);
  ASSERT_EQ(span.events.size(), 1u);
  EXPECT_EQ(span.dropped_events, 1u);
  EXPECT_EQ(span.events[0].attributes.size(), 1u);
  EXPECT_EQ(span.events[0].dropped_attributes, 1u);
  EXPECT_TRUE(span.links.empty());
  EXPECT_EQ(span.dropped_links, 3u);
}

TEST(Limits, EachTextOfAnArrayIsCut) {
  config::Limits most;
  most.value_length = 2;
  SpanData span;
  span.attributes = {{"texts", std::vector<std::string>{"abc", "d"}}, {"numbers", std::vector<std::int64_t>{1, 2, 3}}};
  Apply(most, span);
  EXPECT_EQ(span.attributes[0].value, AttributeValue(std::vector<std::string>{"ab", "d"}));
  EXPECT_EQ(span.attributes[1].value, AttributeValue(std::vector<std::int64_t>{1, 2, 3}));
}

}  // namespace
}  // namespace spansmith::drain
