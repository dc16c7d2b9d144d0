// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See sdk_exporter.h.
#include "sdk_exporter.h"

#include <opentelemetry/sdk/instrumentationscope/instrumentation_scope.h>
#include <opentelemetry/sdk/resource/resource.h>
#include <opentelemetry/sdk/trace/processor.h>
#include <opentelemetry/sdk/trace/recordable.h>

#include <chrono>
#include <map>
#include <optional>
#include <vector>

#include "convert.h"
#include "lifecycle/added_exporters.h"

namespace spansmith::otel {
namespace {

namespace nostd = opentelemetry::nostd;
namespace sdk = opentelemetry::sdk;

constexpr std::chrono::seconds kFinish{5};

using ScopeKey = std::pair<std::string, std::string>;
ScopeKey KeyOf(const Scope& scope) { return {scope.name, scope.version}; }

const char* TextOf(sdk::common::ExportResult result) {
  switch (result) {
    case sdk::common::ExportResult::kSuccess:
      return "success";
    case sdk::common::ExportResult::kFailureFull:
      return "it said that it is full";
    case sdk::common::ExportResult::kFailureInvalidArgument:
      return "it said that the argument is invalid";
    case sdk::common::ExportResult::kFailure:
      break;
  }
  return "it said that it failed";
}

class SdkExporter : public exporter::Exporter {
 public:
  explicit SdkExporter(std::unique_ptr<sdk::trace::SpanExporter> span_exporter)
      : span_exporter_(std::move(span_exporter)) {}

  exporter::Outcome Export(const drain::Batch& batch, const transport::Patience&) override {
    if (!resource_) {
      sdk::resource::ResourceAttributes attributes;
      for (const Attribute& attribute : lifecycle::Resource()) {
        WithApiValue(attribute.value, [&](const opentelemetry::common::AttributeValue& value) {
          attributes.SetAttribute(attribute.key, value);
        });
      }
      resource_ = sdk::resource::Resource::Create(attributes);
    }
    std::vector<std::unique_ptr<sdk::trace::Recordable>> recordables;
    for (const SpanData& span : batch.Spans()) {
      recordables.push_back(span_exporter_->MakeRecordable());
      Fill(*recordables.back(), span);
      recordables.back()->SetResource(*resource_);
      auto& scope = scopes_[KeyOf(span.scope)];
      if (!scope) scope = sdk::instrumentationscope::InstrumentationScope::Create(span.scope.name, span.scope.version);
      recordables.back()->SetInstrumentationScope(*scope);
    }
    const auto result = span_exporter_->Export(
        nostd::span<std::unique_ptr<sdk::trace::Recordable>>(recordables.data(), recordables.size()));
    if (result == sdk::common::ExportResult::kSuccess) return exporter::Outcome::Delivered();
    return exporter::Outcome::Lost(TextOf(result));
  }
  void Finish() override { span_exporter_->Shutdown(kFinish); }
  std::string Destination() const override { return "the program's SpanExporter"; }
  std::string Advice() const override { return "see what that exporter says"; }

 private:
  const std::unique_ptr<sdk::trace::SpanExporter> span_exporter_;
  std::optional<sdk::resource::Resource> resource_;
  std::map<ScopeKey, nostd::unique_ptr<sdk::instrumentationscope::InstrumentationScope>> scopes_;
};

class ProviderExporter : public exporter::Exporter {
 public:
  explicit ProviderExporter(nostd::shared_ptr<api::TracerProvider> provider) : provider_(std::move(provider)) {}

  exporter::Outcome Export(const drain::Batch& batch, const transport::Patience&) override {
    for (const SpanData& span : batch.Spans()) {
      auto& kept = tracers_[KeyOf(span.scope)];
      if (kept == nullptr) kept = TracerOf(*provider_, span.scope.name.c_str(), span.scope.version.c_str());
      sdk::trace::Tracer* const tracer = SdkTracer(kept.get());
      if (tracer == nullptr) return exporter::Outcome::Lost("its tracers are no longer the SDK's");
      sdk::trace::SpanProcessor& processor = tracer->GetProcessor();
      std::unique_ptr<sdk::trace::Recordable> recordable = processor.MakeRecordable();
      Fill(*recordable, span);
      recordable->SetResource(tracer->GetResource());
      recordable->SetInstrumentationScope(tracer->GetInstrumentationScope());
      const injected::Context parent{span.trace_id.high, span.trace_id.low, span.parent_span_id.value,
                                     span.trace_flags | (span.parent_is_remote ? injected::Context::kRemote : 0u), 0};
      processor.OnStart(*recordable, ToSpanContext(parent));
      processor.OnEnd(std::move(recordable));
    }
    return exporter::Outcome::Delivered();
  }
  std::string Destination() const override { return "the program's TracerProvider"; }
  std::string Advice() const override { return "see how the program sets it up"; }

 private:
  const nostd::shared_ptr<api::TracerProvider> provider_;
  std::map<ScopeKey, nostd::shared_ptr<api::Tracer>> tracers_;
};

}  // namespace

nostd::shared_ptr<api::Tracer> TracerOf(api::TracerProvider& provider, const char* name, const char* version) {
  auto tracer = provider.GetTracer(name, version);
  return SdkTracer(tracer.get()) == nullptr ? nostd::shared_ptr<api::Tracer>() : tracer;
}

std::shared_ptr<exporter::Exporter> MakeSdkExporter(std::unique_ptr<sdk::trace::SpanExporter> span_exporter) {
  return std::make_shared<SdkExporter>(std::move(span_exporter));
}

std::shared_ptr<exporter::Exporter> MakeProviderExporter(nostd::shared_ptr<api::TracerProvider> provider) {
  return std::make_shared<ProviderExporter>(std::move(provider));
}

}  // namespace spansmith::otel
