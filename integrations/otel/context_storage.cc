// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See context_storage.h.
#include "context_storage.h"

#include <opentelemetry/trace/context.h>
#include <opentelemetry/trace/span_metadata.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "convert.h"
#include "guard_span.h"
#include "record/thread_state.h"

namespace spansmith::otel {
namespace {

namespace nostd = opentelemetry::nostd;
using OtelContext = opentelemetry::context::Context;
using injected::Frame;

// A context that is attached. Its frame is on the thread's stack; or, where there is no span in it, nothing is there
// until it is detached, and `hidden` is what was.
struct Attached {
  OtelContext context;
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

void Push(Attached& attached) {
  const injected::Context context = FromSpanContext(SpanIn(attached.context));
  attached.has_span = context.span_id != 0;
  if (attached.has_span) {
    injected::Attach(&attached.frame, context);
  } else {
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
}

}  // namespace

OtelContext ContextStorage::GetCurrent() noexcept {
  const injected::Context now = injected::CurrentContext();
  if (now.span_id == 0 && stack_of_thread == nullptr) return {};
  Stack& stack = ThisStack();
  const Attached* innermost = stack.attached.empty() ? nullptr : stack.attached.back().get();
  Frame* const top = record::thread_state.top;
  if (top == nullptr || (innermost != nullptr && top == &innermost->frame)) {
    return innermost == nullptr ? OtelContext() : innermost->context;
  }
  OtelContext base = innermost == nullptr ? OtelContext() : innermost->context;
  if (stack.made_of != now.span_id || !(stack.made_on == base)) {
    stack.made = base.SetValue(api::kSpanKey, nostd::shared_ptr<api::Span>(new GuardSpan(top, now)));
    stack.made_on = base;
    stack.made_of = now.span_id;
  }
  return stack.made;
}

nostd::unique_ptr<opentelemetry::context::Token> ContextStorage::Attach(const OtelContext& context) noexcept {
  auto attached = std::make_unique<Attached>();
  attached->context = context;
  Push(*attached);
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
  while (attached.size() > keep) {
    Remove(*attached.back());
    attached.pop_back();
  }
  return true;
}

}  // namespace spansmith::otel
