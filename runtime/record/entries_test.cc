// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Names, links and events, from the guard through the ring to the span.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spansmith/span_data.h>

#include <optional>
#include <string>
#include <vector>

#include "drain/expand.h"
#include "record/drained.h"
#include "record/ring_registry.h"
#include "record/thread_state.h"

namespace spansmith::record {
namespace {

using injected::Guard;
using injected::Site;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kA[] = "00-0000000000000000000000000000000a-00000000000000aa-01";
constexpr char kB[] = "00-0000000000000000000000000000000b-00000000000000bb-00";

std::vector<SpanData> Drain() {
  std::vector<SpanData> spans;
  Rings().ForEach([&](Ring& ring) {
    ring.Consume(1'000'000, [&](const RecordHeader& header) { spans.push_back(drain::Expand(SpanView(header))); });
  });
  return spans;
}

class EntriesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    site_.state = Site::kOn;
    TakeAll();  // others' records, whose sites are gone
  }
  void TearDown() override { EXPECT_EQ(thread_state.scratch_used, 0u); }
  // Leaves `bytes` of scratch space.
  static void FillUpTo(Guard& guard, std::uint32_t bytes) {
    const std::uint32_t header = sizeof(EntryHeader);
    guard.Attribute("fill", std::string(Ring::kScratch - thread_state.scratch_used - header - bytes, 'x'));
    ASSERT_EQ(thread_state.scratch_used, Ring::kScratch - bytes);
  }
  Site site_{"Site({T})"};
};

TEST_F(EntriesTest, ANameGivenAtRunTimeIsTheSpansName) {
  {
    Guard guard(&site_);
    guard.Name("first");
    guard.Attribute("between", 1);
    guard.Name(std::string("GET /{name}"));
  }
  {
    Guard guard(&site_);
    guard.Name(static_cast<const char*>(nullptr));
  }
  {
    const Guard guard(&site_);
  }
  const auto spans = Drain();
  EXPECT_EQ(spans[0].name, "GET /{name}");
  EXPECT_THAT(spans[0].attributes, SizeIs(1));
  EXPECT_EQ(spans[1].name, "Site({T})");  // an empty one is none
  EXPECT_EQ(spans[2].name, "Site({T})");
}

TEST_F(EntriesTest, LinksFromEverythingThatHoldsTraceparents) {
  {
    Guard guard(&site_);
    guard.Link(kA);
    guard.Link(std::string(kB));
    guard.Link(std::vector<std::string>{kA, "", kB});
    guard.Link(std::optional<std::string>());
    guard.Link(std::optional<std::string>(kB));
    guard.Link("");
    guard.Link(static_cast<const char*>(nullptr));
  }
  const auto spans = Drain();
  ASSERT_THAT(spans[0].links, SizeIs(5));
  EXPECT_EQ(spans[0].links[0].trace_id.Hex(), "0000000000000000000000000000000a");
  EXPECT_EQ(spans[0].links[0].span_id.Hex(), "00000000000000aa");
  EXPECT_EQ(spans[0].links[0].trace_flags, 1u);
  EXPECT_EQ(spans[0].links[1].span_id.Hex(), "00000000000000bb");
  EXPECT_EQ(spans[0].links[1].trace_flags, 0u);
  EXPECT_EQ(FindAttribute(spans[0].attributes, "spansmith.attribute_error"), nullptr);
}

TEST_F(EntriesTest, AMalformedLinkIsDroppedAndMarked) {
  {
    Guard guard(&site_);
    guard.Link("00-not a traceparent");
    guard.Link(kA);
  }
  const auto spans = Drain();
  EXPECT_THAT(spans[0].links, SizeIs(1));
  EXPECT_NE(FindAttribute(spans[0].attributes, "spansmith.attribute_error"), nullptr);
}

TEST_F(EntriesTest, AnEventHasItsTimeAndItsOwnAttributes) {
  {
    Guard guard(&site_);
    guard.Attribute("key", 1);
    guard.EventBegin("first");
    guard.Attribute("key", 2);
    guard.EventEnd();
    guard.Attribute("after", true);
    guard.EventBegin("second");
    guard.EventEnd();
  }
  const auto spans = Drain();
  ASSERT_THAT(spans[0].events, SizeIs(2));
  const Event& first = spans[0].events[0];
  const Event& second = spans[0].events[1];
  EXPECT_EQ(first.name, "first");
  ASSERT_THAT(first.attributes, SizeIs(1));
  EXPECT_EQ(std::get<std::int64_t>(first.attributes[0].value), 2);
  EXPECT_THAT(second.attributes, IsEmpty());
  EXPECT_LE(spans[0].start_unix_nano, first.time_unix_nano);
  EXPECT_LE(first.time_unix_nano, second.time_unix_nano);
  EXPECT_LE(second.time_unix_nano, spans[0].end_unix_nano);
  ASSERT_THAT(spans[0].attributes, SizeIs(2));
  EXPECT_EQ(std::get<std::int64_t>(*FindAttribute(spans[0].attributes, "key")), 1);
}

TEST_F(EntriesTest, AnEventCutShortKeepsWhatItHas) {
  {
    Guard guard(&site_);
    guard.EventBegin("cut");
    guard.Attribute("key", 2);
  }
  const auto spans = Drain();
  EXPECT_THAT(spans[0].events[0].attributes, SizeIs(1));
  EXPECT_THAT(spans[0].attributes, IsEmpty());
}

TEST_F(EntriesTest, AttributesThatDoNotFitAreCountedWhereTheyBelong) {
  {
    Guard guard(&site_);
    guard.Attribute("huge", std::string(1'000'000, 'x'));
    guard.EventBegin("e");
    guard.Attribute("huge", std::string(1'000'000, 'x'));
    guard.Attribute("huge", std::string(1'000'000, 'x'));
    guard.EventEnd();
  }
  const auto spans = Drain();
  EXPECT_EQ(spans[0].dropped_attributes, 1u);
  EXPECT_EQ(spans[0].events[0].dropped_attributes, 2u);
}

TEST_F(EntriesTest, EventsAndLinksThatDoNotFitAreCountedWithAllThatIsTheirs) {
  {
    Guard guard(&site_);
    FillUpTo(guard, sizeof(EntryHeader) + 8);
    guard.EventBegin("lost");
    guard.Attribute("of the lost event", 1);
    guard.EventEnd();
    guard.Link(kA);
    guard.Link(kB);
    guard.Name("n");
  }
  const auto spans = Drain();
  EXPECT_EQ(spans[0].dropped_events, 1u);
  EXPECT_EQ(spans[0].dropped_links, 2u);
  EXPECT_EQ(spans[0].dropped_attributes, 1u);  // the name
  EXPECT_THAT(spans[0].events, IsEmpty());
  EXPECT_THAT(spans[0].attributes, SizeIs(1));
  EXPECT_EQ(spans[0].name, "Site({T})");
}

TEST_F(EntriesTest, AnEventThatBeganInTheLastRoomStillEnds) {
  {
    Guard guard(&site_);
    FillUpTo(guard, 2 * sizeof(EntryHeader) + sizeof(EventBeginBytes) + 8);
    guard.EventBegin("last");
    guard.Attribute("no room", 1);
    guard.EventEnd();
    EXPECT_EQ(thread_state.scratch_used, Ring::kScratch);
    guard.Attribute("no room", 1);
  }
  const auto spans = Drain();
  ASSERT_THAT(spans[0].events, SizeIs(1));
  EXPECT_EQ(spans[0].events[0].dropped_attributes, 1u);
  EXPECT_EQ(spans[0].dropped_attributes, 1u);
}

TEST_F(EntriesTest, CountsOfWhatDidNotFitStopAtTheirMost) {
  {
    Guard guard(&site_);
    FillUpTo(guard, sizeof(EntryHeader) + 8);
    for (int i = 0; i < 5000; ++i) guard.Link(kA);
    guard.EventBegin("lost");
    guard.EventEnd();
  }
  const auto spans = Drain();
  EXPECT_EQ(spans[0].dropped_links, 2047u);
  EXPECT_EQ(spans[0].dropped_events, 1u);
  EXPECT_EQ(spans[0].trace_flags, 3u);  // sampled, and of a random id
}

}  // namespace
}  // namespace spansmith::record
