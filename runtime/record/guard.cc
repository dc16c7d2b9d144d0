// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Begin and End: the hot path (contract: spansmith/injected.h; rules: README.md). End writes one record into the
// thread's ring. No lock, no allocation, no wait; but for a site's and a thread's first span, which go through
// BeginSlowly. What is rare is out of line: an error, lost attributes, a guard that does not end in its turn.
#define SPANSMITH_DEFINES_BEGIN_CONSTANT  // whatever C++ this is compiled as
#include <spansmith/injected.h>

#include <cstring>
#include <optional>
#include <typeinfo>

#include "errors/in_flight.h"
#include "errors/origins.h"
#include "record/clock.h"
#include "record/doorbell.h"
#include "record/failure.h"
#include "record/first_span.h"
#include "record/guard_flags.h"
#include "record/link_context.h"
#include "record/open_spans.h"
#include "record/record_format.h"
#include "record/ring_registry.h"
#include "record/thread_state.h"
#include "record/watch.h"
#include "sample/head_sampler.h"

namespace spansmith::injected {
namespace {

using record::Busy;
using record::Details;
using record::Ending;
using record::EntriesHeader;
using record::RecordHeader;
using record::Ring;
using record::ThreadState;

// Begins the span here if its site is watched; parent as of BeginWatched. True: on, and the short way will do.
[[gnu::noinline, gnu::cold]] bool BeginSlowly(ThreadState& thread, Frame* frame, Site* site,
                                              const Context* parent) noexcept {
  if (thread.busy) {
    record::LostInSignalHandler().fetch_add(1, std::memory_order_relaxed);
    return false;
  }
  if (thread.inside_runtime) return false;
  unsigned state = __atomic_load_n(&site->state, __ATOMIC_RELAXED);
  bool ready = false;
  {
    const record::InsideRuntime inside;
    if (state == Site::kUnknown && record::OnFirstSpan(site)) state = __atomic_load_n(&site->state, __ATOMIC_RELAXED);
    const bool on = state == Site::kOn || state == Site::kWatched;
    ready = on && (thread.ring != nullptr || record::EquipThread());
  }
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

[[gnu::noinline, gnu::cold]] Escape Examine(Frame* frame, int uncaught) noexcept {
  Escape escape;
  errors::InFlight* error = errors::FindInFlight(uncaught, (frame->flags & record::kUnixTimes) != 0 ? 0 : frame->start);
  if (error != nullptr && error->foreign) return escape;                        // a forced unwind, caught and thrown on
  if (error != nullptr && record::DescribeKnown(frame, *error)) return escape;  // an answer
  escape.ending = Ending::kThrew;
  if (error == nullptr) return escape;
  const errors::Origin origin =
      errors::ClaimOrigin(*error, {frame->trace_id_high, frame->trace_id_low, frame->span_id, frame->site});
  escape.origin = origin.span_id;
  if (escape.origin != 0) escape.ending = Ending::kThrewOutside;
  record::DescribeThrow(frame, *error, origin);
  escape.type = error->type->name();
  escape.type_size = BoundedSize(escape.type, record::kMaxErrorType);
  escape.message = errors::MessageOf(*error);
  if (escape.message != nullptr) escape.message_size = BoundedSize(escape.message, record::kMaxErrorMessage);
  return escape;
}

[[gnu::always_inline]] inline void WriteHeader(std::byte* at, const Frame& frame, record::Ticks end, std::uint32_t size,
                                               unsigned flags) noexcept {
  auto* header = reinterpret_cast<RecordHeader*>(at);
  header->site = frame.site;
  header->size = size;
  header->flags = flags;
  header->trace_id_high = frame.trace_id_high;
  header->trace_id_low = frame.trace_id_low;
  header->span_id = frame.span_id;
  header->parent_span_id = frame.parent_span_id;
  header->start = frame.start;
  header->end = end;
}

// Writes the record. `scratch`: where the frame's entries are; `details`: null in most spans.
[[gnu::always_inline]] inline void Write(Ring& ring, const Frame& frame, record::Ticks end, const std::byte* scratch,
                                         const Details* details, const Escape* escape) noexcept {
  ring.CountProduced();
  const std::uint32_t entries = frame.scratch_size == 0 ? 0 : frame.scratch_size + std::uint32_t{sizeof(EntriesHeader)};
  const std::uint32_t trace_state = frame.trace_state == 0 ? 0 : std::uint32_t{sizeof(std::uint64_t)};
  std::uint32_t size = std::uint32_t{sizeof(RecordHeader)} + trace_state + entries;
  if (details != nullptr) {
    size = record::AlignUp(size + std::uint32_t{sizeof(Details)} + escape->type_size + escape->message_size);
  }
  std::byte* at = ring.Reserve(size);
  if (at == nullptr) [[unlikely]] {
    ring.CountDropped();
    return;
  }
  WriteHeader(at, frame, end, size,
              (frame.flags & ~record::kOfRecord) | (entries != 0 ? record::kHasEntries : 0u) |
                  (details != nullptr ? record::kHasDetails : 0u) | (trace_state != 0 ? record::kHasTraceState : 0u));
  at += sizeof(RecordHeader);
  if (trace_state != 0) {
    *reinterpret_cast<std::uint64_t*>(at) = frame.trace_state;
    at += trace_state;
  }
  if (entries != 0) {
    *reinterpret_cast<EntriesHeader*>(at) = {frame.scratch_size, frame.attribute_count};
    std::memcpy(at + sizeof(EntriesHeader), scratch + frame.scratch_begin, frame.scratch_size);
    at += entries;
  }
  if (details != nullptr) {
    std::memcpy(at, details, sizeof(Details));
    at += sizeof(Details);
    if (escape->type_size != 0) std::memcpy(at, escape->type, escape->type_size);
    if (escape->message_size != 0) std::memcpy(at + escape->type_size, escape->message, escape->message_size);
  }
  ring.Commit(size);
}

void WriteWithDetails(Ring& ring, const Frame& frame, record::Ticks end, const std::byte* scratch,
                      const Escape& escape) noexcept {
  Details details{};
  details.error_text = frame.error_text;
  details.origin_span_id = escape.origin;
  details.ending = escape.ending;
  details.dropped_attributes = frame.dropped_attributes;
  details.failed_attributes = frame.failed_attributes;
  details.error_type_size = escape.type_size;
  details.error_message_size = escape.message_size;
  details.has_error_message = escape.message != nullptr ? 1 : 0;
  Write(ring, frame, end, scratch, &details, &escape);
}

[[gnu::always_inline]] inline record::Ticks EndOf(const Frame& frame) noexcept {
  return (frame.flags & record::kUnixTimes) == 0 ? record::Now() : record::WatchedUnixNanos();
}

// A span ended after the stop. `ring`: of the thread that it began on; null: unknown.
void CountAfterStop(Ring* ring, const Frame* frame) noexcept {
  if (ring != nullptr && record::EndedByStop(*ring, frame)) return;
  record::EndedAfterShutdown().fetch_add(1, std::memory_order_relaxed);
}

// The thread is busy afterwards.
[[gnu::noinline, gnu::cold]] void EndRarely(ThreadState& thread, Frame* frame, record::Ticks end) noexcept {
  Escape escape;
  const int uncaught = static_cast<int>(*thread.uncaught);
  // The frame is still pushed: what() is the user's code and may hold guards, whose attributes go above ours.
  if (uncaught > frame->uncaught && !record::Stopped()) escape = Examine(frame, uncaught);
  record::SetBusy(thread, true);
  if (record::Stopped()) {
    CountAfterStop(thread.ring, frame);
  } else {
    WriteWithDetails(*thread.ring, *frame, end, thread.ring->scratch(), escape);
  }
}

// The guard is not the innermost of its thread: it lived longer than one begun before it, or it ends on another thread
// than it began on. That other thread must not run traced code at this moment.
[[gnu::noinline, gnu::cold]] void EndOutOfTurn(ThreadState& thread, Frame* frame) noexcept {
  const bool recorded = (frame->flags & Frame::kRecording) != 0;
  ThreadState* owner = &thread;
  Frame* within = thread.top;
  while (within != nullptr && within->parent != frame) within = within->parent;
  std::optional<record::RingHold> hold;
  Ring* ring = thread.ring;
  if (within == nullptr) {
    if (thread.ring == nullptr && !record::EquipThread()) return;
    ring = record::Rings().Numbered(frame->thread);
    if (ring != nullptr) hold.emplace(*ring);  // its thread does not end meanwhile
    owner = ring == nullptr ? nullptr : ring->owner();
    if (owner != nullptr && !record::FindWithin(owner, frame, &within)) owner = nullptr;
  }
  const Busy busy(thread);
  if (recorded && record::Stopped()) {
    hold.reset();
    CountAfterStop(ring, frame);
  } else if (recorded) {
    if (owner == nullptr) {  // it is not known where its attributes are
      frame->dropped_attributes += frame->attribute_count;
      frame->scratch_size = frame->attribute_count = 0;
    }
    const std::byte* const scratch = owner == nullptr ? nullptr : owner->ring->scratch();
    WriteWithDetails(*thread.ring, *frame, EndOf(*frame), scratch, Escape{});
  } else if ((frame->flags & record::kPopOnly) == 0) {
    thread.ring->CountSampledOut();
  }
  if (owner == nullptr) return;
  if (within == nullptr) {  // the innermost of another thread
    owner->scratch_used = frame->scratch_begin;
    __atomic_store_n(&owner->top, frame->parent, __ATOMIC_RELAXED);
    return;
  }
  // The entries of those within move down, over those that were written.
  const std::uint32_t hole = recorded ? frame->scratch_size : 0;
  if (hole != 0) {
    std::byte* const to = owner->ring->scratch() + frame->scratch_begin;
    std::memmove(to, to + hole, owner->scratch_used - frame->scratch_begin - hole);
    owner->scratch_used -= hole;
    for (Frame* each = owner->top; each != frame; each = each->parent) each->scratch_begin -= hole;
  }
  within->parent = frame->parent;
}

[[gnu::always_inline]] inline bool Ready(ThreadState& thread, Frame* frame, Site* site,
                                         const Context* parent) noexcept {
  if (__atomic_load_n(&site->state, __ATOMIC_RELAXED) == Site::kOn && thread.ring != nullptr && !thread.busy) [[likely]]
    return true;
  return BeginSlowly(thread, frame, site, parent);
}

// A sampled frame, but for its ids, parent and site.
[[gnu::always_inline]] inline void OpenSampled(ThreadState& thread, Frame* frame, unsigned flags) noexcept {
  frame->span_id = record::NextSpanId(&thread.random);
  frame->flags = Frame::kOpen | Frame::kRecording | Frame::kSampled | flags;
  frame->uncaught = static_cast<unsigned short>(*thread.uncaught);
  frame->error_text = nullptr;
  frame->scratch_size = 0;
  frame->attribute_count = 0;
  frame->dropped_attributes = 0;
  frame->failed_attributes = 0;
  thread.top = frame;
}

// Pushes a frame whose trace id and parent are set. `flags`: what is known of it beforehand.
[[gnu::always_inline]] inline void Open(ThreadState& thread, Frame* frame, const Site* site, std::uint64_t threshold,
                                        unsigned flags) noexcept {
  frame->parent = thread.top;
  frame->thread = thread.ring_number;
  frame->site = site;
  frame->scratch_begin = thread.scratch_used;
  if (!sample::Sampled(frame->trace_id_low, threshold)) {
    frame->span_id = 0;  // made when someone asks (context.cc)
    frame->flags = Frame::kOpen | flags;
    thread.top = frame;
    return;
  }
  OpenSampled(thread, frame, flags);
  frame->start = record::Now();
}

// Begin for all that its short way leaves out: roots, first spans, watched sites, another clock.
[[gnu::noinline]] void BeginOtherwise(ThreadState& thread, Frame* frame, Site* site) noexcept {
  if (!Ready(thread, frame, site, nullptr)) return;
  const Busy busy(thread);
  Frame* const parent = thread.top;
  std::uint64_t threshold;
  unsigned flags;
  if (parent != nullptr && !site->root && !record::IsLink(parent)) {
    frame->trace_id_high = parent->trace_id_high;
    frame->trace_id_low = parent->trace_id_low;
    frame->parent_span_id = parent->span_id;
    frame->trace_state = parent->trace_state;
    flags = record::FlagsForChild(parent->flags);
    threshold = sample::ChildThreshold((parent->flags & Frame::kSampled) != 0);
    if (parent->span_id == 0 && threshold != sample::kNever) {
      frame->parent_span_id = CurrentContext().span_id;  // gives the parent its id
    }
  } else {
    frame->trace_id_high = record::NextId(&thread.random);
    frame->trace_id_low = record::NextId(&thread.random);
    frame->parent_span_id = 0;
    flags = record::kRandomTraceId;
    threshold = sample::RootThreshold();
    // Its `th` says that the trace was taken.
    frame->trace_state = sample::Sampled(frame->trace_id_low, threshold) ? sample::RootTraceState() : 0;
  }
  Open(thread, frame, site, threshold, flags);
  if (record::IsLink(parent)) record::LinkTo(frame, *parent);
}

// Its guard only pops from now on, if it comes to that.
void EndUnfinished(ThreadState& thread, Frame* frame, record::Ticks end) noexcept {
  if ((frame->flags & Frame::kRecording) == 0) return;
  Escape escape;
  escape.ending = Ending::kUnfinished;
  const bool ticks = (frame->flags & record::kUnixTimes) == 0;
  WriteWithDetails(*thread.ring, *frame, ticks ? end : record::WatchedUnixNanos(), thread.ring->scratch(), escape);
  frame->flags = (frame->flags & ~Frame::kRecording) | record::kPopOnly;
}

// End for all that its short way leaves out. From before one asks whether all is stopped until the frame is popped the
// thread is busy: record/open_spans.h.
[[gnu::noinline]] void EndOtherwise(ThreadState& thread, Frame* frame, record::Ticks end) noexcept {
  if ((frame->flags & Frame::kRecording) != 0) {
    if (end == 0) end = EndOf(*frame);
    const bool plain = static_cast<int>(*thread.uncaught) <= frame->uncaught &&
                       (frame->dropped_attributes | frame->failed_attributes) == 0;
    record::SetBusy(thread, plain);
    if (plain && !record::Stopped()) [[likely]] {
      Write(*thread.ring, *frame, end, thread.ring->scratch(), nullptr, nullptr);
    } else {
      EndRarely(thread, frame, end);
    }
  } else if ((frame->flags & record::kPopOnly) == 0) {
    thread.ring->CountSampledOut();
  }
  thread.scratch_used = frame->scratch_begin;
  thread.top = frame->parent;
  record::SetBusy(thread, false);
}

}  // namespace

// The short ways of Begin and End call nothing that returns to them, so they save no registers. They are for a span
// below another, on a thread that has a ring, timed by the counter; at its end without attributes or anything rare.

void Begin(Frame* frame, Site* site) noexcept {
  ThreadState& thread = record::thread_state;
  Frame* const parent = thread.top;
  const bool known = __atomic_load_n(&site->state, __ATOMIC_RELAXED) == Site::kOn && parent != nullptr && !site->root &&
                     thread.ring != nullptr && !thread.busy && record::TicksAreTsc();
  if (!known) [[unlikely]] {
    BeginOtherwise(thread, frame, site);
    return;
  }
  const unsigned above = parent->flags;
  const std::uint64_t threshold = sample::ChildThreshold((above & Frame::kSampled) != 0);
  const bool sampled = sample::Sampled(parent->trace_id_low, threshold);
  if (sampled && parent->span_id == 0) [[unlikely]] {
    BeginOtherwise(thread, frame, site);
    return;
  }
  const Busy busy(thread);
  frame->parent = parent;
  frame->thread = thread.ring_number;
  frame->site = site;
  frame->trace_id_high = parent->trace_id_high;
  frame->trace_id_low = parent->trace_id_low;
  frame->trace_state = parent->trace_state;
  frame->scratch_begin = thread.scratch_used;
  if (!sampled) {
    frame->span_id = 0;
    frame->flags = Frame::kOpen | record::FlagsForChild(above);
    thread.top = frame;
    return;
  }
  frame->parent_span_id = parent->span_id;
  OpenSampled(thread, frame, record::FlagsForChild(above));
  frame->start = record::TscNow();
}

// Here, with the rest of what every guard calls, so that it is linked: injected/frame.h.
void BeginConstant(Frame* frame, Site* (*site_of)()) noexcept;
void BeginConstant(Frame* frame, Site* (*site_of)()) noexcept {
  Site* const site = site_of();
  if (__atomic_load_n(&site->state, __ATOMIC_RELAXED) != Site::kOff) Begin(frame, site);
}

void BeginWithParent(Frame* frame, Site* site, const Context& parent) noexcept {
  if (parent.span_id == 0) {
    Begin(frame, site);
    return;
  }
  ThreadState& thread = record::thread_state;
  if (!Ready(thread, frame, site, &parent)) return;
  const Busy busy(thread);
  frame->trace_id_high = parent.trace_id_high;
  frame->trace_id_low = parent.trace_id_low;
  frame->parent_span_id = parent.span_id;
  frame->trace_state = parent.trace_state;
  Open(thread, frame, site, sample::ChildThreshold((parent.flags & Context::kSampled) != 0),
       record::kRemoteParent | (record::FlagsOf(parent) & record::kOfTrace));
}

void End(Frame* frame) noexcept {
  ThreadState& thread = record::thread_state;
  if (thread.top != frame) [[unlikely]] {
    EndOutOfTurn(thread, frame);
    return;
  }
  const unsigned flags = frame->flags;
  if ((flags & Frame::kRecording) == 0) {
    if ((flags & record::kPopOnly) == 0) thread.ring->CountSampledOut();
    thread.scratch_used = frame->scratch_begin;
    thread.top = frame->parent;
    return;
  }
  if ((flags & record::kUnixTimes) != 0 || !record::TicksAreTsc()) [[unlikely]] {
    EndOtherwise(thread, frame, 0);
    return;
  }
  const record::Ticks end = record::TscNow();
  Ring& ring = *thread.ring;
  const bool bare =
      (frame->scratch_size | frame->dropped_attributes | frame->failed_attributes | frame->trace_state) == 0 &&
      static_cast<int>(*thread.uncaught) <= frame->uncaught;
  std::byte* const at = ring.ReserveHere(sizeof(RecordHeader));
  if (!bare || at == nullptr) {
    EndOtherwise(thread, frame, end);
    return;
  }
  record::SetBusy(thread, true);  // before one asks: record/open_spans.h
  if (record::Stopped()) [[unlikely]] {
    record::SetBusy(thread, false);
    EndOtherwise(thread, frame, end);
    return;
  }
  ring.CountProduced();
  WriteHeader(at, *frame, end, sizeof(RecordHeader), flags & ~record::kOfRecord);
  ring.Commit(sizeof(RecordHeader));
  thread.scratch_used = frame->scratch_begin;
  thread.top = frame->parent;
  record::SetBusy(thread, false);
}

}  // namespace spansmith::injected

void spansmith::record::EndWhere(bool (*is_over)(const injected::Frame*, const void*), const void* given) noexcept {
  ThreadState& thread = thread_state;
  if (thread.top == nullptr || !is_over(thread.top, given)) return;
  // A signal handler may leave what it came into for good: then nothing of it can be written.
  const bool interrupted = thread.busy;
  const Busy busy(thread);
  const Ticks end = interrupted || thread.ring == nullptr ? 0 : Now();
  while (thread.top != nullptr && is_over(thread.top, given)) {
    injected::Frame* const frame = thread.top;
    if (frame->site == nullptr) {  // no span, but a context, perhaps with baggage
      injected::Detach(frame);
      continue;
    }
    if (end == 0) {
      LostInSignalHandler().fetch_add(1, std::memory_order_relaxed);
    } else if (Stopped() && (frame->flags & injected::Frame::kRecording) != 0) {
      injected::CountAfterStop(thread.ring, frame);
    } else if ((frame->flags & (injected::Frame::kRecording | kPopOnly)) == 0) {
      thread.ring->CountSampledOut();
    } else {
      injected::EndUnfinished(thread, frame, end);
    }
    thread.scratch_used = frame->scratch_begin;
    thread.top = frame->parent;
  }
}

void spansmith::record::WriteUnfinished(const injected::Frame& frame, Ticks end, const std::byte* scratch) noexcept {
  injected::Escape escape;
  escape.ending = Ending::kUnfinished;
  injected::WriteWithDetails(*thread_state.ring, frame, end, scratch, escape);
}
