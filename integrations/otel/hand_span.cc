// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See hand_span.h.
#include "hand_span.h"

#include <algorithm>

#include "convert.h"
#include "drain/utf8.h"
#include "record/watch.h"
#include "record/whole_span.h"

namespace spansmith::otel {

namespace common = opentelemetry::common;
namespace nostd = opentelemetry::nostd;

HandSpan::HandSpan(injected::Site* site, SpanData span, unsigned trace_state,
                   std::chrono::steady_clock::time_point started)
    : site_(site),
      trace_state_(trace_state),
      context_(
          ToSpanContext({span.trace_id.high, span.trace_id.low, span.span_id.value, span.trace_flags, trace_state})),
      started_(started),
      span_(std::move(span)) {}

bool HandSpan::IsRecording() const noexcept {
  const std::lock_guard lock(mutex_);
  return !ended_;
}

void HandSpan::SetAttribute(nostd::string_view key, const common::AttributeValue& value) noexcept {
  const std::lock_guard lock(mutex_);
  if (!ended_) otel::SetAttribute(span_.attributes, View(key), value);
}

void HandSpan::Add(nostd::string_view name, std::uint64_t unix_nanos,
                   const common::KeyValueIterable& attributes) noexcept {
  const std::lock_guard lock(mutex_);
  if (ended_) return;
  span_.events.push_back({drain::ValidUtf8(View(name)), unix_nanos, ToAttributes(attributes), 0});
}

void HandSpan::AddEvent(nostd::string_view name) noexcept { AddEvent(name, common::NoopKeyValueIterable()); }

void HandSpan::AddEvent(nostd::string_view name, common::SystemTimestamp timestamp) noexcept {
  AddEvent(name, timestamp, common::NoopKeyValueIterable());
}

void HandSpan::AddEvent(nostd::string_view name, common::SystemTimestamp timestamp,
                        const common::KeyValueIterable& attributes) noexcept {
  Add(name, static_cast<std::uint64_t>(timestamp.time_since_epoch().count()), attributes);
}

void HandSpan::AddEvent(nostd::string_view name, const common::KeyValueIterable& attributes) noexcept {
  Add(name, record::WatchedUnixNanos(), attributes);
}

void HandSpan::SetStatus(api::StatusCode code, nostd::string_view description) noexcept {
  const std::lock_guard lock(mutex_);
  // Specification, trace/api.md, "Set Status": Unset is ignored, Ok is final, only an error has a description.
  if (ended_ || code == api::StatusCode::kUnset || span_.status.code == StatusCode::kOk) return;
  span_.status = {ToStatus(code),
                  code == api::StatusCode::kError ? drain::ValidUtf8(View(description)) : std::string()};
}

void HandSpan::UpdateName(nostd::string_view name) noexcept {
  const std::lock_guard lock(mutex_);
  if (!ended_) span_.name = drain::ValidUtf8(View(name));
}

void HandSpan::End(const api::EndSpanOptions& options) noexcept {
  const std::lock_guard lock(mutex_);
  if (ended_) return;
  ended_ = true;
  using Steady = std::chrono::steady_clock;
  const Steady::time_point given = options.end_steady_time;
  if (given == Steady::time_point() && record::watch.time.load() != nullptr) {
    span_.end_unix_nano = record::WatchedUnixNanos();
  } else {
    const auto took = (given == Steady::time_point() ? Steady::now() : given) - started_;
    span_.end_unix_nano =
        span_.start_unix_nano + static_cast<std::uint64_t>(std::max(took, Steady::duration(0)).count());
  }
  span_.end_unix_nano = std::max(span_.end_unix_nano, span_.start_unix_nano);
  record::WriteWhole(site_, span_, trace_state_);
  span_ = {};
}

}  // namespace spansmith::otel
