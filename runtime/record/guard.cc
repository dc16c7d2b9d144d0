// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Begin and End: the hot path (contract: spansmith/injected.h; rules: README.md). End writes one record into the
// thread's ring. No lock, no allocation, no wait; but for a site's and a thread's first span, which go through
// BeginSlowly.
#include <spansmith/injected.h>

#include <cstring>
#include <typeinfo>

#include "errors/in_flight.h"
#include "record/clock.h"
#include "record/doorbell.h"
#include "record/first_span.h"
#include "record/guard_flags.h"
#include "record/record_format.h"
#include "record/thread_state.h"
#include "record/watch.h"
#include "sample/head_sampler.h"

namespace spansmith::injected {
namespace {

using record::Ending;
using record::RecordHeader;
using record::ThreadState;

// Begins the span here if its site is watched; parent as of BeginWatched. True: on, and the short way will do.
[[gnu::noinline, gnu::cold]] bool BeginSlowly(ThreadState& thread, Frame* frame, Site* site,
                                              const Context* parent) noexcept {
  if (thread.inside_runtime) return false;
  thread.inside_runtime = true;
  unsigned state = __atomic_load_n(&site->state, __ATOMIC_RELAXED);
  if (state == Site::kUnknown && record::OnFirstSpan(site)) state = __atomic_load_n(&site->state, __ATOMIC_RELAXED);
  const bool on = state == Site::kOn || state == Site::kWatched;
  const bool ready = on && (thread.ring != nullptr || record::EquipThread());
  thread.inside_runtime = false;
  if (ready && state == Site::kWatched) {
    record::BeginWatched(thread, frame, site, parent);
    return false;
  }
  return ready;
}

// What the exception in flight says, for the record.
struct Escape {
  Ending ending = Ending::kReturned;
  std::uint64_t origin = 0;
  const char* type = nullptr;  // mangled
  std::uint32_t type_size = 0;
  const char* message = nullptr;
  std::uint32_t message_size = 0;
};

std::uint32_t BoundedSize(const char* text, std::uint32_t limit) noexcept {
  return static_cast<std::uint32_t>(strnlen(text, limit));
}

[[gnu::noinline, gnu::cold]] Escape Examine(const Frame& frame, int uncaught) noexcept {
  Escape escape;
  errors::InFlight* error = errors::FindInFlight(uncaught);
  if (error != nullptr && error->foreign) return escape;  // a forced unwind, caught and thrown on
  escape.ending = Ending::kThrew;
  if (error == nullptr) return escape;
  escape.origin = errors::ClaimOrigin(*error, frame.trace_id_high, frame.trace_id_low, frame.span_id);
  if (escape.origin != 0) escape.ending = Ending::kThrewOutside;
  escape.type = error->type->name();
  escape.type_size = BoundedSize(escape.type, record::kMaxErrorType);
  escape.message = errors::MessageOf(*error);
  if (escape.message != nullptr) escape.message_size = BoundedSize(escape.message, record::kMaxErrorMessage);
  return escape;
}

void Write(ThreadState& thread, const Frame& frame, record::Ticks end, const Escape& escape) noexcept {
  record::Ring& ring = *thread.ring;
  ring.CountProduced();
  const std::uint32_t tail = frame.scratch_size + escape.type_size + escape.message_size;
  const std::uint32_t size = record::AlignUp(static_cast<std::uint32_t>(sizeof(RecordHeader)) + tail);
  std::byte* at = ring.Reserve(size);
  if (at == nullptr) {
    ring.CountDropped();
    record::DrainDoorbell().Ring();
    return;
  }
  auto* header = reinterpret_cast<RecordHeader*>(at);
  header->site = frame.site;
  header->size = size;
  header->ending = escape.ending;
  header->trace_id_high = frame.trace_id_high;
  header->trace_id_low = frame.trace_id_low;
  header->span_id = frame.span_id;
  header->parent_span_id = frame.parent_span_id;
  header->start = frame.start;
  header->end = end;
  header->error_text = frame.error_text;
  header->origin_span_id = escape.origin;
  header->entry_bytes = frame.scratch_size;
  header->entry_count = frame.attribute_count;
  header->dropped_attributes = frame.dropped_attributes;
  header->failed_attributes = frame.failed_attributes;
  header->error_type_size = escape.type_size;
  header->error_message_size = escape.message_size;
  header->has_error_message = escape.message != nullptr ? 1 : 0;
  header->frame_flags = frame.flags;
  header->trace_state = frame.trace_state;
  at += sizeof(RecordHeader);
  if (frame.scratch_size != 0) std::memcpy(at, ring.scratch() + frame.scratch_begin, frame.scratch_size);
  if (escape.type_size != 0) std::memcpy(at + frame.scratch_size, escape.type, escape.type_size);
  if (escape.message_size != 0) {
    std::memcpy(at + frame.scratch_size + escape.type_size, escape.message, escape.message_size);
  }
  ring.Commit(size);
  if (ring.MoreThanHalfFull()) record::DrainDoorbell().Ring();
}

[[gnu::always_inline]] inline bool Ready(ThreadState& thread, Frame* frame, Site* site,
                                         const Context* parent) noexcept {
  if (__atomic_load_n(&site->state, __ATOMIC_RELAXED) == Site::kOn && thread.ring != nullptr) [[likely]]
    return true;
  return BeginSlowly(thread, frame, site, parent);
}

// Pushes a frame whose trace id and parent are set. `flags`: what is known of it beforehand.
[[gnu::always_inline]] inline void Open(ThreadState& thread, Frame* frame, const Site* site, std::uint64_t threshold,
                                        unsigned flags) noexcept {
  frame->parent = thread.top;
  frame->site = site;
  frame->span_id = record::NextId(&thread.random);
  frame->scratch_begin = thread.scratch_used;
  thread.top = frame;
  if (!sample::Sampled(frame->trace_id_low, threshold)) {
    frame->flags = Frame::kOpen | flags;
    if (frame->parent_span_id == 0) frame->trace_state = 0;  // its `th` would say that the trace was taken
    return;
  }
  frame->flags = Frame::kOpen | Frame::kRecording | Frame::kSampled | flags;
  frame->uncaught = static_cast<int>(*thread.uncaught);
  frame->error_text = nullptr;
  frame->scratch_size = 0;
  frame->attribute_count = 0;
  frame->dropped_attributes = 0;
  frame->failed_attributes = 0;
  frame->start = record::Now();
}

}  // namespace

void Begin(Frame* frame, Site* site) noexcept {
  ThreadState& thread = record::thread_state;
  if (!Ready(thread, frame, site, nullptr)) return;
  const Frame* const parent = thread.top;
  std::uint64_t threshold;
  unsigned flags;
  if (parent != nullptr && !site->root) {
    frame->trace_id_high = parent->trace_id_high;
    frame->trace_id_low = parent->trace_id_low;
    frame->parent_span_id = parent->span_id;
    frame->trace_state = parent->trace_state;
    flags = record::FlagsForChild(parent->flags);
    threshold = sample::ChildThreshold((parent->flags & Frame::kSampled) != 0);
  } else {
    frame->trace_id_high = record::NextId(&thread.random);
    frame->trace_id_low = record::NextId(&thread.random);
    frame->parent_span_id = 0;
    frame->trace_state = sample::RootTraceState();
    flags = record::kRandomTraceId;
    threshold = sample::RootThreshold();
  }
  Open(thread, frame, site, threshold, flags);
}

void BeginWithParent(Frame* frame, Site* site, const Context& parent) noexcept {
  if (parent.span_id == 0) {
    Begin(frame, site);
    return;
  }
  ThreadState& thread = record::thread_state;
  if (!Ready(thread, frame, site, &parent)) return;
  frame->trace_id_high = parent.trace_id_high;
  frame->trace_id_low = parent.trace_id_low;
  frame->parent_span_id = parent.span_id;
  frame->trace_state = parent.trace_state;
  Open(thread, frame, site, sample::ChildThreshold((parent.flags & Context::kSampled) != 0),
       record::kRemoteParent | (record::FlagsOf(parent) & record::kRandomTraceId));
}

void End(Frame* frame) noexcept {
  ThreadState& thread = record::thread_state;
  if ((frame->flags & Frame::kRecording) != 0) [[likely]] {
    const record::Ticks end = (frame->flags & record::kUnixTimes) == 0 ? record::Now() : record::WatchedUnixNanos();
    const int uncaught = static_cast<int>(*thread.uncaught);
    // Before the frame is popped: what() is the user's code and may hold guards, whose attributes go above ours.
    const Escape escape = uncaught > frame->uncaught ? Examine(*frame, uncaught) : Escape{};
    if (record::Stopped()) [[unlikely]] {
      record::EndedAfterShutdown().fetch_add(1, std::memory_order_relaxed);
    } else {
      Write(thread, *frame, end, escape);
    }
  } else if ((frame->flags & record::kBegunBeforeFork) == 0) {
    thread.ring->CountSampledOut();
  }
  thread.scratch_used = frame->scratch_begin;
  thread.top = frame->parent;
}

}  // namespace spansmith::injected
