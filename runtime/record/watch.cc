// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See watch.h.
#include "record/watch.h"

#include <time.h>

#include "record/clock.h"
#include "record/guard_flags.h"
#include "record/link_context.h"
#include "record/thread_state.h"
#include "record/whole_span.h"
#include "sample/head_sampler.h"

namespace spansmith::record {

constinit Watch watch;

namespace {

using injected::Context;
using injected::Frame;

}  // namespace

thread_local std::uint64_t replayed_time = 0;

std::uint64_t WatchedUnixNanos() noexcept {
  if (replayed_time != 0) return replayed_time;
  if (TimeSource* source = watch.time.load(std::memory_order_acquire)) return source->UnixNanos();
  timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return static_cast<std::uint64_t>(now.tv_sec) * 1'000'000'000u + static_cast<std::uint64_t>(now.tv_nsec);
}

TraceId NewTraceId(ThreadState& thread) noexcept {
  if (IdSource* source = watch.ids.load(std::memory_order_acquire)) return source->NewTraceId();
  const std::uint64_t high = NextId(&thread.random);
  return {high, NextId(&thread.random)};
}

std::uint64_t NewSpanId(ThreadState& thread) noexcept {
  if (IdSource* source = watch.ids.load(std::memory_order_acquire)) return source->NewSpanId();
  return NextId(&thread.random);
}

SamplingResult Decide(ThreadState& thread, const SamplingRequest& request) noexcept {
  const bool root = request.parent.span_id == 0;
  if (Sampler* sampler = watch.sampler.load(std::memory_order_acquire)) {
    const bool inside = thread.inside_runtime;
    thread.inside_runtime = true;
    SamplingResult result = sampler->Sample(request);
    thread.inside_runtime = inside;
    if (!result.set_trace_state) result.trace_state = request.parent.trace_state;
    return result;
  }
  SamplingResult result;
  const std::uint64_t threshold = root ? sample::RootThreshold() : sample::ChildThreshold(request.ParentSampled());
  result.sampled = sample::Sampled(request.trace_id.low, threshold);
  result.trace_state = !root ? request.parent.trace_state : result.sampled ? sample::RootTraceState() : 0u;
  return result;
}

void BeginWatched(ThreadState& thread, Frame* frame, const injected::Site* site, const Context* parent) noexcept {
  SamplingRequest request;
  if (parent != nullptr) {
    request.parent = *parent;
    request.parent_is_remote = true;
  } else if (!site->root) {
    request.parent = injected::CurrentContext();
    request.parent_is_remote = (request.parent.flags & Context::kRemote) != 0;
  }
  const bool root = request.parent.span_id == 0;
  request.trace_id = root ? NewTraceId(thread) : TraceId{request.parent.trace_id_high, request.parent.trace_id_low};
  request.name = site->name;
  request.kind = site->kind;
  request.site = site;
  const SamplingResult result = Decide(thread, request);

  frame->flags = Frame::kOpen | (root ? kRandomTraceId : FlagsOf(request.parent) & kOfTrace) |
                 (request.parent_is_remote ? kRemoteParent : 0u) |
                 (result.sampled ? Frame::kRecording | Frame::kSampled : 0u);
  frame->uncaught = static_cast<unsigned short>(*thread.uncaught);
  frame->thread = thread.ring_number;
  frame->parent = thread.top;
  frame->site = site;
  frame->trace_id_high = request.trace_id.high;
  frame->trace_id_low = request.trace_id.low;
  frame->span_id = NewSpanId(thread);
  frame->parent_span_id = request.parent.span_id;
  frame->error_text = nullptr;
  frame->scratch_begin = thread.scratch_used;
  frame->scratch_size = 0;
  frame->attribute_count = 0;
  frame->dropped_attributes = 0;
  frame->failed_attributes = 0;
  frame->trace_state = result.trace_state;
  thread.top = frame;
  if (watch.time.load(std::memory_order_acquire) != nullptr) {
    frame->flags |= kUnixTimes;
    frame->start = WatchedUnixNanos();
  } else {
    frame->start = Now();
  }
  for (const Attribute& attribute : result.attributes) AddAttribute(frame, attribute);
  if (parent == nullptr && IsLink(frame->parent)) LinkTo(frame, *frame->parent);
}

}  // namespace spansmith::record
