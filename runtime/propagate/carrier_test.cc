// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Inject and Extract: carriers of every shape, every propagator, and what may go wrong with them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spansmith/baggage.h>
#include <spansmith/propagation.h>

#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "notice/notice.h"
#include "propagate/refused.h"
#include "propagate/settings.h"
#include "sample/head_sampler.h"

namespace spansmith {
namespace {

using propagate::Refused;
using propagate::RefusedSoFar;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;
using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr char kParent[] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
constexpr char kB3[] = "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1";

class Carriers : public ::testing::Test {
 protected:
  void SetUp() override {
    notice::SetSink([this](const std::string& line) { lines_.push_back(line); });
    propagate::ForgetRefusedAfterFork();  // each kind is told anew
    propagate::OnFirstPropagation();      // whoever begins a span does not read the configuration again
    Use({});
  }
  void TearDown() override {
    notice::SetSink({});
    propagate::ForgetSettings();
    sample::Install({});
  }
  void Use(const config::Propagators& propagators) { propagate::Install({propagators, {}}); }
  static config::Propagators B3(bool one, bool several, bool trace_context = false, bool last = true) {
    return {trace_context, false, one, several, last};
  }
  std::vector<std::string> lines_;
};

TEST_F(Carriers, MapsAndSequencesBothWays) {
  const Context context = WithBaggage(ContextOf(kParent, "a=1,b=2"), Baggage().With("k", "v"));
  std::map<std::string, std::string> map{{"traceparent", "old"}, {"other", "kept"}};
  EXPECT_TRUE(Inject(map, context));
  EXPECT_THAT(map, UnorderedElementsAre(Pair("traceparent", kParent), Pair("tracestate", "a=1,b=2"),
                                        Pair("baggage", "k=v"), Pair("other", "kept")));
  std::unordered_map<std::string, std::string> hashed;
  EXPECT_TRUE(Inject(hashed, context));
  std::multimap<std::string, std::string> multi{{"baggage", "x=1"}, {"baggage", "y=1"}};
  EXPECT_TRUE(Inject(multi, context));
  EXPECT_EQ(multi.count("baggage"), 1u);
  Pairs pairs{{"TraceParent", "old"}, {"other", "kept"}};
  EXPECT_TRUE(Inject(pairs, context));
  EXPECT_THAT(pairs, ElementsAre(Pair("TraceParent", kParent), Pair("other", "kept"), Pair("tracestate", "a=1,b=2"),
                                 Pair("baggage", "k=v")));
  for (const Context& back : {Extract(map), Extract(hashed), Extract(multi), Extract(pairs)}) {
    EXPECT_EQ(TraceparentOf(back), kParent);
    EXPECT_EQ(TracestateOf(back), "a=1,b=2");
    EXPECT_EQ(BaggageOf(back).Header(), "k=v");
    EXPECT_NE(back.flags & Context::kRemote, 0u);
  }
}

TEST_F(Carriers, Callables) {
  Pairs pairs;
  const Context context = ContextOf(kParent);
  EXPECT_TRUE(Inject([&](std::string_view name, std::string_view value) { pairs.emplace_back(name, value); }, context));
  EXPECT_THAT(pairs, ElementsAre(Pair("traceparent", kParent)));
  const auto is = [](std::string_view name) { return name == "traceparent"; };
  EXPECT_EQ(Extract([&](std::string_view n) { return is(n) ? kParent : nullptr; }).span_id, context.span_id);
  EXPECT_EQ(Extract([&](std::string_view n) { return std::string(is(n) ? kParent : ""); }).span_id, context.span_id);
  EXPECT_EQ(
      Extract([&](std::string_view n) { return is(n) ? std::optional<std::string>(kParent) : std::nullopt; }).span_id,
      context.span_id);
  EXPECT_THAT(PropagationFields(), ElementsAre("traceparent", "tracestate", "baggage"));
}

struct Text {  // as grpc::string_ref
  std::string_view text;
  const char* data() const { return text.data(); }
  std::size_t size() const { return text.size(); }
};

TEST_F(Carriers, StringsOfOtherLibraries) {
  const std::vector<std::pair<Text, Text>> metadata{{{"traceparent"}, {kParent}}, {{"baggage"}, {"a=1"}}};
  const Context context = Extract(metadata);
  EXPECT_EQ(TraceparentOf(context), kParent);
  EXPECT_EQ(BaggageOf(context).Header(), "a=1");
}

TEST_F(Carriers, NothingToWrite) {
  Pairs pairs;
  EXPECT_FALSE(Inject(pairs, Context{}));
  EXPECT_THAT(pairs, IsEmpty());
  EXPECT_TRUE(Inject(pairs, WithBaggage({}, Baggage().With("a", "1"))));
  EXPECT_THAT(pairs, ElementsAre(Pair("baggage", "a=1")));
}

TEST_F(Carriers, NamesInAnyCaseAndBlanksAroundValues) {
  EXPECT_EQ(Extract(Pairs{{"TRACEPARENT", " \t" + std::string(kParent) + "\t "}}).span_id, 0x00f067aa0ba902b7u);
  EXPECT_EQ(Extract(Pairs{{"trace-parent", kParent}, {"traceparent2", kParent}}).span_id, 0u);
}

TEST_F(Carriers, ATraceparentThatComesTwiceIsNone) {
  EXPECT_EQ(Extract(Pairs{{"traceparent", kParent}, {"traceparent", kParent}}).span_id, 0u);
  EXPECT_EQ(Extract(Pairs{{"traceparent", "x"}, {"Traceparent", kParent}}).span_id, 0u);
  EXPECT_EQ(Extract(Pairs{{"traceparent", std::string(kParent) + "," + kParent}}).span_id, 0u);
  EXPECT_EQ(RefusedSoFar(Refused::kTraceparent), 3u);
  EXPECT_THAT(lines_, ElementsAre(HasSubstr("a traceparent header was refused"))) << "told once";
}

TEST_F(Carriers, TracestatesAreJoinedInOrder) {
  const Context context =
      Extract(Pairs{{"tracestate", "a=1,b=2"}, {"traceparent", kParent}, {"tracestate", ""}, {"TraceState", " c=3 "}});
  EXPECT_EQ(TracestateOf(context), "a=1,b=2,c=3");
  EXPECT_EQ(TracestateOf(Extract(Pairs{{"traceparent", kParent}, {"tracestate", "a=1"}, {"tracestate", "a=2"}})), "");
  EXPECT_EQ(RefusedSoFar(Refused::kTracestate), 1u);
  EXPECT_EQ(TracestateOf(Extract(Pairs{{"traceparent", kParent}, {"tracestate", ""}})), "");
  EXPECT_EQ(RefusedSoFar(Refused::kTracestate), 1u) << "an empty one is none";
}

TEST_F(Carriers, BaggageComesWithoutASpanToo) {
  const Context context = Extract(Pairs{{"baggage", "a=1"}, {"traceparent", "bad"}, {"baggage", "b=2"}});
  EXPECT_EQ(context.span_id, 0u);
  EXPECT_EQ(BaggageOf(context).Header(), "a=1,b=2");
}

TEST_F(Carriers, HeadersOf64KibibytesAreLeftOutAndTheRequestGoesOn) {
  const std::string much(65'536, 'a');
  EXPECT_EQ(Extract(Pairs{{"traceparent", kParent + much}}).span_id, 0u);
  const Context context =
      Extract(Pairs{{"traceparent", kParent}, {"tracestate", "a=" + much}, {"baggage", "a=" + much}});
  EXPECT_EQ(TraceparentOf(context), kParent);
  EXPECT_TRUE(BaggageOf(context).empty());
  Pairs flood{{"traceparent", kParent}};
  for (int i = 0; i < 64; ++i) flood.emplace_back("tracestate", "k" + std::to_string(i) + '=' + much);
  for (int i = 0; i < 64; ++i) flood.emplace_back("baggage", "k" + std::to_string(i) + '=' + much);
  EXPECT_EQ(TraceparentOf(Extract(flood)), kParent);
  EXPECT_EQ(TracestateOf(Extract(flood)), "");
  EXPECT_GE(RefusedSoFar(Refused::kBaggage), 3u);
  EXPECT_EQ(lines_.size(), 3u) << "of each kind one line";
}

struct Throwing {
  void operator()(std::string_view, std::string_view) { throw std::runtime_error("read-only"); }
};

TEST_F(Carriers, OneThatThrowsIsCountedAndTheRequestGoesOn) {
  Throwing setter;
  EXPECT_FALSE(Inject(setter, ContextOf(kParent)));
  EXPECT_EQ(Extract([](std::string_view) -> std::string { throw 42; }).span_id, 0u);
  EXPECT_EQ(RefusedSoFar(Refused::kCarrier), 2u);
  EXPECT_THAT(lines_, ElementsAre(HasSubstr("a carrier threw")));
}

TEST_F(Carriers, B3) {
  Use(B3(true, false));
  Pairs pairs;
  EXPECT_TRUE(Inject(pairs, ContextOf(kParent, "a=1")));
  EXPECT_THAT(pairs, ElementsAre(Pair("b3", kB3)));
  EXPECT_EQ(TraceparentOf(Extract(pairs)), kParent);
  EXPECT_EQ(Extract(Pairs{{"traceparent", kParent}}).span_id, 0u) << "not asked for";
  Use(B3(false, true));
  pairs.clear();
  EXPECT_TRUE(Inject(pairs, ContextOf(kParent)));
  EXPECT_THAT(pairs, ElementsAre(Pair("x-b3-traceid", "4bf92f3577b34da6a3ce929d0e0e4736"),
                                 Pair("x-b3-spanid", "00f067aa0ba902b7"), Pair("x-b3-sampled", "1")));
  EXPECT_EQ(TraceparentOf(Extract(pairs)), kParent);
  EXPECT_EQ(TraceparentOf(Extract(Pairs{{"b3", kB3}, {"X-B3-TraceId", "1"}})), kParent)
      << "one header goes before several, whichever of them is written";
}

TEST_F(Carriers, B3sDebugFlagIsPassedOn) {
  Use(B3(true, true));
  const Context context = Extract(Pairs{{"b3", std::string(kB3, sizeof kB3 - 2) + 'd'}});
  EXPECT_NE(context.flags & Context::kSampled, 0u);
  const injected::Attached attached(context);
  static injected::Site site("Work");
  const injected::Guard guard(&site);
  Pairs pairs;
  Inject(pairs);
  EXPECT_EQ(pairs[0].second.back(), 'd');
  EXPECT_THAT(pairs.back(), Pair("x-b3-flags", "1"));
}

TEST_F(Carriers, B3WithoutADecisionIsDecidedHere) {
  Use(B3(true, false));
  const Pairs undecided{{"b3", std::string(kB3, sizeof kB3 - 3)}};
  EXPECT_EQ(Extract(undecided).flags & Context::kSampled, Context::kSampled);
  sample::Plan never;
  never.root = sample::kNever;
  sample::Install(never);
  EXPECT_EQ(Extract(undecided).flags & Context::kSampled, 0u);
  EXPECT_EQ(Extract(Pairs{{"b3", "0"}}).span_id, 0u);
  EXPECT_EQ(RefusedSoFar(Refused::kB3), 0u);
}

TEST_F(Carriers, BadB3IsCountedAndARootBegins) {
  Use(B3(true, true));
  EXPECT_EQ(Extract(Pairs{{"b3", "xyz"}}).span_id, 0u);
  EXPECT_EQ(Extract(Pairs{{"b3", kB3}, {"b3", kB3}}).span_id, 0u);
  EXPECT_EQ(Extract(Pairs{{"X-B3-TraceId", std::string(65'536, 'a')}, {"X-B3-SpanId", "1"}}).span_id, 0u);
  EXPECT_EQ(RefusedSoFar(Refused::kB3), 3u);
  EXPECT_EQ(lines_.size(), 1u);
}

TEST_F(Carriers, OfTwoContextsTheLaterPropagatorsIsTaken) {
  const Pairs both{{"traceparent", kParent}, {"b3", "000000000000000000000000000000aa-00000000000000bb-1"}};
  Use(B3(true, false, true, true));
  EXPECT_EQ(Extract(both).span_id, 0xbbu);
  Use(B3(true, false, true, false));
  EXPECT_EQ(Extract(both).span_id, 0x00f067aa0ba902b7u);
  EXPECT_EQ(Extract(Pairs{{"traceparent", "bad"}, both[1]}).span_id, 0xbbu);
}

TEST_F(Carriers, NoPropagators) {
  Use({false, false, false, false, false});
  Pairs pairs;
  EXPECT_FALSE(Inject(pairs, WithBaggage(ContextOf(kParent), Baggage().With("a", "1"))));
  EXPECT_TRUE(Extract(Pairs{{"traceparent", kParent}, {"b3", kB3}, {"baggage", "a=1"}}).sm_Empty());
  EXPECT_THAT(PropagationFields(), IsEmpty());
}

}  // namespace
}  // namespace spansmith
