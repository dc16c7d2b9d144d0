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

#include <cstdint>
#include <string_view>

namespace spansmith::record {

// Whether spans of the site are wanted; readies the calling thread. False also within the runtime's own calls.
bool WantsWhole(injected::Site* site) noexcept;

// A span that begins now, without a frame: what is open on this thread goes on. `parent.span_id` 0: a root. `known`:
// what a sampler may look at; made only if HasSampler. After WantsWhole said true. One that is not recording has been
// counted, and is over for the caller: `context` is still what is to be propagated.
struct Begun {
  injected::Context context;
  bool recording = false;
  std::uint64_t start_unix_nano = 0;
  Attributes of_sampler;
};
bool HasSampler() noexcept;
Begun BeginDetached(injected::Site* site, std::string_view name, const injected::Context& parent,
                    const Attributes& known) noexcept;

// Counts it as produced, and as dropped if there is no room. `span.scope` and `span.kind` are not read: they are the
// site's; `span.trace_state` neither: `trace_state` is its number. Times are Unix nanoseconds.
void WriteWhole(injected::Site* site, const SpanData& span, unsigned trace_state) noexcept;

// The same in pieces, for one that is ended often and has no SpanData: `frame`, zero-initialised, is the innermost of
// the thread from BeginWhole on, gets its name and attributes by injected::SetName, AddString and so on, with keys of
// static storage, and is recorded and popped by EndWhole. Nothing else may begin in between. After WantsWhole said
// true. `parent.span_id` 0: a root; kRemote in its flags is told; times are Unix nanoseconds.
void BeginWhole(injected::Site* site, const injected::Context& span, const injected::Context& parent,
                std::uint64_t start_unix_nano, injected::Frame* frame) noexcept;
void EndWhole(injected::Frame* frame, std::uint64_t end_unix_nano) noexcept;

// A span that the sampler did not choose ended. On a thread for which WantsWhole said true.
void CountSampledOut() noexcept;

// Adds an attribute to the frame, or to the event or link that is open in it.
void AddAttribute(injected::Frame* frame, const Attribute& attribute) noexcept;

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_WHOLE_SPAN_H_
