// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// An ExportTraceServiceRequest as one line of JSON, by OTLP's mapping (opentelemetry-proto, docs/specification.md,
// "JSON Protobuf Encoding"; for all else proto3's JSON mapping): lowerCamelCase keys, trace and span ids in
// hexadecimal, enums as numbers, 64-bit integers as decimal strings, NaN and infinities as strings. Pure; no newline in
// it.
#ifndef SPANSMITH_EXPORT_FILE_JSON_ENCODER_H_
#define SPANSMITH_EXPORT_FILE_JSON_ENCODER_H_

#include <spansmith/span_data.h>

#include <span>
#include <string>

namespace spansmith::exporter {

// Spans are grouped by scope, in the order in which scopes first appear.
std::string EncodeTracesAsJson(std::span<const SpanData> spans, const Attributes& resource);

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_FILE_JSON_ENCODER_H_
