// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A span written by hand, recorded by us: it collects what is said of it, on any thread, and is recorded when it ends,
// or is destroyed. After that nothing changes it.
#ifndef SPANSMITH_INTEGRATIONS_OTEL_HAND_SPAN_H_
#define SPANSMITH_INTEGRATIONS_OTEL_HAND_SPAN_H_

#include <opentelemetry/trace/span.h>
#include <spansmith/injected.h>
#include <spansmith/span_data.h>

#include <chrono>
#include <mutex>

namespace spansmith::otel {

class HandSpan final : public opentelemetry::trace::Span {
 public:
  // `span`: complete but for its end; `trace_state`: the number of its tracestate; `started`: the same moment as its
  // start. `site` lives for ever.
  HandSpan(injected::Site* site, SpanData span, unsigned trace_state, std::chrono::steady_clock::time_point started);
  ~HandSpan() override { End({}); }

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
  void End(const opentelemetry::trace::EndSpanOptions& options) noexcept override;
  opentelemetry::trace::SpanContext GetContext() const noexcept override { return context_; }
  bool IsRecording() const noexcept override;

 private:
  void Add(opentelemetry::nostd::string_view name, std::uint64_t unix_nanos,
           const opentelemetry::common::KeyValueIterable& attributes) noexcept;

  injected::Site* const site_;
  const unsigned trace_state_;
  const opentelemetry::trace::SpanContext context_;
  const std::chrono::steady_clock::time_point started_;
  mutable std::mutex mutex_;
  SpanData span_;
  bool ended_ = false;
};

}  // namespace spansmith::otel

#endif  // SPANSMITH_INTEGRATIONS_OTEL_HAND_SPAN_H_
