// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See whole_span.h. A span is written as a guard would have written it: a frame is pushed, gets its entries, and ends.
#include "record/whole_span.h"

#include <spansmith/propagation.h>

#include <utility>
#include <variant>

#include "record/entries.h"
#include "record/first_span.h"
#include "record/guard_flags.h"
#include "record/interned.h"
#include "record/thread_state.h"
#include "record/watch.h"

namespace spansmith::record {
namespace {

using injected::Context;
using injected::Frame;
using injected::Site;

class AddTo {
 public:
  AddTo(Frame* to, const char* name) : frame_(to), key_(name) {}

  void operator()(bool value) const { injected::AddBool(frame_, key_, value); }
  void operator()(std::int64_t value) const { injected::AddInt64(frame_, key_, value); }
  void operator()(double value) const { injected::AddDouble(frame_, key_, value); }
  void operator()(const std::string& value) const { injected::AddString(frame_, key_, value.data(), value.size()); }
  void operator()(const std::vector<bool>& values) const {
    Add(values, injected::ArrayOf::kBool, [](auto& array, bool value) { array.AddBool(value); });
  }
  void operator()(const std::vector<std::int64_t>& values) const {
    Add(values, injected::ArrayOf::kInt64, [](auto& array, std::int64_t value) { array.AddInt64(value); });
  }
  void operator()(const std::vector<double>& values) const {
    Add(values, injected::ArrayOf::kDouble, [](auto& array, double value) { array.AddDouble(value); });
  }
  void operator()(const std::vector<std::string>& values) const {
    Add(values, injected::ArrayOf::kString,
        [](auto& array, const std::string& value) { array.AddString(value.data(), value.size()); });
  }

 private:
  template <typename T, typename AddOne>
  void Add(const std::vector<T>& values, injected::ArrayOf type, AddOne add_one) const {
    injected::ArrayAttribute array(frame_, key_, type);
    for (const auto& value : values) add_one(array, value);
    array.Done();
  }

  Frame* frame_;
  const char* key_;
};

void AddAll(Frame* frame, const Attributes& attributes) noexcept {
  for (const Attribute& attribute : attributes) AddAttribute(frame, attribute);
}

}  // namespace

void AddAttribute(Frame* frame, const Attribute& attribute) noexcept {
  if (const char* key = Interned(attribute.key)) {
    std::visit(AddTo(frame, key), attribute.value);
  } else {
    ++frame->dropped_attributes;
  }
}

bool WantsWhole(Site* site) noexcept {
  ThreadState& thread = thread_state;
  if (thread.inside_runtime) return false;
  unsigned state = __atomic_load_n(&site->state, __ATOMIC_RELAXED);
  if (state == Site::kOn && thread.ring != nullptr) return true;
  const InsideRuntime inside;
  if (state == Site::kUnknown) state = OnFirstSpan(site) ? Site::kOn : Site::kOff;
  return state != Site::kOff && (thread.ring != nullptr || EquipThread());
}

bool HasSampler() noexcept { return watch.sampler.load(std::memory_order_relaxed) != nullptr; }

Begun BeginDetached(Site* site, std::string_view name, const Context& parent, const Attributes& known) noexcept {
  ThreadState& thread = thread_state;
  const bool root = parent.span_id == 0;
  SamplingRequest request;
  request.parent = parent;
  request.parent_is_remote = (parent.flags & Context::kRemote) != 0;
  request.trace_id = root ? NewTraceId(thread) : TraceId{parent.trace_id_high, parent.trace_id_low};
  request.name = name;
  request.kind = site->kind;
  request.site = site;
  request.attributes = &known;
  SamplingResult decided = Decide(thread, request);
  Begun begun;
  const unsigned kept = root ? Context::kRandom : parent.flags & (Context::kRandom | Context::kDebug);
  begun.context = {request.trace_id.high, request.trace_id.low,
                   NewSpanId(thread),     kept | (decided.sampled ? Context::kSampled : 0u),
                   decided.trace_state,   parent.baggage};
  if (!decided.sampled) {
    CountSampledOut();
    return begun;
  }
  begun.recording = true;
  begun.start_unix_nano = WatchedUnixNanos();
  begun.of_sampler = std::move(decided.attributes);
  return begun;
}

void BeginWhole(Site* site, const Context& span, const Context& parent, std::uint64_t start_unix_nano,
                Frame* frame) noexcept {
  ThreadState& thread = thread_state;
  frame->flags = Frame::kOpen | Frame::kRecording | kUnixTimes | FlagsOf(span) |
                 ((parent.flags & Context::kRemote) != 0 ? kRemoteParent : 0u);
  frame->uncaught = static_cast<unsigned short>(*thread.uncaught);
  frame->parent = thread.top;
  frame->site = site;
  frame->trace_id_high = span.trace_id_high;
  frame->trace_id_low = span.trace_id_low;
  frame->span_id = span.span_id;
  frame->parent_span_id = parent.span_id;
  frame->start = start_unix_nano;
  frame->scratch_begin = thread.scratch_used;
  frame->trace_state = span.trace_state;
  thread.top = frame;
}

void EndWhole(Frame* frame, std::uint64_t end_unix_nano) noexcept {
  replayed_time = end_unix_nano;
  injected::End(frame);
  replayed_time = 0;
}

void WriteWhole(Site* site, const SpanData& span, unsigned trace_state) noexcept {
  if (!WantsWhole(site)) return;
  Frame frame{};
  const Context self = {span.trace_id.high, span.trace_id.low, span.span_id.value, span.trace_flags, trace_state};
  const Context parent = {0, 0, span.parent_span_id.value, span.parent_is_remote ? Context::kRemote : 0u};
  BeginWhole(site, self, parent, span.start_unix_nano, &frame);
  frame.dropped_attributes = span.dropped_attributes;
  injected::SetName(&frame, span.name.data(), span.name.size());
  if (span.status.code != StatusCode::kUnset) AddStatus(&frame, span.status.code, span.status.description);
  AddAll(&frame, span.attributes);
  for (const Event& event : span.events) {
    const char* const name = Interned(event.name);
    replayed_time = event.time_unix_nano;
    injected::BeginEvent(&frame, name == nullptr ? "(one of too many names)" : name);
    AddAll(&frame, event.attributes);
    injected::EndEvent(&frame);
  }
  for (const Link& link : span.links) {
    BeginLink(&frame, {link.trace_id.high, link.trace_id.low, link.span_id.value, link.trace_flags,
                       link.trace_state.empty() ? 0u : TracestateNumber(link.trace_state)});
    AddAll(&frame, link.attributes);
    EndLink(&frame);
  }
  EndWhole(&frame, span.end_unix_nano);
}

void CountSampledOut() noexcept { thread_state.ring->CountSampledOut(); }

}  // namespace spansmith::record
