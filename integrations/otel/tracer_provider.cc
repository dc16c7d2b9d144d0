// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See tracer_provider.h.
#include "tracer_provider.h"

#include <opentelemetry/trace/context.h>
#include <opentelemetry/trace/default_span.h>
#include <opentelemetry/trace/tracer.h>
#include <spansmith/runtime.h>

#include <chrono>
#include <utility>

#include "convert.h"
#include "drain/utf8.h"
#include "hand_span.h"
#include "record/interned.h"
#include "record/whole_span.h"

namespace spansmith::otel {
namespace {

namespace common = opentelemetry::common;
namespace context = opentelemetry::context;
namespace nostd = opentelemetry::nostd;
using injected::Context;
using injected::Site;

// As the SDK's Tracer::StartSpan: a valid SpanContext or a Context with a span wins; a Context that says is_root_span
// makes a root; else the current span is the parent.
api::SpanContext ParentOf(const api::StartSpanOptions& options) {
  if (nostd::holds_alternative<api::SpanContext>(options.parent)) {
    const auto& given = nostd::get<api::SpanContext>(options.parent);
    if (given.IsValid()) return given;
  } else if (nostd::holds_alternative<context::Context>(options.parent)) {
    const auto& given = nostd::get<context::Context>(options.parent);
    const api::SpanContext span = api::GetSpan(given)->GetContext();
    if (span.IsValid()) return span;
    if (api::IsRootSpan(given)) return api::SpanContext::GetInvalid();
  }
  return api::Tracer::GetCurrentSpan()->GetContext();
}

class Tracer final : public api::Tracer {
 public:
  Tracer(const char* scope, const char* version) {
    for (int kind = 1; kind <= 5; ++kind) {
      sites_[kind - 1] = new Site(Site("").Scope(scope, version).Kind(static_cast<SpanKind>(kind)));
    }
  }

  nostd::shared_ptr<api::Span> StartSpan(nostd::string_view name, const common::KeyValueIterable& attributes,
                                         const api::SpanContextKeyValueIterable& links,
                                         const api::StartSpanOptions& options) noexcept override {
    const api::SpanContext parent = ParentOf(options);
    Site* const site = sites_[static_cast<int>(ToKind(options.kind)) - 1];
    if (!record::WantsWhole(site)) return nostd::shared_ptr<api::Span>(new api::DefaultSpan(parent));
    const Context from = FromSpanContext(parent);
    const std::string text = drain::ValidUtf8(View(name));
    const Attributes given = ToAttributes(attributes);
    record::Begun begun = record::BeginDetached(site, text, from, given);
    if (!begun.recording) return nostd::shared_ptr<api::Span>(new api::DefaultSpan(ToSpanContext(begun.context)));

    SpanData span;
    span.trace_id = {begun.context.trace_id_high, begun.context.trace_id_low};
    span.span_id = {begun.context.span_id};
    span.parent_span_id = {from.span_id};
    span.trace_flags = begun.context.flags;
    span.parent_is_remote = parent.IsRemote();
    span.name = text;
    span.attributes = std::move(begun.of_sampler);
    for (const Attribute& attribute : given) SetAttribute(span.attributes, attribute);
    span.links = ToLinks(links);
    const auto start = static_cast<std::uint64_t>(options.start_system_time.time_since_epoch().count());
    span.start_unix_nano = start != 0 ? start : begun.start_unix_nano;
    std::chrono::steady_clock::time_point started = options.start_steady_time;
    if (started == std::chrono::steady_clock::time_point()) started = std::chrono::steady_clock::now();
    return nostd::shared_ptr<api::Span>(new HandSpan(site, std::move(span), begun.context.trace_state, started));
  }

  void ForceFlushWithMicroseconds(std::uint64_t timeout) noexcept override { FlushFor(timeout); }
  void CloseWithMicroseconds(std::uint64_t timeout) noexcept override { FlushFor(timeout); }

 private:
  static void FlushFor(std::uint64_t microseconds) {
    constexpr std::uint64_t kYear = 366ull * 24 * 3600 * 1'000;  // milliseconds
    const std::uint64_t milliseconds = microseconds / 1'000;
    spansmith::Flush(std::chrono::milliseconds(milliseconds < kYear ? milliseconds : kYear));
  }

  Site* sites_[5];  // by kind; for ever, as records point to them
};

}  // namespace

nostd::shared_ptr<api::Tracer> TracerProvider::GetTracer(nostd::string_view name, nostd::string_view version,
                                                         nostd::string_view) noexcept {
  const char* scope = record::Interned(View(name));
  const char* scope_version = record::Interned(View(version));
  if (scope == nullptr || scope_version == nullptr) scope = scope_version = "";
  const std::lock_guard lock(mutex_);
  auto& tracer = tracers_[{scope, scope_version}];
  if (tracer == nullptr) tracer = nostd::shared_ptr<api::Tracer>(new Tracer(scope, scope_version));
  return tracer;
}

}  // namespace spansmith::otel
