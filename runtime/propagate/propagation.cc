// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See spansmith/propagation.h.
#include <spansmith/propagation.h>

#include <new>

#include "propagate/trace_state.h"
#include "propagate/trace_states.h"

namespace spansmith {

unsigned TracestateNumber(std::string_view tracestate) noexcept {
  if (tracestate.empty()) return 0;
  try {
    return propagate::RememberTraceState(propagate::NormalTraceState(tracestate));
  } catch (const std::bad_alloc&) {
    return 0;
  }
}

Context ContextOf(std::string_view traceparent, std::string_view tracestate) noexcept {
  Context context = injected::ParseTraceparent(traceparent.data(), traceparent.size());
  if (context.span_id == 0) return {};
  context.flags |= Context::kRemote;
  context.trace_state = TracestateNumber(tracestate);
  return context;
}

std::string TraceparentOf(const Context& context) {
  return context.span_id == 0 ? std::string() : std::string(injected::FormatTraceparent(context).text);
}

std::string TracestateOf(const Context& context) { return propagate::TraceStateText(context.trace_state); }

}  // namespace spansmith
