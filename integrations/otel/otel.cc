// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See spansmith/otel.h.
#include <opentelemetry/context/runtime_context.h>
#include <opentelemetry/sdk/trace/sampler.h>
#include <opentelemetry/trace/provider.h>
#include <spansmith/otel.h>
#include <spansmith/propagation.h>
#include <spansmith/sampler.h>

#include "context_storage.h"
#include "convert.h"
#include "lifecycle/added_exporters.h"
#include "notice/notice.h"
#include "sdk_exporter.h"
#include "tracer_provider.h"

namespace spansmith::otel {
namespace {

namespace nostd = opentelemetry::nostd;
namespace sdk = opentelemetry::sdk;

// Once: contexts that are attached would not be known to another one.
void InstallStorage() {
  static const bool installed = [] {
    opentelemetry::context::RuntimeContext::SetRuntimeContextStorage(
        nostd::shared_ptr<opentelemetry::context::RuntimeContextStorage>(new ContextStorage));
    return true;
  }();
  static_cast<void>(installed);
}

// The SDK's sampler asked for our spans.
class AdoptedSampler : public Sampler {
 public:
  explicit AdoptedSampler(nostd::shared_ptr<api::Tracer> tracer) : tracer_(std::move(tracer)) {}

  SamplingResult Sample(const SamplingRequest& request) noexcept override {
    const api::NullSpanContext no_links;
    sdk::trace::SamplingResult theirs =
        SdkTracer(tracer_.get())
            ->GetSampler()
            .ShouldSample(ToSpanContext(request.parent), ToApi(request.trace_id), View(request.name),
                          static_cast<api::SpanKind>(static_cast<int>(request.kind) - 1),
                          opentelemetry::common::NoopKeyValueIterable(), no_links);
    SamplingResult result;
    result.sampled = theirs.IsSampled();
    if (theirs.trace_state != nullptr) {
      result.set_trace_state = true;
      result.trace_state = TracestateNumber(theirs.trace_state->ToHeader());
    }
    if (result.sampled && theirs.attributes != nullptr) {
      for (const auto& [key, value] : *theirs.attributes) SetAttribute(result.attributes, key, value);
    }
    return result;
  }
  std::string Description() const override {
    return "the program's " + std::string(SdkTracer(tracer_.get())->GetSampler().GetDescription());
  }

 private:
  const nostd::shared_ptr<api::Tracer> tracer_;
};

}  // namespace

void Install() {
  InstallStorage();
  static const nostd::shared_ptr<api::TracerProvider> ours(new TracerProvider);
  static const bool installed = [] {
    api::Provider::SetTracerProvider(ours);
    return true;
  }();
  static_cast<void>(installed);
}

bool Adopt(const nostd::shared_ptr<api::TracerProvider>& provider) {
  InstallStorage();
  auto tracer = provider == nullptr ? nostd::shared_ptr<api::Tracer>() : TracerOf(*provider, "spansmith", "");
  if (tracer == nullptr) {
    notice::SayOnce(
        "spansmith::otel::Adopt: the provider is not OpenTelemetry C++'s sdk::trace::TracerProvider; spans of traced "
        "functions go where OTEL_TRACES_EXPORTER says");
    return false;
  }
  SetSampler(std::make_shared<AdoptedSampler>(tracer));
  lifecycle::AddExporter(MakeProviderExporter(provider), true);
  return true;
}

void AddExporter(std::unique_ptr<sdk::trace::SpanExporter> exporter) {
  lifecycle::AddExporter(MakeSdkExporter(std::move(exporter)), false);
}

}  // namespace spansmith::otel
