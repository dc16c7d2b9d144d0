// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The thread's innermost span as others see it, and contexts brought here from other threads (contract:
// spansmith/injected.h). An attached one is a frame that is never recorded, only a parent.
#include <spansmith/injected.h>

#include <exception>

#include "record/guard_flags.h"
#include "record/thread_state.h"

namespace spansmith::injected {

Context CurrentContext() noexcept {
  Frame* top = record::thread_state.top;
  if (top == nullptr) return {};
  if (top->span_id == 0) top->span_id = record::NextSpanId(&record::thread_state.random);  // not sampled: made now
  return {top->trace_id_high, top->trace_id_low, top->span_id, record::TraceFlags(top->flags), top->trace_state};
}

void Attach(Frame* frame, const Context& context) noexcept {
  frame->flags = 0;
  if (context.span_id == 0) return;
  record::ThreadState& thread = record::thread_state;
  frame->flags =
      Frame::kOpen | record::FlagsOf(context) | ((context.flags & Context::kRemote) != 0 ? record::kRemoteContext : 0u);
  frame->parent = thread.top;
  frame->trace_id_high = context.trace_id_high;
  frame->trace_id_low = context.trace_id_low;
  frame->span_id = context.span_id;
  frame->trace_state = context.trace_state;
  frame->scratch_begin = thread.scratch_used;
  thread.top = frame;
}

void Detach(Frame* frame) noexcept {
  record::ThreadState& thread = record::thread_state;
  thread.scratch_used = frame->scratch_begin;
  thread.top = frame->parent;
}

void InjectFailed() {
  // A forced unwind (pthread_cancel) is no C++ exception and must go on.
  if (std::current_exception() == nullptr) throw;
  Frame* top = record::thread_state.top;
  if (top != nullptr && (top->flags & Frame::kRecording) != 0) ++top->failed_attributes;
}

}  // namespace spansmith::injected
