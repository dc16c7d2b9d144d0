// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// An attached context that is no parent (Context::kLinked): what begins directly below it is a root with a link to it.
// Its frame looks like that of a sampled span whose id has not been made yet, so that the short way of Begin leaves it
// to the long one, whatever the sampler; where the context itself stands is known here alone. On the frame's own
// thread.
#ifndef SPANSMITH_RECORD_LINK_CONTEXT_H_
#define SPANSMITH_RECORD_LINK_CONTEXT_H_

#include <spansmith/injected.h>

#include <cstdint>

#include "record/entries.h"
#include "record/guard_flags.h"

namespace spansmith::record {

inline void MakeLink(injected::Frame* frame, const injected::Context& context) noexcept {
  frame->parent_span_id = context.span_id;
  frame->error_text = reinterpret_cast<const char*>(static_cast<std::uintptr_t>(context.trace_id_low));
  frame->failed_attributes = context.flags & 0xffu;
  frame->trace_id_low = ~0ull;
  frame->span_id = 0;
  frame->flags = injected::Frame::kOpen | injected::Frame::kSampled | kLinkContext;
}

inline bool IsLink(const injected::Frame* frame) noexcept {
  return frame != nullptr && (frame->flags & kLinkContext) != 0;
}

// Of a recording frame, just begun below `link`.
inline void LinkTo(injected::Frame* frame, const injected::Frame& link) noexcept {
  const auto trace_id_low = static_cast<unsigned long long>(reinterpret_cast<std::uintptr_t>(link.error_text));
  BeginLink(frame, {link.trace_id_high, trace_id_low, link.parent_span_id, link.failed_attributes, link.trace_state});
  EndLink(frame);
}

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_LINK_CONTEXT_H_
