// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See guard_span.h.
#include "guard_span.h"

#include "convert.h"
#include "record/entries.h"
#include "record/interned.h"
#include "record/thread_state.h"
#include "record/whole_span.h"

namespace spansmith::otel {

namespace common = opentelemetry::common;
namespace nostd = opentelemetry::nostd;

GuardSpan::GuardSpan(injected::Frame* frame, const injected::Context& context)
    : frame_(frame), span_id_(context.span_id), thread_(pthread_self()), context_(ToSpanContext(context)) {}

injected::Frame* GuardSpan::Open() const noexcept {
  if (pthread_equal(thread_, pthread_self()) == 0) return nullptr;
  // The frame may be gone, and another at its place.
  injected::Frame* frame = record::thread_state.top;
  while (frame != nullptr && frame != frame_) frame = frame->parent;
  if (frame == nullptr || frame->span_id != span_id_) return nullptr;
  return (frame->flags & injected::Frame::kRecording) != 0 ? frame : nullptr;
}

void GuardSpan::SetAttribute(nostd::string_view key, const common::AttributeValue& value) noexcept {
  if (injected::Frame* frame = Open()) record::AddAttribute(frame, {std::string(key), ToValue(value)});
}

void GuardSpan::AddEvent(nostd::string_view name) noexcept { AddEvent(name, common::NoopKeyValueIterable()); }

void GuardSpan::AddEvent(nostd::string_view name, common::SystemTimestamp) noexcept { AddEvent(name); }

void GuardSpan::AddEvent(nostd::string_view name, common::SystemTimestamp,
                         const common::KeyValueIterable& attributes) noexcept {
  AddEvent(name, attributes);
}

void GuardSpan::AddEvent(nostd::string_view name, const common::KeyValueIterable& attributes) noexcept {
  injected::Frame* frame = Open();
  if (frame == nullptr) return;
  const char* const text = record::Interned(View(name));
  injected::BeginEvent(frame, text == nullptr ? "(one of too many names)" : text);
  for (const Attribute& attribute : ToAttributes(attributes)) record::AddAttribute(frame, attribute);
  injected::EndEvent(frame);
}

void GuardSpan::SetStatus(api::StatusCode code, nostd::string_view description) noexcept {
  injected::Frame* frame = Open();
  // Unset is ignored (specification, trace/api.md, "Set Status"), and only an error has a description.
  if (frame == nullptr || code == api::StatusCode::kUnset) return;
  record::AddStatus(frame, ToStatus(code), code == api::StatusCode::kError ? View(description) : std::string_view());
}

void GuardSpan::UpdateName(nostd::string_view name) noexcept {
  if (injected::Frame* frame = Open()) injected::SetName(frame, name.data(), name.size());
}

}  // namespace spansmith::otel
