// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// An ExportTraceServiceRequest in protobuf bytes (opentelemetry/proto/collector/trace/v1/trace_service.proto and what
// it imports, 1.5.0), and what is of interest in the response. Pure functions.
#ifndef SPANSMITH_EXPORT_OTLP_ENCODER_H_
#define SPANSMITH_EXPORT_OTLP_ENCODER_H_

#include <spansmith/span_data.h>

#include <cstdint>
#include <span>
#include <string>

namespace spansmith::exporter {

// Spans are grouped by scope, in the order in which scopes first appear.
std::string EncodeTraces(std::span<const SpanData> spans, const Attributes& resource);

// Parts of it, for who puts them together (record_encoder.h), with their tags: ResourceSpans.resource,
// ScopeSpans.scope, ScopeSpans.spans, Span.attributes.
std::string EncodeResource(const Attributes& resource);
std::string EncodeScope(const Scope& scope);
std::string EncodeSpan(const SpanData& span);
std::string EncodeSpanAttribute(const Attribute& attribute);

struct PartialSuccess {
  std::int64_t rejected_spans = 0;
  std::string message;
};

// Of an ExportTraceServiceResponse. Bytes that are none (a proxy's page) give zero.
PartialSuccess DecodePartialSuccess(const std::string& body);

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_OTLP_ENCODER_H_
