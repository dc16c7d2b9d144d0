// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Exporters of ours that are classes of OpenTelemetry's SDK: a SpanExporter, or the processors of a program's own
// TracerProvider. Each span becomes a Recordable of theirs.
#ifndef SPANSMITH_INTEGRATIONS_OTEL_SDK_EXPORTER_H_
#define SPANSMITH_INTEGRATIONS_OTEL_SDK_EXPORTER_H_

#include <opentelemetry/nostd/shared_ptr.h>
#include <opentelemetry/sdk/trace/exporter.h>
#include <opentelemetry/sdk/trace/tracer.h>
#include <opentelemetry/trace/tracer_provider.h>

#include <memory>

#include "export/exporter.h"

namespace spansmith::otel {

std::shared_ptr<exporter::Exporter> MakeSdkExporter(
    std::unique_ptr<opentelemetry::sdk::trace::SpanExporter> span_exporter);

std::shared_ptr<exporter::Exporter> MakeProviderExporter(
    opentelemetry::nostd::shared_ptr<opentelemetry::trace::TracerProvider> provider);

// Null if the provider is not the SDK's.
opentelemetry::nostd::shared_ptr<opentelemetry::trace::Tracer> TracerOf(opentelemetry::trace::TracerProvider& provider,
                                                                        const char* name, const char* version);
inline opentelemetry::sdk::trace::Tracer* SdkTracer(opentelemetry::trace::Tracer* tracer) {
  return dynamic_cast<opentelemetry::sdk::trace::Tracer*>(tracer);
}

}  // namespace spansmith::otel

#endif  // SPANSMITH_INTEGRATIONS_OTEL_SDK_EXPORTER_H_
