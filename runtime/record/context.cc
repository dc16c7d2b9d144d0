// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The thread's innermost span as others see it, and contexts brought here from other threads (contract:
// spansmith/injected.h). An attached one is a frame that is never recorded, only a parent.
#include <spansmith/injected.h>

#include <cstdint>
#include <exception>

#include "record/guard_flags.h"
#include "record/link_context.h"
#include "record/thread_state.h"

namespace spansmith::injected {

namespace {

// The thread owns a share in its baggage. One that is covered is owned by the frame that covers it, so that frames
// which end out of order leave nothing dangling.
void SetBaggage(record::ThreadState& thread, Frame* frame, const BaggageRef& baggage) noexcept {
  frame->start = reinterpret_cast<std::uintptr_t>(thread.baggage);
  thread.baggage = BaggageRef(baggage).release();
}

}  // namespace

Context CurrentContext() noexcept {
  record::ThreadState& thread = record::thread_state;
  Frame* top = thread.top;
  if (thread.baggage != nullptr) RetainBaggage(thread.baggage);
  BaggageRef baggage(thread.baggage);
  if (top == nullptr || (top->flags & record::kLinkContext) != 0)
    return {0, 0, 0, 0, 0, static_cast<BaggageRef&&>(baggage)};
  if (top->span_id == 0) top->span_id = record::NextSpanId(&thread.random);  // not sampled: made now
  return {top->trace_id_high, top->trace_id_low,
          top->span_id,       record::TraceFlags(top->flags),
          top->trace_state,   static_cast<BaggageRef&&>(baggage)};
}

void Attach(Frame* frame, const Context& context) noexcept {
  frame->flags = 0;
  if (context.sm_Empty()) return;
  record::ThreadState& thread = record::thread_state;
  SetBaggage(thread, frame, context.baggage);
  if (context.span_id == 0) {
    frame->flags = record::kBaggageAlone;
    return;
  }
  frame->flags =
      Frame::kOpen | record::FlagsOf(context) | ((context.flags & Context::kRemote) != 0 ? record::kRemoteContext : 0u);
  frame->parent = thread.top;
  frame->site = nullptr;  // no span
  frame->trace_id_high = context.trace_id_high;
  frame->trace_id_low = context.trace_id_low;
  frame->span_id = context.span_id;
  frame->trace_state = context.trace_state;
  frame->scratch_begin = thread.scratch_used;
  if ((context.flags & Context::kLinked) != 0) record::MakeLink(frame, context);
  thread.top = frame;
}

void Detach(Frame* frame) noexcept {
  record::ThreadState& thread = record::thread_state;
  const BaggageRef gone(thread.baggage);
  thread.baggage = reinterpret_cast<BaggageBlock*>(static_cast<std::uintptr_t>(frame->start));
  if (frame->flags == record::kBaggageAlone) return;
  thread.scratch_used = frame->scratch_begin;
  thread.top = frame->parent;
}

void AttachBaggage(Frame* frame, const BaggageRef& baggage) noexcept {
  SetBaggage(record::thread_state, frame, baggage);
  frame->flags = record::kBaggageAlone;
}

void InjectFailed() {
  // A forced unwind (pthread_cancel) is no C++ exception and must go on.
  if (std::current_exception() == nullptr) throw;
  Frame* top = record::thread_state.top;
  if (top != nullptr && (top->flags & Frame::kRecording) != 0) ++top->failed_attributes;
}

}  // namespace spansmith::injected
