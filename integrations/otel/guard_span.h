// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A traced function's span as OpenTelemetry's API sees it: made only when someone asks for it (context_storage.h). It
// outlives the function harmlessly. What is added reaches the span while the function runs, on its thread, and while no
// other traced function or span's Scope is open within it; else it is left out, as after End.
#ifndef SPANSMITH_INTEGRATIONS_OTEL_GUARD_SPAN_H_
#define SPANSMITH_INTEGRATIONS_OTEL_GUARD_SPAN_H_

#include <opentelemetry/trace/span.h>
#include <pthread.h>
#include <spansmith/injected.h>

namespace spansmith::otel {

class GuardSpan final : public opentelemetry::trace::Span {
 public:
  // `frame`: the innermost of the calling thread; `context`: its own.
  GuardSpan(injected::Frame* frame, const injected::Context& context);

  void SetAttribute(opentelemetry::nostd::string_view key,
                    const opentelemetry::common::AttributeValue& value) noexcept override;
  void AddEvent(opentelemetry::nostd::string_view name) noexcept override;
  void AddEvent(opentelemetry::nostd::string_view name,
                opentelemetry::common::SystemTimestamp timestamp) noexcept override;
  void AddEvent(opentelemetry::nostd::string_view name, opentelemetry::common::SystemTimestamp timestamp,
                const opentelemetry::common::KeyValueIterable& attributes) noexcept override;
  void AddEvent(opentelemetry::nostd::string_view name,
                const opentelemetry::common::KeyValueIterable& attributes) noexcept override;
  void SetStatus(opentelemetry::trace::StatusCode code,
                 opentelemetry::nostd::string_view description) noexcept override;
  void UpdateName(opentelemetry::nostd::string_view name) noexcept override;
  void End(const opentelemetry::trace::EndSpanOptions&) noexcept override {}  // the function ends it
  opentelemetry::trace::SpanContext GetContext() const noexcept override { return context_; }
  bool IsRecording() const noexcept override { return Open() != nullptr; }

 private:
  injected::Frame* Open() const noexcept;  // null: ended, elsewhere, or not recorded

  injected::Frame* const frame_;
  const std::uint64_t span_id_;
  const pthread_t thread_;
  const opentelemetry::trace::SpanContext context_;
};

}  // namespace spansmith::otel

#endif  // SPANSMITH_INTEGRATIONS_OTEL_GUARD_SPAN_H_
