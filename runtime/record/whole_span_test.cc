// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What is handed over whole comes out whole behind the ring.
#include "record/whole_span.h"

#include <gtest/gtest.h>
#include <spansmith/propagation.h>

#include <vector>

#include "drain/expand.h"
#include "record/drained.h"
#include "record/interned.h"
#include "record/ring_registry.h"
#include "record/span_view.h"
#include "record/thread_state.h"

namespace spansmith::record {
namespace {

std::vector<SpanData> Drain() {
  std::vector<SpanData> spans;
  Rings().ForEach([&](Ring& ring) {
    ring.Consume(1'000'000, [&](const RecordHeader& header) { spans.push_back(drain::Expand(SpanView(header))); });
  });
  return spans;
}

SpanData Whole() {
  SpanData span;
  span.trace_id = {1, 2};
  span.span_id = {3};
  span.parent_span_id = {4};
  span.trace_flags = 3;
  span.parent_is_remote = true;
  span.name = "by hand";
  span.start_unix_nano = 1'000;
  span.end_unix_nano = 5'000;
  span.attributes = {{"b", true}, {"i", std::int64_t{-5}}, {"d", 2.5}, {"s", std::string("text")}};
  span.dropped_attributes = 2;
  span.events = {{"first", 2'000, {{"e", std::string("v")}}, 0}, {"second", 3'000, {}, 0}};
  span.links = {{{5, 6}, {7}, 1, {{"l", std::int64_t{1}}}, 0, "a=1"}, {{5, 6}, {8}, 0, {}, 0, ""}};
  span.status = {StatusCode::kError, "broken"};
  return span;
}

TEST(WriteWhole, EverythingIsThere) {
  TakeAll();  // others' records, whose sites are gone
  injected::Site site = injected::Site("").Scope("scope", "1").Kind(SpanKind::kClient);
  site.state = injected::Site::kOn;
  {
    const ContextScope outer(ContextOf("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
    WriteWhole(&site, Whole(), TracestateNumber("z=1"));
    EXPECT_EQ(CurrentContext().span_id, 0x00f067aa0ba902b7u);
  }
  const auto spans = Drain();
  ASSERT_EQ(spans.size(), 1u);
  const SpanData& span = spans[0];
  EXPECT_EQ(span.trace_id.Hex(), "00000000000000010000000000000002");
  EXPECT_EQ(span.span_id.value, 3u);
  EXPECT_EQ(span.parent_span_id.value, 4u);
  EXPECT_EQ(span.trace_flags, 3u);
  EXPECT_TRUE(span.parent_is_remote);
  EXPECT_EQ(span.trace_state, "z=1");
  EXPECT_EQ(span.name, "by hand");
  EXPECT_EQ(span.kind, SpanKind::kClient);
  EXPECT_EQ(span.scope.name, "scope");
  EXPECT_EQ(span.start_unix_nano, 1'000u);
  EXPECT_EQ(span.end_unix_nano, 5'000u);
  ASSERT_EQ(span.attributes.size(), 4u);
  EXPECT_EQ(std::get<std::string>(*FindAttribute(span.attributes, "s")), "text");
  EXPECT_EQ(span.dropped_attributes, 2u);
  ASSERT_EQ(span.events.size(), 2u);
  EXPECT_EQ(span.events[0].time_unix_nano, 2'000u);
  EXPECT_EQ(span.events[0].attributes.size(), 1u);
  EXPECT_EQ(span.events[1].name, "second");
  ASSERT_EQ(span.links.size(), 2u);
  EXPECT_EQ(span.links[0].attributes.size(), 1u);
  EXPECT_EQ(span.links[0].trace_state, "a=1");
  EXPECT_EQ(span.links[1].span_id.value, 8u);
  EXPECT_TRUE(span.links[1].attributes.empty());
  EXPECT_EQ(span.status.code, StatusCode::kError);
  EXPECT_EQ(span.status.description, "broken");
  EXPECT_EQ(thread_state.scratch_used, 0u);
}

TEST(WriteWhole, Arrays) {
  TakeAll();  // others' records, whose sites are gone
  injected::Site site("");
  site.state = injected::Site::kOn;
  SpanData given = Whole();
  given.attributes = {{"b", std::vector<bool>{true, false}},
                      {"i", std::vector<std::int64_t>{1, 2}},
                      {"d", std::vector<double>{0.5}},
                      {"s", std::vector<std::string>{"", "text"}}};
  WriteWhole(&site, given, 0);
  const auto spans = Drain();
  for (const Attribute& attribute : given.attributes) {
    ASSERT_NE(FindAttribute(spans[0].attributes, attribute.key), nullptr) << attribute.key;
    EXPECT_EQ(*FindAttribute(spans[0].attributes, attribute.key), attribute.value) << attribute.key;
  }
}

TEST(WriteWhole, WhatDoesNotFitIsCounted) {
  TakeAll();  // others' records, whose sites are gone
  injected::Site site("");
  site.state = injected::Site::kOn;
  SpanData large = Whole();
  large.attributes = {{"large", std::string(40'000, 'x')}, {"small", true}};
  large.attributes.push_back({std::string(InternedTexts::kMaxSize + 1, 'k'), true});
  WriteWhole(&site, large, 0);
  const auto spans = Drain();
  EXPECT_EQ(spans[0].dropped_attributes, 4u);  // 2 before
  EXPECT_NE(FindAttribute(spans[0].attributes, "small"), nullptr);
  EXPECT_EQ(spans[0].trace_state, "");
}

TEST(WriteWhole, ASiteThatIsOffTakesNothing) {
  TakeAll();  // others' records, whose sites are gone
  injected::Site site("");
  site.state = injected::Site::kOff;
  EXPECT_FALSE(WantsWhole(&site));
  WriteWhole(&site, Whole(), 0);
  EXPECT_TRUE(Drain().empty());
}

}  // namespace
}  // namespace spansmith::record
