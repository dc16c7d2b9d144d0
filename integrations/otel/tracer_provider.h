// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// OpenTelemetry's TracerProvider and Tracer, by our runtime: its sampler, its exporters, its clock and ids. Where the
// runtime wants no spans, those that are started do nothing but hand on their parent's context. Tracers live for ever,
// one for each name and version; of names and versions a program uses no more than some thousand different ones, the
// rest share one tracer without a name. Any thread.
#ifndef SPANSMITH_INTEGRATIONS_OTEL_TRACER_PROVIDER_H_
#define SPANSMITH_INTEGRATIONS_OTEL_TRACER_PROVIDER_H_

#include <opentelemetry/trace/tracer_provider.h>

#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace spansmith::otel {

class TracerProvider final : public opentelemetry::trace::TracerProvider {
 public:
  opentelemetry::nostd::shared_ptr<opentelemetry::trace::Tracer> GetTracer(
      opentelemetry::nostd::string_view name, opentelemetry::nostd::string_view version,
      opentelemetry::nostd::string_view schema_url) noexcept override;

 private:
  std::mutex mutex_;
  std::map<std::pair<const char*, const char*>, opentelemetry::nostd::shared_ptr<opentelemetry::trace::Tracer>>
      tracers_;
};

}  // namespace spansmith::otel

#endif  // SPANSMITH_INTEGRATIONS_OTEL_TRACER_PROVIDER_H_
