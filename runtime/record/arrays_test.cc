// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Attributes that are arrays, from whatever holds them to the span.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spansmith/span_data.h>

#include <array>
#include <list>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
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
using Bools = std::vector<bool>;
using Ints = std::vector<std::int64_t>;
using Doubles = std::vector<double>;
using Strings = std::vector<std::string>;

enum Color { kRed, kBlue };

class ArraysTest : public ::testing::Test {
 protected:
  void SetUp() override {
    site_.state = Site::kOn;
    TakeAll();  // others' records, whose sites are gone
  }
  void TearDown() override { EXPECT_EQ(thread_state.scratch_used, 0u); }

  static std::vector<SpanData> Drain() {
    std::vector<SpanData> spans;
    Rings().ForEach([&](Ring& ring) {
      ring.Consume(1'000'000, [&](const RecordHeader& header) { spans.push_back(drain::Expand(SpanView(header))); });
    });
    return spans;
  }
  // What the value is as an attribute.
  template <typename T>
  AttributeValue As(const T& value) {
    {
      Guard guard(&site_);
      guard.Attribute("key", value);
    }
    const auto spans = Drain();
    EXPECT_THAT(spans, SizeIs(1));
    const AttributeValue* found = FindAttribute(spans.at(0).attributes, "key");
    EXPECT_NE(found, nullptr);
    return found == nullptr ? AttributeValue() : *found;
  }

  Site site_{"Site"};
};

TEST_F(ArraysTest, OfEveryTypeAndContainer) {
  EXPECT_EQ(As(Bools{true, false, true}), AttributeValue(Bools{true, false, true}));
  EXPECT_EQ(As(std::array<bool, 2>{false, true}), AttributeValue(Bools{false, true}));
  EXPECT_EQ(As(std::vector<int>{-1, 2}), AttributeValue(Ints{-1, 2}));
  EXPECT_EQ(As(std::vector<unsigned char>{200, 1}), AttributeValue(Ints{200, 1}));
  EXPECT_EQ(As(std::vector<Color>{kBlue, kRed}), AttributeValue(Ints{1, 0}));
  EXPECT_EQ(As(std::set<long long>{3, 2}), AttributeValue(Ints{2, 3}));
  EXPECT_EQ(As(std::vector<unsigned long>{7}), AttributeValue(Ints{7}));
  EXPECT_EQ(As(std::vector<unsigned long>{7, 18446744073709551615u}),
            AttributeValue(Strings{"7", "18446744073709551615"}));
  EXPECT_EQ(As(std::vector<float>{0.5f}), AttributeValue(Doubles{0.5}));
  EXPECT_EQ(As(Doubles{1, 2}), AttributeValue(Doubles{1, 2}));
  EXPECT_EQ(As(std::list<std::string>{"a", "", "a longer one"}), AttributeValue(Strings{"a", "", "a longer one"}));
  EXPECT_EQ(As(std::vector<std::string_view>{"b"}), AttributeValue(Strings{"b"}));
  EXPECT_EQ(As(std::vector<const char*>{"c", nullptr}), AttributeValue(Strings{"c", ""}));
  const int plain[] = {4, 5, 6};
  EXPECT_EQ(As(plain), AttributeValue(Ints{4, 5, 6}));
  const char* const texts[] = {"x", "y"};
  EXPECT_EQ(As(texts), AttributeValue(Strings{"x", "y"}));
  EXPECT_EQ(As(std::optional<std::vector<int>>(std::vector<int>{1})), AttributeValue(Ints{1}));
  EXPECT_EQ(As(std::vector<int>()), AttributeValue(Ints()));
  EXPECT_EQ(As(std::vector<std::string>{"\xff"}), AttributeValue(Strings{"\xef\xbf\xbd"}));
  EXPECT_EQ(As("a literal is a text"), AttributeValue(std::string("a literal is a text")));
  EXPECT_EQ(As(std::vector<char>{'a', 'b'}), AttributeValue(std::string("ab")));  // data() and size() of characters
}

TEST_F(ArraysTest, AreCopied) {
  std::vector<std::string> values{"before"};
  {
    Guard guard(&site_);
    guard.Attribute("key", values);
    values[0] = "after!";
  }
  EXPECT_EQ(*FindAttribute(Drain().at(0).attributes, "key"), AttributeValue(Strings{"before"}));
}

TEST_F(ArraysTest, InEventsAndBesideOthers) {
  {
    Guard guard(&site_);
    guard.Attribute("first", std::vector<std::string>{"odd", "sizes"});
    guard.EventBegin("event");
    guard.Attribute("within", Bools{true});
    guard.EventEnd();
    guard.Attribute("last", 1);
  }
  const SpanData span = Drain().at(0);
  EXPECT_THAT(span.attributes, SizeIs(2));
  EXPECT_EQ(*FindAttribute(span.attributes, "last"), AttributeValue(std::int64_t{1}));
  EXPECT_EQ(*FindAttribute(span.events.at(0).attributes, "within"), AttributeValue(Bools{true}));
}

TEST_F(ArraysTest, OneThatDoesNotFitIsDroppedWhole) {
  {
    Guard guard(&site_);
    guard.Attribute("before", 1);
    guard.Attribute("numbers", std::vector<long>(Ring::kScratch / 8));
    guard.Attribute("texts", std::vector<std::string>(3, std::string(Ring::kScratch / 2, 'x')));
    guard.Attribute("huge", std::vector<std::string>(1, std::string(Ring::kScratch * 2, 'x')));
    guard.Attribute("after", 2);
  }
  const SpanData span = Drain().at(0);
  EXPECT_THAT(span.attributes, SizeIs(2));
  EXPECT_EQ(span.dropped_attributes, 3u);
}

// A range whose iterators are traced, and may throw.
struct Traced {
  struct Iterator {
    Site* site;
    int at;
    bool throws;
    int operator*() const {
      Guard guard(site);
      guard.Attribute("at", at);
      if (throws && at == 2) throw std::runtime_error("no more");
      return at;
    }
    Iterator& operator++() {
      ++at;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at != other.at; }
  };
  Site* site;
  bool throws;
  Iterator begin() const { return {site, 0, throws}; }
  Iterator end() const { return {site, 4, throws}; }
};

TEST_F(ArraysTest, SpansMayBeginWithin) {
  Site within("Within");
  within.state = Site::kOn;
  {
    Guard guard(&site_);
    guard.Attribute("key", Traced{&within, false});
  }
  const auto spans = Drain();
  ASSERT_THAT(spans, SizeIs(5));
  EXPECT_EQ(*FindAttribute(spans[3].attributes, "at"), AttributeValue(std::int64_t{3}));
  EXPECT_EQ(*FindAttribute(spans[4].attributes, "key"), AttributeValue(Ints{0, 1, 2, 3}));
}

TEST_F(ArraysTest, OneWhoseElementThrowsIsNone) {
  Site within("Within");
  within.state = Site::kOn;
  {
    Guard guard(&site_);
    try {
      guard.Attribute("key", Traced{&within, true});
    } catch (...) {
      guard.AttributeFailed("key");
    }
    guard.Attribute("other", 1);
  }
  const SpanData span = Drain().back();
  EXPECT_THAT(span.attributes, SizeIs(2));
  EXPECT_NE(FindAttribute(span.attributes, "spansmith.attribute_error"), nullptr);
  EXPECT_EQ(*FindAttribute(span.attributes, "other"), AttributeValue(std::int64_t{1}));
}

TEST_F(ArraysTest, OfAnUnrecordedSpanNothingIsRead) {
  site_.state = Site::kOff;
  {
    Guard guard(&site_);
    guard.Attribute("key", std::vector<int>{1});
  }
  EXPECT_THAT(Drain(), IsEmpty());
}

}  // namespace
}  // namespace spansmith::record
