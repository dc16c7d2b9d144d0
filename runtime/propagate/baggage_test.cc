// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The header of W3C Baggage (section numbers are its own), and baggage on threads.
#include <gtest/gtest.h>
#include <spansmith/baggage.h>

#include <functional>
#include <string>
#include <thread>

#include "propagate/refused.h"

namespace spansmith {
namespace {

using injected::Attached;
using injected::Context;

std::string Round(std::string_view header) { return Baggage::FromHeader(header).Header(); }
std::string Value(std::string_view header, std::string_view key) {
  const Baggage baggage = Baggage::FromHeader(header);
  return std::string(baggage.Get(key).value_or("(none)"));
}

TEST(BaggageHeader, MembersValuesAndProperties) {  // 3.3
  const Baggage baggage =
      Baggage::FromHeader("key1=value1;property1;property2, key2 = value2, key3=value3; propertyKey=p");
  ASSERT_EQ(baggage.size(), 3u);
  EXPECT_EQ(baggage.Members()[0].key, "key1");
  EXPECT_EQ(baggage.Members()[0].value, "value1");
  EXPECT_EQ(baggage.Members()[0].properties, "property1;property2");
  EXPECT_EQ(baggage.Get("key2"), "value2");
  EXPECT_EQ(baggage.Get("KEY2"), std::nullopt);
  EXPECT_EQ(baggage.Header(), "key1=value1;property1;property2,key2=value2,key3=value3;propertyKey=p");
}

TEST(BaggageHeader, BlanksAreTrimmed) { EXPECT_EQ(Round("  a =\t1 ;  p = q ;r ,\tb = 2  "), "a=1;p=q;r,b=2"); }

TEST(BaggageHeader, ValuesArePercentEncoded) {  // 3.3.1.3
  EXPECT_EQ(Value("userId=Am%C3%A9lie", "userId"), "Am\u00e9lie");
  EXPECT_EQ(Value("a=%20%22%2C%3B%5C%25", "a"), " \",;\\%");
  EXPECT_EQ(Baggage().With("a", " \",;\\%\n\u00e9").Header(), "a=%20%22%2C%3B%5C%25%0A%C3%A9");
  EXPECT_EQ(Value("a=b=c==", "a"), "b=c==");
  EXPECT_EQ(Value("a=", "a"), "");
  EXPECT_EQ(Value("a=100%", "a"), "100%");
  EXPECT_EQ(Value("a=%zz%4", "a"), "%zz%4");
  EXPECT_EQ(Value("a=%FFb%C3", "a"), "\uFFFDb\uFFFD");  // not UTF-8: replaced
  EXPECT_EQ(Value("a=1+1", "a"), "1+1");
}

TEST(BaggageHeader, OfTwoWithOneKeyTheLastIsKept) { EXPECT_EQ(Round("a=1,b=2,a=3;p"), "a=3;p,b=2"); }

TEST(BaggageHeader, WhatIsMalformedIsLeftOutAloneAndCounted) {
  const auto before = propagate::RefusedSoFar(propagate::Refused::kBaggage);
  EXPECT_EQ(
      Round("good=1,noequals,=novalue,bad key=1,a=\"q\",b=back\\slash,c=\x01,d=1;bad property=1,e=\xc3\xa9,also=2"),
      "good=1,also=2");
  EXPECT_EQ(propagate::RefusedSoFar(propagate::Refused::kBaggage), before + 1);
  EXPECT_EQ(Round(",, ,a=1,,"), "a=1");
  EXPECT_EQ(Round(""), "");
  EXPECT_EQ(Round(std::string_view("\0=\0", 3)), "");
}

TEST(BaggageHeader, Limits) {  // 3.3.2
  std::string many;
  for (int i = 0; i < 100; ++i) many += "key" + std::to_string(i) + "=v,";
  const Baggage first = Baggage::FromHeader(many);
  EXPECT_EQ(first.size(), 64u);
  EXPECT_EQ(first.Get("key63"), "v");
  EXPECT_EQ(first.Get("key64"), std::nullopt);

  const std::string whole = "a=" + std::string(Baggage::kMaxBytes - 2, 'x');
  EXPECT_EQ(Round(whole), whole);
  EXPECT_EQ(Round(whole + "x"), "");
  EXPECT_EQ(Round(whole + "x,b=2"), "b=2");
  EXPECT_EQ(Round("b=2," + whole), "b=2");
  const std::string almost = "a=" + std::string(Baggage::kMaxBytes - 6, 'x');
  EXPECT_EQ(Round(almost + ",b=2"), almost + ",b=2");
  EXPECT_EQ(Round(almost + ",b=22"), almost);
  EXPECT_EQ(Round("c=" + std::string(65'536, 'x') + ",b=2"), "b=2");
  EXPECT_EQ(Round(std::string(65'536, ',')), "");
  EXPECT_EQ(Baggage::FromHeader(std::string(65'536, '=')).size(), 0u);
}

TEST(Baggage, IsMadeByCopies) {
  const Baggage empty;
  const Baggage one = empty.With("a", "1");
  const Baggage two = one.With("b", "2", " p = q ; r ");
  EXPECT_TRUE(empty.empty());
  EXPECT_EQ(one.Header(), "a=1");
  EXPECT_EQ(two.Header(), "a=1,b=2;p=q;r");
  EXPECT_EQ(two.With("a", "3").Header(), "a=3,b=2;p=q;r");
  EXPECT_EQ(two.Without("a").Header(), "b=2;p=q;r");
  EXPECT_EQ(two.Without("c").Header(), two.Header());
  EXPECT_TRUE(one.Without("a").empty());
}

TEST(Baggage, WhatCannotBeAMemberChangesNothingAndIsCounted) {
  const auto before = propagate::RefusedSoFar(propagate::Refused::kBaggage);
  const Baggage one = Baggage().With("a", "1");
  EXPECT_EQ(one.With("", "1").Header(), "a=1");
  EXPECT_EQ(one.With("bad key", "1").Header(), "a=1");
  EXPECT_EQ(one.With("k", "1", "bad property").Header(), "a=1");
  EXPECT_EQ(one.With("k", std::string(Baggage::kMaxBytes, 'x')).Header(), "a=1");
  Baggage many;
  for (int i = 0; i < 65; ++i) many = many.With("k" + std::to_string(i), "v");
  EXPECT_EQ(many.size(), 64u);
  EXPECT_EQ(propagate::RefusedSoFar(propagate::Refused::kBaggage), before + 5);
  EXPECT_EQ(one.With("k", "\xff").Get("k"), "\uFFFD");
}

TEST(BaggageOfThreads, ScopesNest) {
  EXPECT_TRUE(Baggage::Current().empty());
  {
    const BaggageScope outer(Baggage().With("a", "1"));
    {
      const BaggageScope inner(Baggage::Current().With("b", "2"));
      EXPECT_EQ(Baggage::Current().Header(), "a=1,b=2");
      {
        const BaggageScope none{Baggage()};
        EXPECT_TRUE(Baggage::Current().empty());
      }
      EXPECT_EQ(Baggage::Current().Header(), "a=1,b=2");
    }
    EXPECT_EQ(Baggage::Current().Header(), "a=1");
  }
  EXPECT_TRUE(Baggage::Current().empty());
}

TEST(BaggageOfThreads, AContextCarriesItWithASpanAndWithout) {
  const Context with_span = WithBaggage({1, 2, 3, 1, 0}, Baggage().With("a", "1"));
  const Context alone = WithBaggage({}, Baggage().With("b", "2"));
  {
    const Attached outer(with_span);
    EXPECT_EQ(Baggage::Current().Header(), "a=1");
    {
      const Attached inner(alone);
      EXPECT_EQ(Baggage::Current().Header(), "b=2");
      EXPECT_EQ(injected::CurrentContext().span_id, 3u);
      EXPECT_EQ(BaggageOf(injected::CurrentContext()).Header(), "b=2");
    }
    {
      const Attached inner(Context{4, 5, 6, 1, 0});  // a context is a whole: it has no baggage
      EXPECT_TRUE(Baggage::Current().empty());
    }
    {
      const Attached nothing{Context{}};
      EXPECT_EQ(Baggage::Current().Header(), "a=1");
    }
  }
  EXPECT_TRUE(Baggage::Current().empty());
  EXPECT_EQ(injected::CurrentContext().span_id, 0u);
}

TEST(BaggageOfThreads, ACarriedCallableTakesItAlongWithoutASpanToo) {
  std::string seen;
  std::function<void()> work = [&] { seen = Baggage::Current().Header(); };
  {
    const BaggageScope scope(Baggage().With("a", "1"));
    injected::Carry(work);
  }
  std::thread(work).join();
  EXPECT_EQ(seen, "a=1");
  EXPECT_TRUE(Baggage::Current().empty());
}

TEST(BaggageOfThreads, FramesThatEndOutOfOrderLeaveNothingBehind) {
  injected::Frame first, second;
  injected::Attach(&first, WithBaggage({}, Baggage().With("a", "1")));
  injected::Attach(&second, WithBaggage({}, Baggage().With("b", "2")));
  injected::Detach(&first);
  injected::Detach(&second);
  EXPECT_EQ(Baggage::Current().Header(), "a=1");  // what the second had covered; a leak checker sees the rest
  first.start = 0;
  injected::Detach(&first);
  EXPECT_TRUE(Baggage::Current().empty());
}

TEST(BaggageOfThreads, ManyThreadsShareOne) {
  const Context context = WithBaggage({1, 2, 3, 1, 0}, Baggage().With("a", "1"));
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < 2'000; ++n) {
        const Attached attached(context);
        ASSERT_EQ(Baggage::Current().Get("a"), "1");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace spansmith
