// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Spans that are no guards: made as objects, by hand-written code, and recorded when they are complete. They go into
// the ring of the thread that hands them over, so that everything behind the rings treats all spans alike. Not the hot
// path: keys are looked up (record/interned.h), and what does not fit into the thread's scratch space is dropped and
// counted.
#ifndef SPANSMITH_RECORD_WHOLE_SPAN_H_
#define SPANSMITH_RECORD_WHOLE_SPAN_H_

#include <spansmith/injected.h>
#include <spansmith/span_data.h>

namespace spansmith::record {

// Whether spans of the site are wanted; readies the calling thread. False also within the runtime's own calls.
bool WantsWhole(injected::Site* site) noexcept;

// Counts it as produced, and as dropped if there is no room. `span.scope` and `span.kind` are not read: they are the
// site's; `span.trace_state` neither: `trace_state` is its number. Times are Unix nanoseconds.
void WriteWhole(injected::Site* site, const SpanData& span, unsigned trace_state) noexcept;

// A span that the sampler did not choose ended. On a thread for which WantsWhole said true.
void CountSampledOut() noexcept;

// Adds an attribute to the frame, or to the event or link that is open in it.
void AddAttribute(injected::Frame* frame, const Attribute& attribute) noexcept;

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_WHOLE_SPAN_H_
