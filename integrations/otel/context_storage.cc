// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See context_storage.h.
#include "context_storage.h"

#include <opentelemetry/baggage/baggage_context.h>
#include <opentelemetry/trace/context.h>
#include <opentelemetry/trace/span_metadata.h>

#include <spansmith/baggage.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "convert.h"
#include "guard_span.h"
#include "record/guard_flags.h"
#include "record/thread_state.h"

namespace spansmith::otel {
namespace {

namespace nostd = opentelemetry::nostd;
using OtelBaggage = opentelemetry::baggage::Baggage;
using OtelContext = opentelemetry::context::Context;
using injected::Frame;

// A context that is attached. Its frame is on the thread's stack; or, where there is no span in it, nothing is there
// until it is detached, and `hidden` is what was.
struct Attached {
  OtelContext context;
  injected::BaggageRef baggage;  // what is in it
  Frame frame{};
  bool has_span = false;
  Frame* hidden = nullptr;
};

struct Stack {
  std::vector<std::unique_ptr<Attached>> attached;
  // The context that was last made of a traced function, and of what.
  OtelContext made;
  OtelContext made_on;
  std::uint64_t made_of = 0;  // span id
  injected::BaggageRef made_with;
  // The baggage that was last converted, in both forms.
  nostd::shared_ptr<OtelBaggage> theirs;
  injected::BaggageRef ours;
};

// A pointer, so that a thread that never asks has none. Should a destructor of another thread_local object ask after
// this one's has run, a new one is made.
thread_local std::unique_ptr<Stack> stack_of_thread;

Stack& ThisStack() {
  if (!stack_of_thread) stack_of_thread = std::make_unique<Stack>();
  return *stack_of_thread;
}

api::SpanContext SpanIn(const OtelContext& context) {
  const auto value = context.GetValue(api::kSpanKey);
  if (!nostd::holds_alternative<nostd::shared_ptr<api::Span>>(value)) return api::SpanContext::GetInvalid();
  const auto& span = nostd::get<nostd::shared_ptr<api::Span>>(value);
  return span == nullptr ? api::SpanContext::GetInvalid() : span->GetContext();
}

injected::BaggageRef BaggageIn(const OtelContext& context, Stack& stack) {
  const auto value = context.GetValue(opentelemetry::baggage::kBaggageHeader);
  if (!nostd::holds_alternative<nostd::shared_ptr<OtelBaggage>>(value)) return {};
  const auto& theirs = nostd::get<nostd::shared_ptr<OtelBaggage>>(value);
  if (theirs == nullptr) return {};
  if (theirs.get() != stack.theirs.get()) {
    Baggage ours;
    theirs->GetAllEntries([&](nostd::string_view key, nostd::string_view text) {
      // The API keeps a member's properties at the end of its value.
      const std::string_view all = View(text);
      const std::size_t end = std::min(all.find(';'), all.size());
      ours = ours.With(View(key), all.substr(0, end), all.substr(std::min(end + 1, all.size())));
      return true;
    });
    stack.theirs = theirs;
    stack.ours = ours.block();
  }
  return stack.ours;
}

nostd::shared_ptr<OtelBaggage> ToApi(const injected::BaggageRef& baggage, Stack& stack) {
  if (stack.theirs == nullptr || stack.ours.get() != baggage.get()) {
    std::vector<std::pair<std::string, std::string>> members;
    for (const Baggage::Member& member : Baggage(baggage).Members()) {
      members.emplace_back(member.key, member.value + (member.properties.empty() ? "" : ';' + member.properties));
    }
    stack.theirs = nostd::shared_ptr<OtelBaggage>(new OtelBaggage(members));
    stack.ours = baggage;
  }
  return stack.theirs;
}

void Push(Attached& attached, Stack& stack) {
  injected::Context context = FromSpanContext(SpanIn(attached.context));
  attached.baggage = context.baggage = BaggageIn(attached.context, stack);
  attached.has_span = context.span_id != 0;
  if (attached.has_span) {
    injected::Attach(&attached.frame, context);
  } else {
    injected::AttachBaggage(&attached.frame, context.baggage);
    attached.hidden = record::thread_state.top;
    record::thread_state.top = nullptr;
  }
}

// What stands above it, if anything does, stays.
void Remove(Attached& attached) {
  Frame** place = &record::thread_state.top;
  if (attached.has_span) {
    while (*place != nullptr && *place != &attached.frame) place = &(*place)->parent;
    if (*place == &attached.frame) *place = attached.frame.parent;
  } else {
    while (*place != nullptr) place = &(*place)->parent;
    *place = attached.hidden;
  }
  attached.frame.flags = record::kBaggageAlone;  // it is off the stack
  injected::Detach(&attached.frame);
}

}  // namespace

OtelContext ContextStorage::GetCurrent() noexcept {
  const injected::Context now = injected::CurrentContext();
  if (now.sm_Empty() && stack_of_thread == nullptr) return {};
  Stack& stack = ThisStack();
  const Attached* innermost = stack.attached.empty() ? nullptr : stack.attached.back().get();
  Frame* const top = record::thread_state.top;
  const OtelContext base = innermost == nullptr ? OtelContext() : innermost->context;
  const bool guarded = top != nullptr && (innermost == nullptr || top != &innermost->frame);
  const bool same_baggage = now.baggage.get() == (innermost == nullptr ? nullptr : innermost->baggage.get());
  if (!guarded && same_baggage) return base;
  const std::uint64_t of = guarded ? now.span_id : 0;
  if (stack.made_of != of || stack.made_with.get() != now.baggage.get() || !(stack.made_on == base)) {
    stack.made = base;
    if (guarded) {
      stack.made = stack.made.SetValue(api::kSpanKey, nostd::shared_ptr<api::Span>(new GuardSpan(top, now)));
    }
    if (!same_baggage) {
      stack.made = stack.made.SetValue(opentelemetry::baggage::kBaggageHeader, ToApi(now.baggage, stack));
    }
    stack.made_on = base;
    stack.made_of = of;
    stack.made_with = now.baggage;
  }
  return stack.made;
}

nostd::unique_ptr<opentelemetry::context::Token> ContextStorage::Attach(const OtelContext& context) noexcept {
  auto attached = std::make_unique<Attached>();
  attached->context = context;
  Push(*attached, ThisStack());
  ThisStack().attached.push_back(std::move(attached));
  return CreateToken(context);
}

bool ContextStorage::Detach(opentelemetry::context::Token& token) noexcept {
  if (stack_of_thread == nullptr) return false;
  auto& attached = stack_of_thread->attached;
  const auto found =
      std::find_if(attached.rbegin(), attached.rend(), [&](const auto& each) { return token == each->context; });
  if (found == attached.rend()) return false;
  const auto keep = static_cast<std::size_t>(attached.rend() - found) - 1;
  Stack& stack = *stack_of_thread;
  while (attached.size() > keep) {
    Remove(*attached.back());
    // What is kept for the next question must not keep a span that nobody else holds: it ends when it is let go.
    if (stack.made_on == attached.back()->context) {
      stack.made = stack.made_on = OtelContext();
      stack.made_of = 0;
    }
    attached.pop_back();
  }
  return true;
}

}  // namespace spansmith::otel
