// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Spans written by hand against OpenTelemetry's API and traced functions are one tree, in both orders and across
// threads; and contexts mean what they mean without us.
#include <gtest/gtest.h>
#include <opentelemetry/baggage/baggage_context.h>
#include <opentelemetry/context/propagation/global_propagator.h>
#include <opentelemetry/exporters/memory/in_memory_span_exporter.h>
#include <opentelemetry/trace/context.h>
#include <opentelemetry/trace/propagation/http_trace_context.h>
#include <opentelemetry/trace/provider.h>
#include <opentelemetry/trace/scope.h>
#include <opentelemetry/trace/tracer.h>
#include <spansmith/baggage.h>
#include <spansmith/otel.h>
#include <spansmith/propagation.h>
#include <spansmith/runtime.h>
#include <spansmith/testing/recorder.h>

#include <thread>

namespace spansmith::otel {
namespace {

namespace api = opentelemetry::trace;
namespace nostd = opentelemetry::nostd;
using injected::Guard;
using injected::Site;
using opentelemetry::context::RuntimeContext;
using OtelContext = opentelemetry::context::Context;

class OtelTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { Install(); }
  nostd::shared_ptr<api::Tracer> tracer_ = api::Provider::GetTracerProvider()->GetTracer("by-hand", "1.0");
  const testing::Recorder recorder_;
};

void Leaf() {
  static Site site("Leaf");
  const Guard guard(&site);
}

TEST_F(OtelTest, GuardsInsideSpansInsideGuards) {
  static Site outer("Outer");
  {
    const Guard a(&outer);
    auto by_hand = tracer_->StartSpan("by hand");
    const api::Scope scope(by_hand);
    Leaf();
    auto deeper = tracer_->StartSpan("deeper");
    const api::Scope deeper_scope(deeper);
    Leaf();
    deeper->End();
    by_hand->End();
  }
  EXPECT_EQ(recorder_.Tree(), "Outer\n  by hand\n    Leaf\n    deeper\n      Leaf\n");
  const auto spans = recorder_.Spans();
  for (const SpanData& span : spans) EXPECT_EQ(span.trace_id, spans[0].trace_id);
}

TEST_F(OtelTest, ASpanWithoutScopeIsNobodysParentAndAnExplicitParentWins) {
  static Site outer("Outer");
  {
    const Guard a(&outer);
    auto first = tracer_->StartSpan("first");
    Leaf();
    api::StartSpanOptions options;
    options.parent = first->GetContext();
    tracer_->StartSpan("below first", options)->End();
    OtelContext root;
    options.parent = root.SetValue(api::kIsRootSpanKey, true);
    tracer_->StartSpan("root", options)->End();
    first->End();
  }
  EXPECT_EQ(recorder_.Tree(), "Outer\n  first\n    below first\n  Leaf\nroot\n");
}

// Nobody says End: the last who holds it lets go.
TEST_F(OtelTest, ASpanEndsWithItsScopeThoughATracedFunctionAskedForIt) {
  static Site outer("Outer");
  {
    const auto span = tracer_->StartSpan("let go");
    const api::Scope scope(span);
    const Guard guard(&outer);
    tracer_->StartSpan("inner")->End();
  }
  EXPECT_EQ(recorder_.Tree(), "let go\n  Outer\n    inner\n");
}

TEST_F(OtelTest, AcrossThreads) {
  static Site outer("Outer");
  static Site carried("Carried");
  {
    const Guard a(&outer);
    const OtelContext here = RuntimeContext::GetCurrent();
    std::thread([&] {
      const auto token = RuntimeContext::Attach(here);
      Leaf();
      auto span = tracer_->StartSpan("in the thread");
      const api::Scope scope(span);
      // And onward, by our own means.
      std::function<void()> task = [this] { tracer_->StartSpan("in the task")->End(); };
      injected::Carry(task);
      std::thread(task).join();
      span->End();
    }).join();
    auto elsewhere = tracer_->StartSpan("ended elsewhere");
    std::thread([&] { elsewhere->End(); }).join();
  }
  EXPECT_EQ(recorder_.Tree(), "Outer\n  Leaf\n  in the thread\n    in the task\n  ended elsewhere\n");
}

TEST_F(OtelTest, BaggageIsSeenWithinGuardsAndOverThem) {
  const auto baggage = opentelemetry::baggage::Baggage::FromHeader("tenant=acme");
  OtelContext empty;
  const auto outer_token = RuntimeContext::Attach(opentelemetry::baggage::SetBaggage(empty, baggage));
  static Site site("Site");
  const auto tenant = [] {
    std::string value;
    opentelemetry::baggage::GetBaggage(RuntimeContext::GetCurrent())->GetValue("tenant", value);
    return value;
  };
  {
    const Guard guard(&site);
    EXPECT_EQ(tenant(), "acme");
    EXPECT_TRUE(api::Tracer::GetCurrentSpan()->IsRecording());
    OtelContext current = RuntimeContext::GetCurrent();
    const auto inner =
        RuntimeContext::Attach(opentelemetry::baggage::SetBaggage(current, baggage->Set("tenant", "other")));
    EXPECT_EQ(tenant(), "other");
    Leaf();  // the span of the context is the guard's
  }
  EXPECT_EQ(tenant(), "acme");
  EXPECT_FALSE(api::Tracer::GetCurrentSpan()->GetContext().IsValid());
  EXPECT_EQ(recorder_.Tree(), "Site\n  Leaf\n");
}

TEST_F(OtelTest, UnderAContextWithoutASpanEverythingIsARoot) {
  static Site outer("Outer");
  {
    const Guard guard(&outer);
    {
      const auto token = RuntimeContext::Attach(OtelContext("key", true));
      EXPECT_FALSE(api::Tracer::GetCurrentSpan()->GetContext().IsValid());
      Leaf();
      tracer_->StartSpan("by hand")->End();
    }
    Leaf();
  }
  EXPECT_EQ(recorder_.Tree(), "Outer\n  Leaf\nLeaf\nby hand\n");
}

TEST_F(OtelTest, TheCurrentSpanOfATracedFunctionIsItsOwn) {
  static Site site("Site");
  nostd::shared_ptr<api::Span> kept;
  {
    const Guard guard(&site);
    kept = api::Tracer::GetCurrentSpan();
    EXPECT_EQ(kept.get(), api::Tracer::GetCurrentSpan().get());
    kept->SetAttribute("key", "value");
    kept->SetAttribute("n", 7);
    kept->AddEvent("event", {{"e", true}});
    kept->SetStatus(api::StatusCode::kError, "by hand");
    kept->UpdateName("Renamed");
    std::thread([&] {
      EXPECT_FALSE(kept->IsRecording());
      kept->SetAttribute("other thread", 1);
    }).join();
    kept->End();
    EXPECT_TRUE(kept->IsRecording());
  }
  EXPECT_FALSE(kept->IsRecording());
  kept->SetAttribute("too late", 1);
  EXPECT_TRUE(kept->GetContext().IsValid());
  EXPECT_EQ(recorder_.Tree(), "Renamed{key=value, n=7} !Error(by hand)\n  * event{e=true}\n");
}

TEST_F(OtelTest, EverythingThatCanBeSaidOfASpan) {
  nostd::shared_ptr<api::Span> linked = tracer_->StartSpan("linked");
  linked->End();
  api::StartSpanOptions options;
  options.kind = api::SpanKind::kServer;
  options.start_system_time = opentelemetry::common::SystemTimestamp(std::chrono::seconds(1'700'000'000));
  options.start_steady_time = opentelemetry::common::SteadyTimestamp(std::chrono::seconds(10));
  const std::int64_t numbers[] = {1, 2};
  const bool flags[] = {true, false};
  const nostd::string_view texts[] = {"a", "b\"\n"};
  auto span = tracer_->StartSpan("name",
                                 {{"bool", true},
                                  {"int", -1},
                                  {"uint64", std::uint64_t{18446744073709551615u}},
                                  {"double", 1.5},
                                  {"text", "text"},
                                  {"numbers", nostd::span<const std::int64_t>(numbers)},
                                  {"flags", nostd::span<const bool>(flags)},
                                  {"texts", nostd::span<const nostd::string_view>(texts)}},
                                 {{linked->GetContext(), {{"why", "because"}}}}, options);
  span->SetAttribute("int", 2);
  span->AddEvent("first", opentelemetry::common::SystemTimestamp(std::chrono::seconds(1'700'000'001)), {{"e", 1}});
  span->AddEvent("second");
  span->UpdateName("renamed");
  span->SetStatus(api::StatusCode::kError, "broken");
  api::EndSpanOptions end;
  end.end_steady_time = opentelemetry::common::SteadyTimestamp(std::chrono::seconds(12));
  span->End(end);
  span->SetAttribute("late", true);
  EXPECT_FALSE(span->IsRecording());
  testing::TreeOptions shown;
  shown.show_scope = true;
  EXPECT_EQ(recorder_.Tree(shown),
            "renamed (server) [by-hand@1.0]{bool=true, double=1.5, flags=[true, false], int=2, numbers=[1, 2], "
            "text=text, texts=[a, \"b\\\"\\n\"], uint64=\"18446744073709551615\"} "
            "!Error(broken)\n  -> linked{why=because}\n  * first{e=1}\n  * second\nlinked [by-hand@1.0]\n");
  const SpanData recorded = recorder_.Spans()[1];
  EXPECT_EQ(recorded.start_unix_nano, 1'700'000'000'000'000'000u);
  EXPECT_EQ(recorded.end_unix_nano, 1'700'000'002'000'000'000u);
  EXPECT_EQ(recorded.events[0].time_unix_nano, 1'700'000'001'000'000'000u);
}

TEST_F(OtelTest, ADestroyedSpanHasEnded) {
  {
    const auto span = tracer_->StartSpan("forgotten");
  }
  EXPECT_EQ(recorder_.Tree(), "forgotten\n");
}

TEST_F(OtelTest, OkIsFinalAndUnsetIsIgnored) {
  auto span = tracer_->StartSpan("s");
  span->SetStatus(api::StatusCode::kError, "broken");
  span->SetStatus(api::StatusCode::kUnset);
  span->SetStatus(api::StatusCode::kOk, "no text with Ok");
  span->SetStatus(api::StatusCode::kError, "too late");
  span->End();
  EXPECT_EQ(recorder_.Tree(), "s Ok\n");
}

TEST_F(OtelTest, ScopesThatEndOutOfOrder) {
  static Site site("Site");
  {
    const Guard guard(&site);
    auto a = tracer_->StartSpan("a");
    auto b = tracer_->StartSpan("b");
    auto scope_a = std::make_unique<api::Scope>(a);
    auto scope_b = std::make_unique<api::Scope>(b);
    scope_a.reset();  // takes b's along, as the API's own storage does
    Leaf();
    scope_b.reset();
    Leaf();
    auto held = std::make_unique<api::Scope>(a);
    {
      static Site within("Within");
      const Guard inner(&within);
      held.reset();  // the guard above it stays
      Leaf();
    }
    Leaf();
  }
  EXPECT_EQ(recorder_.Tree(), "Site\n  a\n    Within\n      Leaf\n  b\n  Leaf\n  Leaf\n  Leaf\n");
}

class Carrier : public opentelemetry::context::propagation::TextMapCarrier {
 public:
  nostd::string_view Get(nostd::string_view key) const noexcept override {
    const auto found = headers.find(std::string(key));
    return found == headers.end() ? "" : nostd::string_view(found->second);
  }
  void Set(nostd::string_view key, nostd::string_view value) noexcept override {
    headers[std::string(key)] = std::string(value);
  }
  std::map<std::string, std::string> headers;
};

TEST_F(OtelTest, ThePropagatorsOfTheApiWorkOnTracedFunctions) {
  api::propagation::HttpTraceContext propagator;
  Carrier in;
  in.headers = {{"traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-03"}, {"tracestate", "a=1,b=2"}};
  Carrier out;
  {
    OtelContext current = RuntimeContext::GetCurrent();
    const auto token = RuntimeContext::Attach(propagator.Extract(in, current));
    static Site site("Handle");
    const Guard guard(&site);
    propagator.Inject(out, RuntimeContext::GetCurrent());
    EXPECT_EQ(out.headers["traceparent"], TraceparentOf(CurrentContext()));
    EXPECT_EQ(out.headers["tracestate"], "a=1,b=2");
  }
  const SpanData span = recorder_.Spans()[0];
  EXPECT_EQ(span.trace_id.Hex(), "4bf92f3577b34da6a3ce929d0e0e4736");
  EXPECT_EQ(span.parent_span_id.Hex(), "00f067aa0ba902b7");
  EXPECT_TRUE(span.parent_is_remote);
  EXPECT_EQ(span.trace_state, "a=1,b=2");
  EXPECT_EQ(span.trace_flags, 3u);
}

TEST(Convert, ContextsThereAndBack) {
  const Context context = ContextOf("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-03", "a=1");
  const api::SpanContext theirs = ToSpanContext(context);
  EXPECT_TRUE(theirs.IsRemote());
  EXPECT_TRUE(theirs.IsSampled());
  const Context back = FromSpanContext(theirs);
  EXPECT_EQ(TraceparentOf(back), TraceparentOf(context));
  EXPECT_EQ(TracestateOf(back), "a=1");
  EXPECT_EQ(back.flags, context.flags);
  EXPECT_FALSE(ToSpanContext({}).IsValid());
  EXPECT_EQ(FromSpanContext(api::SpanContext::GetInvalid()).span_id, 0u);
}

TEST_F(OtelTest, BaggageIsOneInBothWorlds) {
  namespace theirs = opentelemetry::baggage;
  const auto header = [] {
    const OtelContext current = RuntimeContext::GetCurrent();
    return theirs::GetBaggage(current)->ToHeader();
  };
  const BaggageScope ours(Baggage().With("a", "1", "p=q"));
  EXPECT_EQ(header(), "a=1;p=q");
  static Site site("Work");
  const Guard guard(&site);
  EXPECT_EQ(header(), "a=1;p=q");
  EXPECT_TRUE(api::GetSpan(RuntimeContext::GetCurrent())->GetContext().IsValid());
  {
    OtelContext current = RuntimeContext::GetCurrent();
    const OtelContext changed = theirs::SetBaggage(current, theirs::GetBaggage(current)->Set("b", "2 3"));
    const auto token = RuntimeContext::Attach(changed);
    EXPECT_EQ(Baggage::Current().Get("b"), "2 3");
    EXPECT_EQ(Baggage::Current().Get("a"), "1");
    EXPECT_EQ(Baggage::Current().Members().size(), 2u);
    EXPECT_EQ(CurrentContext().span_id, FromSpanContext(api::GetSpan(changed)->GetContext()).span_id);
    {
      const BaggageScope inner(Baggage::Current().Without("a"));
      EXPECT_EQ(header(), "b=2+3");
      const Guard leaf(&site);
      EXPECT_EQ(header(), "b=2+3");
    }
    EXPECT_EQ(Baggage::Current().Get("a"), "1");
  }
  EXPECT_EQ(Baggage::Current().Header(), "a=1;p=q");
  {
    const OtelContext none;  // a context is a whole: there is no baggage in it, and no span
    const auto token = RuntimeContext::Attach(none);
    EXPECT_TRUE(Baggage::Current().empty());
    EXPECT_EQ(header(), "");
  }
  EXPECT_EQ(header(), "a=1;p=q");
}

}  // namespace
}  // namespace spansmith::otel
